import Fuse from 'fuse.js'
import type { Matches } from './matches.js'
import { append } from '../index/append.js'
import { readingOf, type Found } from './found.js'
import { standingTogether } from './places.js'
import { positionsIn } from './positions.js'
import type { Reading } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'
import type { Term } from '../index/term.js'

/** What each part of the judgement gives to a product's place; they add up to 1. Part of the public ranking rule. */
export const JUDGEMENT = {
  /** How well each word fits, by spelling and by the field in which it was found. */
  words: 0.55,
  /** Whether words that stand side by side in the query do so in the name. */
  neighbours: 0.2,
  /** How near to the beginning of the name its words stand: Vietnamese names begin with the thing itself. */
  head: 0.08,
  /** How much of the name the query covers. */
  coverage: 0.08,
  /** Likeness of the whole query and the whole name, as Fuse.js judges it. */
  likeness: 0.09,
} as const

/** Products that fit equally well to so many parts of 1 are ranked by certificate and stock. */
export const STEPS = 250

export interface Judgement {
  readonly slot: number
  readonly score: number
  readonly parts: { readonly [P in keyof typeof JUDGEMENT]: number }
}

/** Words side by side in the producer's name count for this much of those in the product's. */
const IN_PRODUCER = 0.8

/** Every candidate gets a score: the index has already decided that it fits. */
const LOOSE = 1

/** Looks at each candidate's name as a whole: neighbours, order, length, and Fuse.js' own score. */
export function judge(slots: readonly number[], found: Found, index: TextIndex): Judgement[] {
  const byReading = new Map<Reading, number[]>()
  for (const slot of slots) append(byReading, readingOf(found, slot), slot)
  return [...byReading].flatMap(([reading, own]) => judgeBy(reading, own, found.matches, index))
}

function judgeBy(reading: Reading, slots: readonly number[], matches: Matches, index: TextIndex): Judgement[] {
  // A place or group that is known as such says nothing of the words beside it.
  const isName = reading.words.map(({ alternatives }) => alternatives[0]?.how === 'name')
  const names = slots.map((slot) => index.nameTerms(slot))
  const likeness = likenesses(textOf(reading), names)
  return slots.map((slot, i) => {
    const name = names[i] as readonly Term[]
    const places = standingTogether(positionsIn(name, reading))
    const words = places.filter((_, word) => !isName[word])
    const held = new Set(places.flat())
    const parts = {
      words: matches.scores[slot] as number,
      neighbours: besideEachOther(neighbours(words), slot) * reading.likelihood,
      head: head(held) * reading.likelihood,
      coverage: (held.size / Math.max(1, name.length)) * reading.likelihood,
      // A name that holds no word is like the query by chance.
      likeness: held.size && (likeness[i] as number) * reading.likelihood,
    }
    return { slot, score: total(parts), parts }
  })

  function besideEachOther(inName: number, slot: number): number {
    if (inName > IN_PRODUCER || !reading.words[1]) return inName
    return Math.max(inName, IN_PRODUCER * neighbours(positionsIn(index.producerOf(slot).terms, reading)))
  }
}

const PARTS = Object.keys(JUDGEMENT) as (keyof typeof JUDGEMENT)[]
const total = (parts: Judgement['parts']): number => PARTS.reduce((sum, part) => sum + parts[part] * JUDGEMENT[part], 0)

/** 1 when the name begins with a word of the query, less the later the first one stands. */
const head = (held: ReadonlySet<number>): number => 1 / (1 + Math.min(...held))

/** 1 when the words stand in the name as in the query; less for gaps, other order, and words found elsewhere. */
function neighbours(positions: readonly (readonly number[])[]): number {
  if (positions.length === 0) return 1
  if (positions.length === 1) return Number(positions.flat().length > 0)
  let sum = 0
  for (let i = 1; i < positions.length; i++) sum += closeness(positions[i - 1] as number[], positions[i] as number[])
  return sum / (positions.length - 1)
}

function closeness(before: readonly number[], after: readonly number[]): number {
  if (before.length === 0 && after.length === 0) return 0.3
  let best = before.length === 0 || after.length === 0 ? 0.15 : 0
  for (const a of before) for (const b of after) best = Math.max(best, closenessOf(b - a))
  return best
}

/** By how far a word stands after the one before it in the query. */
const CLOSENESS = [0, 1, 0.6, 0.6]
const closenessOf = (distance: number): number => CLOSENESS[distance] ?? (distance > 0 ? 0.45 : 0.35)

/** The words that a name may hold; the names of places and groups say nothing about it. */
const textOf = (reading: Reading): string =>
  reading.words
    .filter((word) => word.alternatives.some(({ term }) => term))
    .map((word) => word.text)
    .join(' ')

function likenesses(query: string, names: readonly (readonly Term[])[]): number[] {
  const texts = names.map((name) => name.map((term) => term.fold.text).join(' '))
  const likeness = texts.map(() => 0)
  if (query === '') return likeness
  const fuse = new Fuse(texts, { includeScore: true, ignoreLocation: true, threshold: LOOSE, shouldSort: false })
  for (const { refIndex, score = 1 } of fuse.search(query)) likeness[refIndex] = 1 - score
  return likeness
}
