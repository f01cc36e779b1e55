import type { Order } from '../rank/live-order.js'
export { GRADES, GRADES_OF_ONE } from '../rank/best.js'

/** The first `wanted` by grade, the highest first, then by rank. */
export const best = (
  slots: Uint32Array,
  wanted: number,
  gradeOf: (slot: number) => number,
  { ranks }: Order,
): number[] =>
  Array.from(slots, (slot) => ({ slot, grade: gradeOf(slot) }))
    .sort((a, b) => b.grade - a.grade || (ranks[a.slot] as number) - (ranks[b.slot] as number))
    .slice(0, wanted)
    .map(({ slot }) => slot)
