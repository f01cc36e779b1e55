import { randomInt } from 'node:crypto'

const EMPTY = 0

/**
 * Finds a number by a key of text, in 24 to 48 bytes a key however long the key is; a `Map` of a million identifiers
 * takes a hundred bytes and more for each.
 *
 * The key itself is not kept, only 64 bits of its hash, seeded anew in every process: among ten million keys the odds
 * that any two share them are one in 300,000. Whoever acts on a hit reads the record and looks at the key in it.
 */
export class KeyTable {
  readonly #seed = randomInt(2 ** 32)
  #size = 0
  #slots = 1024
  /** Two halves of the hash for each slot, both 0 where it is empty. */
  #hashes = new Uint32Array(2 * this.#slots)
  #values = new Float64Array(this.#slots)
  #high = 0
  #low = 0

  get(key: string): number | undefined {
    this.#hash(key)
    const slot = this.#find(this.#high, this.#low)
    return this.#isEmpty(slot) ? undefined : this.#values[slot]
  }

  set(key: string, value: number): void {
    if (this.#size * 3 >= this.#slots * 2) this.#grow()
    this.#hash(key)
    this.#place(this.#high, this.#low, value)
  }

  #place(high: number, low: number, value: number): void {
    const slot = this.#find(high, low)
    if (this.#isEmpty(slot)) this.#size += 1
    this.#hashes[2 * slot] = high
    this.#hashes[2 * slot + 1] = low
    this.#values[slot] = value
  }

  #isEmpty(slot: number): boolean {
    return this.#hashes[2 * slot] === EMPTY && this.#hashes[2 * slot + 1] === EMPTY
  }

  /** The slot that holds the hash, or the empty one where it belongs. */
  #find(high: number, low: number): number {
    const mask = this.#slots - 1
    let slot = low & mask
    while (!this.#isEmpty(slot) && (this.#hashes[2 * slot] !== high || this.#hashes[2 * slot + 1] !== low))
      slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values]
    this.#slots *= 2
    this.#hashes = new Uint32Array(2 * this.#slots)
    this.#values = new Float64Array(this.#slots)
    this.#size = 0
    values.forEach((value, slot) => {
      const [high = EMPTY, low = EMPTY] = [hashes[2 * slot], hashes[2 * slot + 1]]
      if (high !== EMPTY || low !== EMPTY) this.#place(high, low, value)
    })
  }

  /** Two multiplicative hashes that mix each other at the end, after bryc's cyrb53 (public domain). */
  #hash(key: string): void {
    let high = 0xdeadbeef ^ this.#seed
    let low = 0x41c6ce57 ^ this.#seed
    for (let index = 0; index < key.length; index += 1) {
      const unit = key.charCodeAt(index)
      high = Math.imul(high ^ unit, 2654435761)
      low = Math.imul(low ^ unit, 1597334677)
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    this.#high = high >>> 0
    this.#low = (high | low) === 0 ? 1 : low >>> 0
  }
}
