import type { Order } from './live-order.js'
import { judge, STEPS, type Judgement } from './judge.js'
import type { Matches } from './matcher.js'
import type { Reading } from '../query/reading.js'
import type { TextIndex } from '../index/text-index.js'

/** Products that Fuse.js scores for one query, at most; the rest keep the order of the words alone. */
export const MOST_JUDGED = 64

/** Grades of fit before the judge; finer differences are left to certificate and stock. */
const GRADES = 500
/** Names that hold more than was asked for come a little later. */
const LENGTH_SHARE = 0.15

export interface Ranked {
  readonly slots: readonly number[]
  readonly judged: ReadonlyMap<number, Judgement>
}

/** Puts the best `wanted` of the slots in order, ties by `order`. */
export function rank(
  slots: Uint32Array,
  wanted: number,
  matches: Matches,
  readings: readonly Reading[],
  index: TextIndex,
  order: Order,
): Ranked {
  const proposed = propose(slots, Math.max(wanted, MOST_JUDGED), matches, readings, index, order)
  const judgements = judge(proposed.slice(0, MOST_JUDGED), matches, readings, index)
  const step = ({ score }: Judgement): number => Math.round(score * STEPS)
  judgements.sort((a, b) => step(b) - step(a) || (order.ranks[a.slot] ?? 0) - (order.ranks[b.slot] ?? 0))
  return {
    slots: [...judgements.map(({ slot }) => slot), ...proposed.slice(MOST_JUDGED)],
    judged: new Map(judgements.map((judgement) => [judgement.slot, judgement])),
  }
}

/** The best `wanted` of the slots by their words and the length of the name alone, ties by `order`. */
export const propose = (
  slots: Uint32Array,
  wanted: number,
  matches: Matches,
  readings: readonly Reading[],
  index: TextIndex,
  order: Order,
): number[] => best(slots, wanted, (slot) => grade(slot, matches, readings, index), order)

function grade(slot: number, matches: Matches, readings: readonly Reading[], index: TextIndex): number {
  const words = readings[matches.readings[slot] ?? 0]?.words.length ?? 1
  const share = Math.min(1, words / Math.max(1, index.nameLengths[slot] ?? 0))
  const fit = (matches.scores[slot] ?? 0) * (1 - LENGTH_SHARE + LENGTH_SHARE * share)
  return Math.max(0, Math.min(GRADES, Math.round(fit * GRADES)))
}

/** The first `wanted` by grade, then by rank. Counts grades first, so that only what can be among them is sorted. */
function best(
  slots: Uint32Array,
  wanted: number,
  gradeOf: (slot: number) => number,
  { slots: order, ranks }: Order,
): number[] {
  const grades = new Uint16Array(slots.length)
  const counts = new Uint32Array(GRADES + 1)
  for (let i = 0; i < slots.length; i++) {
    const own = gradeOf(slots[i] as number)
    grades[i] = own
    counts[own] = (counts[own] as number) + 1
  }
  let [least, reached] = [GRADES, counts[GRADES] as number]
  while (least > 0 && reached < wanted) reached += counts[--least] as number
  const size = Math.max(1, ranks.length)
  const keys = new Float64Array(reached)
  let count = 0
  for (let i = 0; i < slots.length; i++) {
    const own = grades[i] as number
    if (own >= least) keys[count++] = (GRADES - own) * size + (ranks[slots[i] as number] as number)
  }
  return Array.from(smallest(keys, wanted), (key) => order[key % size] ?? 0)
}

/** The smallest numbers in order: what is above those kept so far is passed over, so that few are ever sorted. */
function smallest(numbers: Float64Array, wanted: number): Float64Array {
  const kept = new Float64Array(Math.min(numbers.length, 4 * wanted))
  let [count, limit] = [0, Infinity]
  for (const number of numbers) {
    if (number > limit) continue
    if (count === kept.length) {
      kept.sort()
      count = wanted
      limit = kept[wanted - 1] as number
      if (number > limit) continue
    }
    kept[count++] = number
  }
  return kept.subarray(0, count).sort().subarray(0, wanted)
}
