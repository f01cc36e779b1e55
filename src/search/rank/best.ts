import type { Order } from './live-order.js'

/** Grades of fit before the judge for each 1 of score; finer differences are left to certificate and stock. */
export const GRADES_OF_ONE = 500
/** What is meant as a whole, or is a producer's name, scores up to so many times more. */
export const GRADES = 4 * GRADES_OF_ONE

/** The first `wanted` by grade, then by rank. Counts grades first, so that only what can be among them is sorted. */
export function best(
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
