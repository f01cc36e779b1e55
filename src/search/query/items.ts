import type { How } from './alternatives.js'
import { marksAgreement } from '../words/marks.js'
import { phraseKey, type PlaceOrGroup } from '../index/names.js'
import type { TextIndex } from '../index/text-index.js'
import type { Word } from '../words/word.js'

/** A part of a query: a word, or the name of places or groups that is known as a whole. */
export type Item =
  | {
      readonly kind: 'word'
      readonly word: Word
      readonly how: How
      readonly at: number
      readonly onlyInNames?: boolean
      readonly inOtherMeaning?: boolean
    }
  | {
      readonly kind: 'name'
      readonly names: readonly PlaceOrGroup[]
      readonly words: readonly Word[]
      readonly at: number
    }

export type WordItem = Extract<Item, { kind: 'word' }>
export type NameItem = Extract<Item, { kind: 'name' }>

const LEAST_AGREEMENT = 0.7

function namesAt(index: TextIndex, words: readonly Word[], marksTyped: boolean): PlaceOrGroup[] {
  return index.names.find(phraseKey(words)).filter((name) => {
    const agreement = name.words.reduce(
      (product, word, i) => product * marksAgreement(words[i] ?? word, word, marksTyped),
      1,
    )
    return agreement >= LEAST_AGREEMENT
  })
}

/**
 * Puts names in the place of the words that spell them, longest first. A name of one word (Huế, Hoa) is taken as such
 * only when it is the whole query: beside other words it may be anything.
 */
export function withNames(index: TextIndex, items: readonly WordItem[], marksTyped: boolean): Item[] {
  const named: Item[] = []
  for (let start = 0; start < items.length;) {
    const item = longestName(index, items, start, marksTyped)
    const next = item ?? items[start]
    if (next) named.push(next)
    start += item ? item.words.length : 1
  }
  return named
}

function longestName(
  index: TextIndex,
  items: readonly WordItem[],
  start: number,
  marksTyped: boolean,
): NameItem | null {
  for (let length = Math.min(index.names.longest, items.length - start); length > 0; length--) {
    if (length === 1 && items.length > 1) return null
    const words = items.slice(start, start + length).map((item) => item.word)
    const names = namesAt(index, words, marksTyped)
    if (names.length > 0) return { kind: 'name', names, words, at: items[start]?.at ?? 0 }
  }
  return null
}
