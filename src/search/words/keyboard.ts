/** The keys of a QWERTY keyboard, with room between the rows: of two that touch one comes 1, 10 or 11 after the other. */
const KEYS = 'qwertyuiop asdfghjkl  zxcvbnm'

/** True when two keys touch. */
export function areNeighbours(a: string, b: string): boolean {
  const [first, second] = [KEYS.indexOf(a), KEYS.indexOf(b)]
  return Math.min(first, second) >= 0 && [1, 10, 11].includes(Math.abs(first - second))
}
