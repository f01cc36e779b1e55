import { Numbers } from './numbers.js'

const FIRST_ROOM = 2048

/**
 * Pairs of small whole numbers that were given a number each, in the order of their coming. They lie in typed arrays: a
 * million of them are nothing that the garbage collector has to walk through.
 */
export class NumberedPairs {
  readonly firsts = new Numbers()
  readonly seconds = new Numbers()
  /** Where a pair's number stands, plus one; 0 is a free place. Never more than half full. */
  #places = new Int32Array(FIRST_ROOM)

  get length(): number {
    return this.firsts.length
  }

  /** The number of this pair; a new one, the length until then, when it is not known. */
  numberOf(first: number, second: number): number {
    if (this.length * 2 >= this.#places.length) this.#makeRoom()
    const place = this.#placeOf(first, second)
    const known = this.#places[place] ?? 0
    if (known > 0) return known - 1
    this.firsts.push(first)
    this.seconds.push(second)
    this.#places[place] = this.length
    return this.length - 1
  }

  #placeOf(first: number, second: number): number {
    const mask = this.#places.length - 1
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    for (let place = (hash ^ (hash >>> 13)) & mask; ; place = (place + 1) & mask) {
      const number = (this.#places[place] ?? 0) - 1
      if (number < 0 || (this.firsts.at(number) === first && this.seconds.at(number) === second)) return place
    }
  }

  #makeRoom(): void {
    this.#places = new Int32Array(this.#places.length * 2)
    for (let number = 0; number < this.length; number++)
      this.#places[this.#placeOf(this.firsts.at(number), this.seconds.at(number))] = number + 1
  }
}
