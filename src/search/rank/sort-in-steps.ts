/** So many comparisons or so take a millisecond. */
const STEP = 4000
/** And so many of a collator. */
const COLLATED_STEP = 1000

/**
 * Sorts slots without holding up other work: the caller goes on with it whenever it likes. Equal ones keep their order.
 */
export function* sortInSteps(
  slots: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  let [from, to] = [slots.slice(), new Uint32Array(slots.length)]
  for (let width = 1; width < slots.length; width *= 2) {
    let out = 0
    while (out < slots.length) {
      const [middle, end] = [Math.min(out + width, slots.length), Math.min(out + 2 * width, slots.length)]
      let [left, right] = [out, middle]
      for (; out < end; out++) {
        const takesLeft = left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0)
        to[out] = from[takesLeft ? left++ : right++] as number
        if (out % STEP === 0) yield
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** The same for slots whose keys are whole numbers up to `most`, not many more than there are slots. */
export function* sortByCounting(
  slots: Uint32Array,
  keys: Uint8Array | Uint32Array,
  most: number,
): Generator<void, Uint32Array> {
  const starts = new Uint32Array(most + 2)
  for (let i = 0; i < slots.length; i++) {
    const next = (keys[slots[i] as number] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] as number) + (starts[key - 1] as number)
  yield
  const sorted = new Uint32Array(slots.length)
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number
    const key = keys[slot] as number
    const at = starts[key] as number
    sorted[at] = slot
    starts[key] = at + 1
  }
  yield
  return sorted
}

/** Puts slots in order that nearly are: a collator is slow on a random order and quick on one that is nearly right. */
export function* mendOrder(
  slots: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  for (let end = 1; end < slots.length; end++) {
    const slot = slots[end] as number
    if (compare(slots[end - 1] as number, slot) > 0) {
      const at = positionFromEnd(slots, end, slot, compare)
      slots.copyWithin(at + 1, at, end)
      slots[at] = slot
    }
    if (end % COLLATED_STEP === 0) yield
  }
  return slots
}

/** Where a slot belongs that is usually not far from the end. */
function positionFromEnd(
  sorted: Uint32Array,
  end: number,
  slot: number,
  compare: (a: number, b: number) => number,
): number {
  let [high, reach] = [end - 1, 1]
  while (reach <= high && compare(sorted[high - reach] as number, slot) > 0) {
    high -= reach
    reach *= 2
  }
  return firstAfter(sorted, slot, compare, Math.max(0, high - reach), high)
}

/** The first position between two at which a slot comes before what stands there. */
export function firstAfter(
  sorted: Uint32Array,
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
