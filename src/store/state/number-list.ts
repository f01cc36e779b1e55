type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

const FIRST_ROOM = 8
/** A short list may be half empty; of a long one an eighth is enough, since it is copied in no time. */
const SHORT = 512
const SHORT_GROWTH = 1.5
const GROWTH = 1.125

const kindFor = (largest: number) =>
  largest < 2 ** 8 ? Uint8Array : largest < 2 ** 16 ? Uint16Array : largest < 2 ** 32 ? Uint32Array : Float64Array

/** A list of whole numbers from 0 up, in a typed array that grows with it: as many bytes for each as the largest needs. */
export class NumberList {
  length = 0
  #values: Numbers = new Uint8Array(FIRST_ROOM)
  /** The largest that has its place in so many bytes is below this. */
  #limit = 2 ** 8

  at(index: number): number | undefined {
    return index < this.length ? this.#values[index] : undefined
  }

  /** Numbers between the end and a place beyond it are 0. */
  set(index: number, value: number): void {
    if (index >= this.length) this.#reach(index + 1)
    if (value >= this.#limit) this.#widen(value)
    this.#values[index] = value
  }

  push(value: number): void {
    this.set(this.length, value)
  }

  /** Makes room for a number before others. */
  insert(index: number, value: number): void {
    this.#reach(this.length + 1)
    this.#values.copyWithin(index + 1, index, this.length - 1)
    this.set(index, value)
  }

  /** Makes room for so many numbers at once. */
  makeRoom(length: number): void {
    if (length > this.#values.length) this.#move(length)
  }

  #reach(length: number): void {
    this.length = length
    const room = this.#values.length
    if (length > room) this.#move(Math.max(length, Math.ceil(room * (room < SHORT ? SHORT_GROWTH : GROWTH))))
  }

  #widen(value: number): void {
    const kind = kindFor(value)
    this.#limit = kind === Float64Array ? Infinity : 2 ** (8 * kind.BYTES_PER_ELEMENT)
    this.#move(this.#values.length, kind)
  }

  #move(room: number, kind = kindFor(this.#limit - 1)): void {
    const more: Numbers = new kind(room)
    more.set(this.#values)
    this.#values = more
  }
}
