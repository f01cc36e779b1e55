import { randomInt } from 'node:crypto'

/** 64 bits that stand for a key of text, in two halves; never both 0. */
export interface KeyHash {
  readonly high: number
  readonly low: number
}

/** A hash as the key of a `Map`. */
export const nameOf = ({ high, low }: KeyHash): string => `${high} ${low}`

/**
 * Makes hashes of keys, other ones for each seed, so that nobody can choose keys whose hashes meet. Among ten million
 * keys the odds that any two share a hash are one in 300,000. Whoever acts on a hit reads the record and looks at the
 * key in it.
 */
export class KeyHasher {
  constructor(readonly seed = randomInt(2 ** 32)) {}

  /** Two multiplicative hashes that mix each other at the end, after bryc's cyrb53 (public domain). */
  hash(key: string): KeyHash {
    let high = 0xdeadbeef ^ this.seed
    let low = 0x41c6ce57 ^ this.seed
    for (let index = 0; index < key.length; index += 1) {
      const unit = key.charCodeAt(index)
      high = Math.imul(high ^ unit, 2654435761)
      low = Math.imul(low ^ unit, 1597334677)
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    return { high: high >>> 0, low: (high | low) === 0 ? 1 : low >>> 0 }
  }
}
