type Numbers = Uint8Array | Int32Array | Uint32Array | Float64Array

const FIRST_ROOM = 8
const GROWTH = 1.5

/** A list of numbers in a typed array that grows with it. */
export class NumberList {
  length = 0
  #values: Numbers

  /** What the numbers are kept in: it has to hold the largest. */
  constructor(private readonly kind: new (length: number) => Numbers) {
    this.#values = new kind(FIRST_ROOM)
  }

  at(index: number): number | undefined {
    return index < this.length ? this.#values[index] : undefined
  }

  /** Numbers between the end and a place beyond it are 0. */
  set(index: number, value: number): void {
    if (index >= this.length) this.#reach(index + 1)
    this.#values[index] = value
  }

  push(value: number): void {
    this.set(this.length, value)
  }

  /** Makes room for a number before others. */
  insert(index: number, value: number): void {
    this.#reach(this.length + 1)
    this.#values.copyWithin(index + 1, index, this.length - 1)
    this.#values[index] = value
  }

  /** Makes room for so many numbers at once. */
  makeRoom(length: number): void {
    if (length > this.#values.length) this.#move(length)
  }

  #reach(length: number): void {
    this.length = length
    if (length > this.#values.length) this.#move(Math.max(length, Math.ceil(this.#values.length * GROWTH)))
  }

  #move(room: number): void {
    const more = new this.kind(room)
    more.set(this.#values)
    this.#values = more
  }
}
