import { expect, it } from 'vitest'
import type { ProductCard } from '../../src/storefront/models/product-card.js'
import { once } from '../../src/storefront/answer/once.js'

const NAME = 'Trà <cung đình> Huế'
type Card = Pick<ProductCard, 'parts' | 'drawn'>

/** The same card as searches for "trà", "huế" and nothing show it. */
const found = ({ drawn }: Pick<Card, 'drawn'>): Card[] => [
  {
    drawn,
    parts: [
      { text: 'Trà', isHit: true },
      { text: ' <cung đình> Huế', isHit: false },
    ],
  },
  {
    drawn,
    parts: [
      { text: 'Trà <cung đình> ', isHit: false },
      { text: 'Huế', isHit: true },
    ],
  },
  { drawn, parts: [{ text: NAME, isHit: false }] },
]

const escaped = (text: string) => text.replace('<', '&lt;').replace('>', '&gt;')
const marked = ({ parts }: Card) =>
  parts.map(({ text, isHit }) => (isHit ? `<b>${escaped(text)}</b>` : escaped(text))).join('')

it('a kept card is drawn once, and its name has the marks of each search as the template draws them', () => {
  let draws = 0
  const draw = (card: Card) => `<li ${(draws += 1)}>${marked(card)}</li>`
  const shown = found({ drawn: { html: null } }).map((card) => once(card, draw))
  expect(shown).toEqual([
    '<li 1><b>Trà</b> &lt;cung đình&gt; Huế</li>',
    '<li 1>Trà &lt;cung đình&gt; <b>Huế</b></li>',
    '<li 1>Trà &lt;cung đình&gt; Huế</li>',
  ])
})

it.each<[string, (card: Card) => string]>([
  ['with its name in two places', (card) => `<a title="${marked(card)}">${marked(card)}</a>`],
  ['by a template that goes by what was found', ({ parts }) => `<a>${parts.filter(({ isHit }) => isHit).length}</a>`],
  [
    'with its name the other way round',
    ({ parts }) =>
      `<a>${parts
        .map(({ text }) => text)
        .reverse()
        .join('')}</a>`,
  ],
])('a card %s is drawn each time', (_, draw) => {
  const cards = found({ drawn: { html: null } })
  expect(cards.map((card) => once(card, draw))).toEqual(cards.map(draw))
})

it('so is a card that is not kept', () => {
  let draws = 0
  const [card] = found({ drawn: undefined }) as [Card]
  expect([1, 2].map(() => once(card, () => String((draws += 1))))).toEqual(['1', '2'])
})
