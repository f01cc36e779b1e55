import { completions, fromName, spelledSo, WELL_SPELT } from './alternatives.js'
import { withNames, type Item, type NameItem, type WordItem } from './items.js'
import type { QueryWord } from './query-words.js'
import type { Reading, ReadingWord } from './reading.js'
import { isSettled, repaired, type Spelt } from './repair.js'
import { rewrites } from './rewrites.js'
import type { SynonymTable } from './synonym-table.js'
import type { TextIndex } from '../index/text-index.js'
import { isMarked } from '../words/word.js'

/** All ways in which a query is understood. */
export interface Readings {
  /** As typed and by one rewriting, likeliest first. */
  readonly readings: readonly Reading[]
  /** True when every word is known and stands beside a known neighbour: nothing calls for a repair. */
  readonly isSettled: boolean
  readonly names: readonly NameItem[]
  /** The query with slips and misheard sounds allowed for. */
  repair(): Reading[]
}

const MOST_REWRITES = 8
/** Who types a producer's whole name means that producer. */
const PRODUCER = 1.5

/** Said around what is looked for, without marks; products need not hold them. */
const OPTIONAL = new Set(['mua', 'ban', 'gia', 're', 'ngon', 'cua', 'cac', 'loai', 'va', 'o', 'ocop', 'tot'])

/** Finds the ways to understand the words of a query. */
export function understand(
  words: readonly QueryWord[],
  index: TextIndex,
  table: SynonymTable,
  options: { literal?: boolean | undefined } = {},
): Readings {
  const marksTyped = words.some(({ word }) => isMarked(word))
  const typed = words.map((word, at): WordItem => ({
    kind: 'word',
    word: word.word,
    how: word.how === 'typed' ? 'marks' : word.how,
    at,
  }))
  const named = options.literal ? typed : withNames(index, typed, marksTyped)
  const names = named.filter((item) => item.kind === 'name')
  const read = (items: readonly Item[]): ReadingWord[] =>
    items.map((item, i) => readItem(item, i === items.length - 1 && item.at === typed.length - 1))
  const core = read(named)
  const plain =
    names.length === 0
      ? []
      : [
          reading(read(typed), {
            likelihood: 0.98,
            phrases: names.filter(({ words }) => words.length > 1).map(({ words }) => words.map((word) => word.fold)),
          }),
        ]
  const others = rewrites(named, table, index.vocabulary, marksTyped).slice(0, MOST_REWRITES)
  const folds = typed.map(({ word }) => word.fold)
  const producers = index.names.hasProducer(folds.join(' '))
    ? [reading(read(typed), { phrases: [folds], likelihood: PRODUCER })]
    : []
  const spelt = named.map((item, i) => speltOf(item, core[i]))

  return {
    readings: [
      reading(core),
      ...plain,
      ...producers,
      ...others.map(({ items, likelihood, how, phrases }) =>
        reading(read(items), {
          likelihood,
          how,
          phrases: phrases.filter((phrase) => phrase.length > 1).map((phrase) => phrase.map((word) => word.fold)),
        }),
      ),
    ],
    isSettled: spelt.every((word, i) => !word || isSettled(spelt, i)),
    names,
    repair: () => [reading(repaired(spelt, index.vocabulary).map((word, i) => word ?? (core[i] as ReadingWord)))],
  }

  function readItem(item: Item, isLast: boolean): ReadingWord {
    if (item.kind === 'name')
      return {
        alternatives: item.names.map(fromName),
        text: item.words.map((word) => word.fold).join(' '),
        at: item.at,
        isRequired: true,
        onlyInNames: false,
        inOtherMeaning: false,
      }
    const { word, how, onlyInNames = false, inOtherMeaning = false } = item
    const { vocabulary } = index
    const exactly = how === 'synonym' ? vocabulary.find(word) : null
    const spelled = exactly
      ? [{ postings: exactly.postings, term: exactly, quality: 1, how }]
      : spelledSo(vocabulary, word, marksTyped, how)
    const isKnown = spelled.some(({ quality }) => quality >= WELL_SPELT)
    const unfinished = isLast && how === 'marks' ? completions(vocabulary, word, marksTyped, isKnown) : []
    const isRequired = !OPTIONAL.has(word.fold) || typed.length === 1
    return {
      alternatives: [...spelled, ...unfinished].sort((a, b) => b.quality - a.quality),
      text: word.fold,
      at: item.at,
      isRequired,
      onlyInNames,
      inOtherMeaning,
    }
  }
}

const speltOf = (item: Item, word: ReadingWord | undefined): Spelt | null =>
  item.kind === 'word' && word ? { word: item.word, reading: word } : null

const reading = (words: readonly ReadingWord[], rest: Partial<Omit<Reading, 'words'>> = {}): Reading => {
  const allOptional = !words.some((word) => word.isRequired)
  return {
    words: allOptional ? words.map((word) => ({ ...word, isRequired: true })) : words,
    likelihood: 1,
    how: null,
    phrases: [],
    ...rest,
  }
}
