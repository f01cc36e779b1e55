/** True when numbers of a column, between two places, go through a phrase: each of its words may be one of several numbers. */
export function isIn(
  wanted: readonly (readonly number[])[],
  numbers: ArrayLike<number>,
  from = 0,
  to = numbers.length,
): boolean {
  for (let start = from; start + wanted.length <= to; start++) {
    let at = 0
    while (at < wanted.length && wanted[at]?.includes(numbers[start + at] as number)) at++
    if (at === wanted.length) return true
  }
  return false
}
