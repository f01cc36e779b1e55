import type { How } from './alternatives.js'
import type { Item, WordItem } from './items.js'
import { splitJoined } from './query-words.js'
import type { Substitution, SynonymTable } from './synonym-table.js'
import type { Vocabulary } from '../index/vocabulary.js'
import { foldLetters, makeWord, type Word } from '../words/word.js'

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
const SHORTEST_JOINED = 4
const MOST_JOINED = 3
const MOST_TOGETHER = 8

/** Stretches of words between names, each with where it starts. */
function stretches(items: readonly Item[]): { start: number; words: WordItem[] }[] {
  const found: { start: number; words: WordItem[] }[] = []
  items.forEach((item, i) => {
    if (item.kind === 'name') return
    const previous = found.at(-1)
    if (previous && previous.start + previous.words.length === i) previous.words.push(item)
    else found.push({ start: i, words: [item] })
  })
  return found
}

/** What may be said otherwise: by a synonym, or with words written joined or apart. Likeliest first. */
export function rewrites(
  items: readonly Item[],
  table: SynonymTable,
  vocabulary: Vocabulary,
  spelling: { readonly marksTyped: boolean; readonly areOwn: boolean },
): Rewrite[] {
  const found: Rewrite[] = []
  const offer = (start: number, length: number, phrase: readonly Word[], change: Change): void => {
    const { at } = items[start] as Item
    const { how, onlyInNames = false } = change
    const replaced = phrase.map((word, i): Item => ({
      kind: 'word',
      word,
      how,
      at,
      onlyInNames,
      inOtherMeaning: table.otherMeanings.isOtherAt(phrase, i),
    }))
    found.push({
      ...change,
      phrases: [phrase],
      items: [...items.slice(0, start), ...replaced, ...items.slice(start + length)],
    })
  }
  for (const { start, words } of stretches(items)) {
    const typed = words.map((item) => item.word)
    const substitutions = table
      .find(typed, spelling)
      .filter(({ phrase }) => phrase.every((word) => vocabulary.findFold(word.fold)))
    for (const { start: from, length, phrase, likelihood, anywhere } of substitutions)
      offer(start + from, length, phrase, { how: 'synonym', likelihood, onlyInNames: !anywhere })
    found.push(...together(items, start, substitutions, (at) => vocabulary.findFold((typed[at] as Word).fold) !== null))
    for (const [from, length, word] of joins(typed, vocabulary))
      offer(start + from, length, [word], { how: 'joined', likelihood: JOINED })
    words.forEach(({ word, typed: letters = word.letters }, from) => {
      const parts = splitJoined(letters, vocabulary)
      if (parts) offer(start + from, 1, parts, { how: 'split', likelihood: SPLIT })
    })
  }
  return found.sort((a, b) => b.likelihood - a.likelihood)
}

interface Change {
  readonly how: How
  readonly likelihood: number
  readonly onlyInNames?: boolean
}

/** A query several of whose words have synonyms, such as "dark chocolate", said otherwise as a whole. */
function together(
  items: readonly Item[],
  start: number,
  substitutions: readonly Substitution[],
  isKnown: (at: number) => boolean,
): Rewrite[] {
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
    .map((chosen) => replaceAll(items, start, chosen))
}

function replaceAll(items: readonly Item[], start: number, chosen: readonly Substitution[]): Rewrite {
  const replaced = [...items]
  for (const { start: from, length, phrase, anywhere } of [...chosen].sort((a, b) => b.start - a.start)) {
    const { at } = items[start + from] as Item
    const words = phrase.map((word): Item => ({ kind: 'word', word, how: 'synonym', at, onlyInNames: !anywhere }))
    replaced.splice(start + from, length, ...words)
  }
  const likelihood = chosen.reduce((product, one) => product * one.likelihood, 1)
  return { items: replaced, likelihood, how: 'synonym', phrases: chosen.map(({ phrase }) => phrase) }
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
function joins(words: readonly Word[], vocabulary: Vocabulary): [start: number, length: number, joined: Word][] {
  const found: [number, number, Word][] = []
  for (let start = 0; start < words.length; start++)
    for (let length = 2; length <= MOST_JOINED && start + length <= words.length; length++) {
      const letters = words
        .slice(start, start + length)
        .map((word) => word.letters)
        .join('')
      // A tone belongs to a syllable: the joined spelling is found by its letters alone.
      if (letters.length >= SHORTEST_JOINED && vocabulary.findFold(foldLetters(letters)))
        found.push([start, length, makeWord(foldLetters(letters), 0)])
    }
  return found
}
