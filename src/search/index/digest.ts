/** A text as a number of 53 bits: two texts that differ have the same one in no case that anybody will meet. */
export function digest(text: string): number {
  if (text === '') return 0
  let [high, low] = [0x9e3779b9, 0x85ebca6b]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x85ebca77)
    low = Math.imul(low ^ unit, 0xc2b2ae3d)
  }
  high = Math.imul(high ^ (high >>> 15), 0x735a2d97) ^ low
  low = Math.imul(low ^ (low >>> 13), 0xcaf649a9) ^ high
  return (high >>> 0) * 2 ** 21 + (low >>> 11)
}
