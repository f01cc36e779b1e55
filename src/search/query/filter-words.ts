import type { SearchFilters } from '../index-port.js'
import { foldLetters, toWord } from '../words/word.js'

/** A stretch of a query that is a filter, and what it filters by. */
export interface FilterWords {
  readonly kind: 'stars' | 'price' | 'inStock'
  readonly start: number
  readonly end: number
  readonly filters: SearchFilters
}

const STARS = [3, 4, 5, 1, 2]
const NUMBER_WORDS = 'mot|hai|ba|bon|nam'
const UNIT = '(k|nghin|ngan|trieu|tr|dong|vnd|d)?'
const AMOUNT = `([0-9]{1,9}(?:[.,][0-9]{3}){0,3}|[0-9]{1,4}[.,][0-9]{1,2}) ?${UNIT}(?![a-z0-9])`
const UNDER = '(?:duoi|(?:it|re|nho) hon|khong qua|toi da|<=?)'
const OVER = '(?:tren|(?:lon )?hon|toi thieu|tu|>=?)'

const bounded = (side: string): RegExp => new RegExp(`(?:gia )?${side} ?${AMOUNT}`)

/** What to look for, and how what was found is read; null for words that are no filter after all. */
type Pattern = readonly [FilterWords['kind'], RegExp, (match: RegExpExecArray) => SearchFilters | null]

/** Every pattern is tried once over a text of bounded length, and none can run back over itself. */
const PATTERNS: readonly Pattern[] = [
  [
    'stars',
    new RegExp(`([1-5]|${NUMBER_WORDS}) ?(?:\\*|(?:sao|stars?)(?![a-z0-9]))( tro len)?`),
    ([, typed = '', orMore]) =>
      toStars(NUMBER_WORDS.split('|').indexOf(typed) + 1 || Number(typed), orMore !== undefined),
  ],
  ['stars', /[★⭐]{1,5}/u, ([typed]) => toStars(typed.length, false)],
  ['inStock', /(?:con hang|san hang|co san|in stock)(?![a-z0-9])/, () => ({ facets: {}, inStock: true })],
  [
    'price',
    new RegExp(`(?:tu |khoang )?${AMOUNT} ?(?:den|toi|-|–) ?${AMOUNT}`),
    ([, least, unit, most, ofBoth]) => toPrices(toDong(least, unit ?? ofBoth), toDong(most, ofBoth)),
  ],
  ['price', bounded(UNDER), ([, most, unit]) => toPrices(undefined, toDong(most, unit))],
  ['price', bounded(OVER), ([, least, unit]) => toPrices(toDong(least, unit), undefined)],
]

const toStars = (stars: number, orMore: boolean): SearchFilters => ({
  facets: { stars: STARS.filter((other) => (orMore ? other >= stars : other === stars)).map(String) },
})

const toPrices = (minPrice: number | null | undefined, maxPrice: number | null | undefined): SearchFilters | null =>
  minPrice === null || maxPrice === null ? null : { facets: {}, minPrice, maxPrice }

/** By the first letter; others are đồng. */
const UNITS: Readonly<Record<string, number>> = { k: 1000, n: 1000, t: 1_000_000 }
/** A bare number below this is no price in đồng. */
const LEAST_BARE = 1000

/** An amount in đồng; null when the words cannot be a price. */
function toDong(amount = '', unit: string | undefined): number | null {
  const scale = UNITS[unit?.charAt(0) ?? '']
  if (scale !== undefined) return Math.round(Number(amount.replace(',', '.')) * scale)
  const whole = Number(amount.replace(/[.,]/g, ''))
  return unit !== undefined || whole >= LEAST_BARE ? whole : null
}

/** Plain letters with every character in its place: what has no one plain letter stays as it is. */
const plain = (text: string): string =>
  Array.from(text)
    .map((char) => {
      const letters = foldLetters(toWord(char).letters)
      return letters.length === char.length ? letters : /\s/.test(char) ? ' ' : char
    })
    .join('')

/** Finds the words of a query that are filters: "4 sao", "★★★★", "dưới 100k", "còn hàng". Expects NFC. */
export function findFilterWords(text: string): FilterWords[] {
  const found: FilterWords[] = []
  let rest = plain(text)
  for (const [kind, find, read] of PATTERNS) {
    const match = find.exec(rest)
    const filters = match && read(match)
    if (!filters || startsInWord(rest, match.index)) continue
    const end = match.index + match[0].trimEnd().length
    found.push({ kind, filters, start: match.index, end })
    rest = blank(rest, match.index, end)
  }
  return found.sort((a, b) => a.start - b.start)
}

const startsInWord = (text: string, at: number): boolean =>
  /[a-z0-9]/.test(text.charAt(at)) && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))

/** The text with a stretch made white space, so that all else keeps its place. */
export const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
