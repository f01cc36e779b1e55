/** So many comparisons or so take a millisecond or two. */
const STEP = 1000

interface Keyed {
  readonly slot: number
  readonly key: string
}

/**
 * Sorts slots without holding up other work: the caller goes on with it whenever it likes. A collator is slow on a
 * random order and quick on one that is nearly right, so plain keys that sort nearly as it does come first.
 */
export function* sortInSteps(
  slots: readonly number[],
  roughKey: (slot: number) => string,
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  const sorted: number[] = []
  for (const { slot } of yield* sortRoughly(slots, roughKey)) {
    if (sorted.length === 0 || compare(sorted[sorted.length - 1] as number, slot) <= 0) sorted.push(slot)
    else sorted.splice(positionFromEnd(sorted, slot, compare), 0, slot)
    if (sorted.length % STEP === 0) yield
  }
  return sorted
}

/** Sorted stretches, merged two by two until one is left. */
function* sortRoughly(slots: readonly number[], roughKey: (slot: number) => string): Generator<void, Keyed[]> {
  let stretches: Keyed[][] = []
  for (let start = 0; start < slots.length; start += STEP) {
    const stretch = slots.slice(start, start + STEP).map((slot) => ({ slot, key: roughKey(slot) }))
    stretches.push(stretch.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)))
    yield
  }
  while (stretches.length > 1) {
    const merged: Keyed[][] = []
    for (let i = 0; i < stretches.length; i += 2) merged.push(yield* merge(stretches[i] ?? [], stretches[i + 1] ?? []))
    stretches = merged
  }
  return stretches[0] ?? []
}

function* merge(a: readonly Keyed[], b: readonly Keyed[]): Generator<void, Keyed[]> {
  const merged: Keyed[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [first, second] = [a[i], b[j]]
    if (first && !(second && second.key < first.key)) {
      merged.push(first)
      i++
    } else if (second) {
      merged.push(second)
      j++
    }
    if (merged.length % STEP === 0) yield
  }
  return merged
}

/** Where a slot belongs that is usually not far from the end. */
function positionFromEnd(sorted: readonly number[], slot: number, compare: (a: number, b: number) => number): number {
  let [high, reach] = [sorted.length - 1, 1]
  while (reach <= high && compare(sorted[high - reach] as number, slot) > 0) {
    high -= reach
    reach *= 2
  }
  return firstAfter(sorted, slot, compare, Math.max(0, high - reach), high)
}

/** The first position between two at which a slot comes before what stands there. */
export function firstAfter(
  sorted: readonly number[],
  slot: number,
  compare: (a: number, b: number) => number,
  from = 0,
  to = sorted.length,
): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] as number, slot) < 0) low = middle + 1
    else high = middle
  }
  return low
}
