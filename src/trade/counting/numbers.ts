const FIRST_ROOM = 1024

const newInts = (length: number): Int32Array<ArrayBuffer> => new Int32Array(length)

/** A list of whole numbers that only grows: 4 bytes each, 8 once there is one that has no place in 4. */
export class Numbers {
  /** As long as there is room; what lies behind `length` is 0. Another array once that grows. */
  values: Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> = newInts(FIRST_ROOM)
  length = 0

  constructor(first: readonly number[] = []) {
    for (const value of first) this.push(value)
  }

  push(value: number): void {
    const { values } = this
    if (this.length === values.length) {
      this.values = values instanceof Int32Array ? newInts(values.length * 2) : new Float64Array(values.length * 2)
      this.values.set(values)
    }
    this.length += 1
    this.#put(this.length - 1, value)
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  /** Adds to a number of the list. */
  add(index: number, value: number): void {
    this.#put(index, this.at(index) + value)
  }

  #put(index: number, value: number): void {
    if ((value | 0) !== value && this.values instanceof Int32Array) this.values = Float64Array.from(this.values)
    this.values[index] = value
  }
}
