/** True when words of a list, between two places, go through a phrase: each word of it may be one of several. */
export function isIn<Word>(
  wanted: readonly (readonly Word[])[],
  words: ArrayLike<Word>,
  from = 0,
  to = words.length,
): boolean {
  for (let start = from; start + wanted.length <= to; start++) {
    let at = 0
    while (at < wanted.length && wanted[at]?.includes(words[start + at] as Word)) at++
    if (at === wanted.length) return true
  }
  return false
}
