import type { How } from './alternatives.js'
import { phraseAgreement } from '../words/marks.js'
import type { PlaceOrGroup } from '../index/name.js'
import { phraseKey } from '../index/names.js'
import { wordsBeforePlace } from './side-words.js'
import type { SynonymTable } from './synonym-table.js'
import type { TextIndex } from '../index/text-index.js'
import type { Phrase } from '../words/phrase.js'
import type { Word } from '../words/word.js'

/** A part of a query: a word, or the name of places or groups that is known as a whole. */
export type Item =
  | {
      readonly kind: 'word'
      readonly word: Word
      readonly how: How
      readonly at: number
      /** The letters as typed, where they may mean something else than `word`. */
      readonly asTyped?: string | undefined
      /** The words that it may be several of, joined, where that is known: a query is understood in several ways. */
      readonly parts?: Phrase | null | undefined
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

interface NamesFound {
  readonly names: readonly PlaceOrGroup[]
  /** How well the marks agree, from 0 to 1. */
  readonly agreement: number
}

function namesAt(index: TextIndex, words: readonly Word[], marksTyped: boolean): NamesFound | null {
  const found = index.names.find(phraseKey(words)).map((name) => ({
    name,
    agreement: phraseAgreement(words, name.words, marksTyped),
  }))
  const best = Math.max(0, ...found.map(({ agreement }) => agreement))
  // Who types Thanh Hóa in full does not mean Thạnh Hóa.
  const least = best === 1 ? 1 : LEAST_AGREEMENT
  const names = found.filter(({ agreement }) => agreement >= least).map(({ name }) => name)
  return names.length > 0 ? { names, agreement: best } : null
}

/**
 * Puts names in the place of the words that spell them. Where two names share a word (sấy thăng *hoa Thanh* Hóa), the
 * longer one counts, then the one whose marks agree, then the one at an end of the query, since places are said last or
 * first. A name of one word (Huế, Hoa) is taken as such only when it is the whole query or said to be a place ("tỉnh
 * Huế"): beside other words it may be anything.
 */
export function withNames(
  index: TextIndex,
  table: SynonymTable,
  items: readonly WordItem[],
  marksTyped: boolean,
): Item[] {
  const taken = new Map<number, NameItem>()
  const isFree = ({ at, words }: NameItem): boolean =>
    [...taken].every(([start, other]) => start + other.words.length <= at || at + words.length <= start)
  for (const { item } of namesIn(index, table, items, marksTyped)) if (isFree(item)) taken.set(item.at, item)
  const named: Item[] = []
  for (let at = 0; at < items.length;) {
    const item = taken.get(at) ?? items[at]
    if (item) named.push(item.kind === 'name' ? { ...item, at: (items[at] as Item).at } : item)
    at += item?.kind === 'name' ? item.words.length : 1
  }
  return named
}

/** Every name in a query, its place counted in items, the likeliest first. */
function namesIn(
  index: TextIndex,
  table: SynonymTable,
  items: readonly WordItem[],
  marksTyped: boolean,
): { item: NameItem; worth: number }[] {
  const found: { item: NameItem; worth: number }[] = []
  const typed = items.map(({ word }) => word)
  for (let at = 0; at < items.length; at++) {
    const isPlace = wordsBeforePlace(typed, at) > 0
    for (let length = 1; length <= Math.min(index.names.longest, items.length - at); length++) {
      const words = typed.slice(at, at + length)
      const known = namesAt(index, words, marksTyped)
      if (!known || (length === 1 && items.length > 1 && !isPlace && !isKindOfProducer(known))) continue
      // Who types "hòa tan" (instant, of coffee) among words with marks does not mean the place Hòa Tân.
      if (known.agreement < 1 && known.names[0]?.kind === 'place' && table.cuts(words, 1)) continue
      const isAtEnd = at + length === items.length ? AT_END : at === 0 ? AT_START : 0
      found.push({
        item: { kind: 'name', names: known.names, words, at },
        worth: known.agreement ** 2 * length + isAtEnd,
      })
    }
  }
  return found.sort((a, b) => b.worth - a.worth)
}

export const isKindOfProducer = ({ names }: Pick<NamesFound, 'names'>): boolean =>
  names.every(({ kind }) => kind === 'producerKind')

const AT_END = 0.02
const AT_START = 0.01
