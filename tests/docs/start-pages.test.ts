import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { messages } from '../../src/storefront/messages/dictionaries.js'

const START = path.resolve(import.meta.dirname, '../../docs/start')

/** Every word that pages show; one that stands before a name or a sum ends in `…` here. */
function* listWords(words: object): Generator<string> {
  for (const value of Object.values(words) as unknown[]) {
    if (typeof value === 'string') yield value
    else if (typeof value === 'object' && value !== null) yield* listWords(value)
  }
}

it.each(['shopper', 'producer', 'office'])(
  'the start pages of the %s call each button what it is called',
  async (who) => {
    for (const language of ['vi', 'en'] as const) {
      const words = new Set([...listWords(messages[language]), messages[language].trade.checkout.place('…')])
      const page = await readFile(path.join(START, `${who}.${language}.md`), 'utf8')
      const quoted = [...page.matchAll(/\*([^*\n]+)\*/g)].map(([, text = '']) => text)
      expect(quoted.length).toBeGreaterThan(20)
      expect(quoted.filter((text) => !words.has(text))).toEqual([])
    }
  },
)
