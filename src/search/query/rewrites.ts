import type { How } from './alternatives.js'
import type { Item, WordItem } from './items.js'
import { splitJoined } from './query-words.js'
import { UNMARKED_WORD, type Substitution, type SynonymTable } from './synonym-table.js'
import type { PlaceOrGroup } from '../index/name.js'
import { phraseKey } from '../index/names.js'
import type { TextIndex } from '../index/text-index.js'
import type { Vocabulary } from '../index/vocabulary.js'
import { makeWord, type Word } from '../words/word.js'

/** Another way to say a query, by one change. */
export interface Rewrite {
  readonly items: readonly Item[]
  readonly likelihood: number
  readonly how: How
  /** The words that came in; those of each phrase have to stand side by side. */
  readonly phrases: readonly (readonly Word[])[]
}

const JOINED = 0.92
const SPLIT = 0.9
const MOST_JOINED = 3
const MOST_TOGETHER = 8

/** Stretches of words between names, each with where it starts. */
function stretches(items: readonly Item[]): { start: number; words: WordItem[] }[] {
  const found: { start: number; words: WordItem[] }[] = []
  items.forEach((item, i) => {
    if (item.kind === 'name') return
    if (i > 0 && items[i - 1]?.kind === 'word') found.at(-1)?.words.push(item)
    else found.push({ start: i, words: [item] })
  })
  return found
}

/** What may be said otherwise: by a synonym, or with words written joined or apart. Likeliest first. */
export function rewrites(
  items: readonly Item[],
  table: SynonymTable,
  { vocabulary, names }: TextIndex,
  marksTyped: boolean,
): Rewrite[] {
  const isKnown = ({ fold }: Word): boolean => vocabulary.findFold(fold) !== null
  const found: Rewrite[] = []
  const replace = (
    start: number,
    how: How,
    chosen: readonly Substitution[],
    groups?: readonly PlaceOrGroup[],
  ): void => {
    const replaced = [...items]
    for (const { start: from, length, phrase, anywhere } of [...chosen].sort((a, b) => b.start - a.start)) {
      const { at } = items[start + from] as Item
      const words = phrase.map((word, i): Item => {
        const inOtherMeaning = table.otherMeanings.isOtherAt(phrase, i)
        return { kind: 'word', word, how, at, onlyInNames: !anywhere, inOtherMeaning }
      })
      const others: Item[] = groups ? [{ kind: 'name', names: groups, words: phrase, at }] : words
      replaced.splice(start + from, length, ...others)
    }
    const likelihood = chosen.reduce((product, one) => product * one.likelihood, 1)
    found.push({ items: replaced, likelihood, how, phrases: groups ? [] : chosen.map(({ phrase }) => phrase) })
  }
  for (const { start, words } of stretches(items)) {
    const typed = words.map((item) => item.word)
    // The catalog's own words are no others without their marks.
    const others = table
      .find(typed, marksTyped)
      .filter(({ likelihood }) => words[0]?.how !== 'exact' || likelihood > UNMARKED_WORD)
    // "thức uống" means the group Đồ uống; a single word such as hoa is no group for sure.
    for (const one of others) {
      const groups = one.phrase.length > 1 ? names.find(phraseKey(one.phrase)) : []
      if (groups[0]?.kind === 'group') replace(start, 'synonym', [one], groups)
    }
    const substitutions = others.filter(({ phrase }) => phrase.every(isKnown))
    for (const one of substitutions) replace(start, 'synonym', [one])
    for (const chosen of together(substitutions, (at) => isKnown(typed[at] as Word))) replace(start, 'synonym', chosen)
    for (const joined of joins(typed, vocabulary)) replace(start, 'joined', [joined])
    words.forEach(({ word, asTyped = word.letters, parts: phrase = splitJoined(asTyped, vocabulary) }, from) => {
      if (phrase) replace(start, 'split', [{ start: from, length: 1, phrase, likelihood: SPLIT, anywhere: true }])
    })
  }
  return found.sort((a, b) => b.likelihood - a.likelihood)
}

/** Where several words of a query have synonyms, as in "dark chocolate", the ways to replace more than one. */
function together(substitutions: readonly Substitution[], isKnown: (at: number) => boolean): Substitution[][] {
  const places: (Substitution | null)[][] = []
  for (const one of substitutions) {
    const same = places.find((place) =>
      place.some((other) => other?.start === one.start && other.length === one.length),
    )
    if (same) same.push(one)
    else if (places.flat().every((other) => !other || areApart(other, one)))
      // What the catalog has as it stands may stay so beside words that it has not.
      places.push(isKnown(one.start) ? [null, one] : [one])
  }
  return combinations(places)
    .map((place) => place.filter((one) => one !== null))
    .filter((chosen) => chosen.length > 1)
}

const areApart = (a: Substitution, b: Substitution): boolean =>
  a.start >= b.start + b.length || b.start >= a.start + a.length

/** One of each list in every way, at most {@link MOST_TOGETHER}. */
const combinations = (lists: readonly (readonly (Substitution | null)[])[]): (Substitution | null)[][] =>
  lists.reduce<(Substitution | null)[][]>(
    (made, list) => made.flatMap((chosen) => list.map((one) => [...chosen, one])).slice(0, MOST_TOGETHER),
    [[]],
  )

/** Neighbours that the catalog writes as one word. */
function joins(words: readonly Word[], vocabulary: Vocabulary): Substitution[] {
  const found: Substitution[] = []
  for (let start = 0; start < words.length; start++)
    for (let length = 2; length <= MOST_JOINED && start + length <= words.length; length++) {
      const letters = phraseKey(words.slice(start, start + length)).replaceAll(' ', '')
      // A tone belongs to a syllable: the joined spelling is found by its letters alone.
      if (vocabulary.findFold(letters))
        found.push({ start, length, phrase: [makeWord(letters, 0)], likelihood: JOINED, anywhere: true })
    }
  return found
}
