import { best, GRADES, GRADES_OF_ONE } from './best.js'
import { readingOf, type Found } from './found.js'
import type { Order } from './live-order.js'
import { judge, STEPS, type Judgement } from './judge.js'
import type { TextIndex } from '../index/text-index.js'

/** Products that Fuse.js scores for one query, at most; the rest keep the order of the words alone. */
export const MOST_JUDGED = 64

/** Names that hold more than was asked for come a little later. */
const LENGTH_SHARE = 0.15

export interface Ranked {
  readonly slots: readonly number[]
  readonly judged: ReadonlyMap<number, Judgement>
}

/** Puts the best `wanted` of the slots in order, ties by `order`. */
export function rank(slots: Uint32Array, wanted: number, found: Found, index: TextIndex, order: Order): Ranked {
  const proposed = propose(slots, Math.max(wanted, MOST_JUDGED), found, index, order)
  const judgements = judge(proposed.slice(0, MOST_JUDGED), found, index)
  const step = ({ score }: Judgement): number => Math.round(score * STEPS)
  judgements.sort((a, b) => step(b) - step(a) || (order.ranks[a.slot] as number) - (order.ranks[b.slot] as number))
  return {
    slots: [...judgements.map(({ slot }) => slot), ...proposed.slice(MOST_JUDGED)],
    judged: new Map(judgements.map((judgement) => [judgement.slot, judgement])),
  }
}

/** The best `wanted` of the slots by their words and the length of the name alone, ties by `order`. */
export function propose(
  slots: Uint32Array,
  wanted: number,
  found: Found,
  { nameLengths }: TextIndex,
  order: Order,
): number[] {
  const { scores } = found.matches
  return best(
    slots,
    wanted,
    (slot) => gradeOf(scores[slot] as number, readingOf(found, slot).words.length, nameLengths[slot] as number),
    order,
  )
}

/** Of a product by its score, the words of its reading and those of its name. */
export function gradeOf(score: number, words: number, nameLength: number): number {
  const share = Math.min(1, words / Math.max(1, nameLength))
  return Math.max(0, Math.min(GRADES, Math.round(score * (1 - LENGTH_SHARE + LENGTH_SHARE * share) * GRADES_OF_ONE)))
}
