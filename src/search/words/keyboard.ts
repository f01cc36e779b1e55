const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const POSITIONS = new Map(
  ROWS.flatMap((row, y) => Array.from(row).map((key, x) => [key, { x: x + y * 0.5, y }] as const)),
)

/** True when two keys touch on a QWERTY keyboard. */
export function areNeighbours(a: string, b: string): boolean {
  const [first, second] = [POSITIONS.get(a), POSITIONS.get(b)]
  if (!first || !second) return false
  return Math.abs(first.y - second.y) <= 1 && Math.abs(first.x - second.x) <= 1
}
