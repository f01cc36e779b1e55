/** Room for so many words of a catalog: two of their numbers make one that is exact. */
const MOST_WORDS = 2 ** 26
const SMALLEST = 1024
/** The part of the table that is filled at most. */
const FULL = 0.6

/** Which plain words, by number, stand side by side in the catalog, and how often: a hash table in two columns. */
export class Pairs {
  /** By place in the table: the pair, 0 for none. */
  keys: Float64Array = new Float64Array(SMALLEST)
  counts: Uint32Array = new Uint32Array(SMALLEST)
  #used = 0

  /** How often the catalog has the second right after the first. */
  times(first: number, second: number): number {
    return this.counts[this.#find(first, second)] as number
  }

  /** Counts two words as neighbours so many times more, or less. */
  add(first: number, second: number, change: number): void {
    let at = this.#find(first, second)
    if (this.keys[at] === 0) {
      if (++this.#used > FULL * this.keys.length) {
        this.#grow()
        at = this.#find(first, second)
      }
      this.keys[at] = keyOf(first, second)
    }
    this.counts[at] = (this.counts[at] as number) + change
  }

  /** Takes a table as {@link keys} and {@link counts} gave it. */
  restore(keys: Float64Array, counts: Uint32Array): void {
    this.keys = keys
    this.counts = counts
    this.#used = keys.reduce((used, key) => used + Number(key > 0), 0)
  }

  /** Where a pair stands, or would have to stand. */
  #find(first: number, second: number): number {
    const { keys } = this
    const key = keyOf(first, second)
    const last = keys.length - 1
    let at = placeOf(first, second) & last
    while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & last
    return at
  }

  #grow(): void {
    const { keys, counts } = this
    this.keys = new Float64Array(2 * keys.length)
    this.counts = new Uint32Array(2 * keys.length)
    keys.forEach((key, from) => {
      if (key === 0) return
      const at = this.#find(Math.floor((key - 1) / MOST_WORDS), (key - 1) % MOST_WORDS)
      this.keys[at] = key
      this.counts[at] = counts[from] as number
    })
  }
}

const keyOf = (first: number, second: number): number => first * MOST_WORDS + second + 1

function placeOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
