import { createRandom, draw } from '../generator.js'
import type { RealProduct } from './catalog.js'
import { canonical } from './goods.js'
import { beginningSo, ofName, ofThing, type Add, type Grade, type RealQuery } from './grades.js'
import { withoutMarks } from './letters.js'
import { PATTERNS } from './patterns.js'
import { groupQueries } from './group-queries.js'
import { placeQueries } from './place-queries.js'
import { producerQueries } from './producer-queries.js'
import { ENGLISH, NOTHING, NUMERALS, REGIONAL } from './words.js'

/** Goods of one plain syllable are other words, too: na is in cà na. */
const isTelling = (thing: string): boolean => thing.includes(' ') || thing.length > 4

/** Makes the second judged set: every way of typing over real goods, then classes of intent. */
export function realQueries(products: readonly RealProduct[], perClass: number, seed = 11): RealQuery[] {
  const random = createRandom(seed)
  const queries: RealQuery[] = []
  const add: Add = (name, make) => {
    const seen = new Set<string>()
    for (let made = 0, tries = 0; made < perClass && tries < perClass * 40; tries++) {
      const query = make()
      if (!query || seen.has(query.text)) continue
      seen.add(query.text)
      queries.push({ class: name, ...query })
      made++
    }
  }
  const real = products.slice(0, 383)
  const names = new Set(products.map(({ canonicalName }) => ` ${canonicalName} `))
  const isName = (text: string): boolean => [...names].some((name) => name.includes(` ${text} `))
  const things = [...new Set(real.flatMap(({ thing }) => (thing && isTelling(thing) ? [thing.toLowerCase()] : [])))]
  add('as written', () => {
    const thing = draw(random, things)
    return { text: thing, grade: ofThing(canonical(thing)) }
  })
  for (const [name, pattern] of Object.entries(PATTERNS))
    add(name, () => {
      const thing = draw(random, things)
      const text = pattern(thing, random)
      // What the catalog has as well, spelt so, is no slip.
      if (text === null || text.length < 5 || (!isKept(name) && isName(canonical(text)))) return null
      const grade = name.startsWith('as typed')
        ? beginningSo(canonical(text), name.endsWith('marks'))
        : ofThing(canonical(thing))
      return { text, grade }
    })
  add('whole name', () => {
    const product = draw(random, products)
    return { text: product.document.name, grade: ofName(product) }
  })
  add('whole name, no marks', () => {
    const product = draw(random, products)
    return { text: withoutMarks(product.document.name).toLowerCase(), grade: ofName(product) }
  })
  add('whole name as typed so far', () => {
    const product = draw(random, products)
    const { name } = product.document
    const text = name.slice(0, Math.max(12, Math.floor(name.length * (0.6 + 0.35 * random()))))
    const typed = canonical(text)
    const grade: Grade = (other) => (other.canonicalName.startsWith(typed) ? 3 : Math.min(1, ofName(product)(other)))
    return text.length < name.length ? { text, grade } : null
  })
  for (const [name, table] of [
    ['regional word', REGIONAL],
    ['numerals and units', NUMERALS],
  ] as const)
    add(name, () => {
      const [text, meant] = draw(random, table)
      return { text, grade: ofThing(meant) }
    })
  add('English', () => {
    const [text, ...meant] = draw(random, ENGLISH)
    const grades = meant.map(ofThing)
    return { text, grade: (product) => Math.max(...grades.map((grade) => grade(product))) }
  })
  placeQueries(products, random, add)
  producerQueries(products, random, add)
  groupQueries(products, random, add)
  queries.push(...NOTHING.slice(3).map((text) => ({ class: 'nothing', text, grade: () => 0 })))
  const noun = (): string =>
    Array.from({ length: 6 + Math.floor(random() * 5) }, () => draw(random, Array.from('bcdfghklmnpqrstvxz'))).join('')
  add('nothing', () => ({ text: noun(), grade: () => 0 }))
  return queries
}

/** Ways that leave what was typed as true to the word as before. */
const isKept = (pattern: string): boolean => !/^(?:1[89]|2\d|3[0-2]|39|40|letter added)/.test(pattern)
