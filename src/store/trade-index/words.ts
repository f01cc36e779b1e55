import type { KeyHash } from '../state/key-hash.js'

const FIRST_ROOM = 4096
const HALF = 2 ** 32
const ABSENT: KeyHash = { high: 0, low: 0 }

/** Numbers in words of 32 bits, one after the other. */
export class WordWriter {
  #words = new Uint32Array(FIRST_ROOM)
  #length = 0

  get bytes(): Uint8Array {
    return new Uint8Array(this.#words.buffer, 0, this.#length * Uint32Array.BYTES_PER_ELEMENT)
  }

  /** A whole number from 0 below 2³². */
  small(value: number): void {
    if (this.#length === this.#words.length) {
      const more = new Uint32Array(this.#words.length * 2)
      more.set(this.#words)
      this.#words = more
    }
    this.#words[this.#length++] = value
  }

  /** A whole number from 0 up to the largest safe one. */
  large(value: number): void {
    this.small(value % HALF)
    this.small(Math.floor(value / HALF))
  }

  hash({ high, low }: KeyHash): void {
    this.small(high)
    this.small(low)
  }

  maybeHash(hash: KeyHash | null): void {
    this.hash(hash ?? ABSENT)
  }

  clear(): void {
    this.#length = 0
  }
}

/** Reads what a {@link WordWriter} wrote, in the same order. */
export class WordReader {
  #next = 0

  constructor(private readonly words: Uint32Array) {}

  get isAtEnd(): boolean {
    return this.#next >= this.words.length
  }

  small(): number {
    return this.words[this.#next++] ?? 0
  }

  large(): number {
    const low = this.small()
    return low + this.small() * HALF
  }

  /** Reads a hash into what stands for it; false when there is none. */
  hash(into: { high: number; low: number }): boolean {
    into.high = this.small()
    into.low = this.small()
    return into.high !== 0 || into.low !== 0
  }
}
