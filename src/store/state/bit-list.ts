import { NumberList } from './number-list.js'

const WORD = 32

/** A set of small whole numbers, in a bit for each. */
export class BitList {
  readonly #words = new NumberList()

  has(number: number): boolean {
    return (((this.#words.at(number >>> 5) ?? 0) >>> (number & 31)) & 1) === 1
  }

  set(number: number, isIn: boolean): void {
    const word = this.#words.at(number >>> 5) ?? 0
    const bit = 1 << (number & 31)
    this.#words.set(number >>> 5, (isIn ? word | bit : word & ~bit) >>> 0)
  }

  /** Those below `end`, the largest first. */
  *descending(end: number): Generator<number> {
    for (let index = Math.min(this.#words.length - 1, (end - 1) >>> 5); index >= 0; index -= 1) {
      const word = this.#words.at(index) ?? 0
      if (word === 0) continue
      for (let bit = WORD - 1; bit >= 0; bit -= 1) {
        const number = index * WORD + bit
        if (((word >>> bit) & 1) === 1 && number < end) yield number
      }
    }
  }
}
