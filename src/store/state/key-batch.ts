import type { KeyHash } from './key-hash.js'

/** So many parts that what belongs to one fits the processor's cache, at some millions of keys. */
const PARTS = 1024
const PART_BITS = 22
const WORDS = 3
/**
 * They are taken in so many turns: in each of them those that come after each other still lie close together, and what
 * holds them is small beside the table.
 */
const TURNS = 32

/**
 * Hashes of keys that come in large number, each with a number below 2³². Taken one by one, each goes to another place of
 * a large table, and memory has to be waited for; by the size of their hashes, those that come after each other lie beside
 * each other, too.
 */
export class KeyBatch {
  readonly #words: Uint32Array
  readonly #sorted: Uint32Array
  #length = 0

  /** `expected`: how many come in all; there is room for one turn. */
  constructor(expected: number) {
    const room = Math.ceil(expected / TURNS)
    this.#words = new Uint32Array(room * WORDS)
    this.#sorted = new Uint32Array(room * WORDS)
  }

  get length(): number {
    return this.#length
  }

  get isFull(): boolean {
    return this.#length * WORDS === this.#words.length
  }

  add({ high, low }: KeyHash, value: number): void {
    const at = this.#length * WORDS
    this.#words[at] = high
    this.#words[at + 1] = low
    this.#words[at + 2] = value
    this.#length += 1
  }

  /** Hands all on and is empty: roughly by the size of their hashes, those of one hash in the order in which they came. */
  drain(take: (hash: KeyHash, value: number) => void): void {
    this.#sort()
    const [sorted, end] = [this.#sorted, this.#length * WORDS]
    this.#length = 0
    const hash = { high: 0, low: 0 }
    for (let at = 0; at < end; at += WORDS) {
      hash.high = sorted[at] ?? 0
      hash.low = sorted[at + 1] ?? 0
      take(hash, sorted[at + 2] ?? 0)
    }
  }

  #sort(): void {
    const [words, sorted, end] = [this.#words, this.#sorted, this.#length * WORDS]
    const next = new Uint32Array(PARTS + 1)
    for (let at = 0; at < end; at += WORDS) {
      const part = ((words[at] ?? 0) >>> PART_BITS) + 1
      next[part] = (next[part] ?? 0) + WORDS
    }
    for (let part = 1; part < PARTS; part += 1) next[part] = (next[part] ?? 0) + (next[part - 1] ?? 0)
    for (let at = 0; at < end; at += WORDS) {
      const part = (words[at] ?? 0) >>> PART_BITS
      const to = next[part] ?? 0
      next[part] = to + WORDS
      sorted[to] = words[at] ?? 0
      sorted[to + 1] = words[at + 1] ?? 0
      sorted[to + 2] = words[at + 2] ?? 0
    }
  }
}
