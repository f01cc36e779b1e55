import type { AroundName, Drawn } from '../models/drawn.js'
import { escapeText } from './templates.js'

interface NamePart {
  readonly text: string
  readonly isHit: boolean
}

interface Card {
  readonly parts: readonly NamePart[]
  readonly drawn?: Drawn | undefined
}

/** Stand in for the parts of a name: unmarked, marked, unmarked. */
const [FIRST, MARKED, LAST] = ['\uE000', '\uE001', '\uE002'] as const
const HOLES: readonly NamePart[] = [
  { text: FIRST, isHit: false },
  { text: MARKED, isHit: true },
  { text: LAST, isHit: false },
]

/**
 * Draws a kept card once and fills in the parts of its name from then on, which every search marks otherwise: all else must
 * depend on the card, language and shop alone.
 */
export function once<C extends Card>(card: C, draw: (card: C) => string): string {
  const { drawn, parts } = card
  if (!drawn) return draw(card)
  drawn.html ??= cut(draw({ ...card, parts: HOLES }))
  return drawn.html ? fill(drawn.html, parts) : draw(card)
}

const standsOnce = (html: string, hole: string): boolean => html.split(hole).length === 2

/** False for what is drawn of a name otherwise than part by part. */
function cut(drawn: string): AroundName | false {
  if (![FIRST, MARKED, LAST].every((hole) => standsOnce(drawn, hole))) return false
  // Put together of many pieces, a text keeps them all; this one is of one piece.
  const html = Buffer.from(drawn).toString()
  const [first, marked, last] = [FIRST, MARKED, LAST].map((hole) => html.indexOf(hole)) as [number, number, number]
  if (first > marked || marked > last) return false
  return {
    before: html.slice(0, first),
    open: html.slice(first + 1, marked),
    close: html.slice(marked + 1, last),
    after: html.slice(last + 1),
  }
}

function fill({ before, open, close, after }: AroundName, parts: readonly NamePart[]): string {
  let html = before
  for (const { text, isHit } of parts) html += isHit ? open + escapeText(text) + close : escapeText(text)
  return html + after
}
