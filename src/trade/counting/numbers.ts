const FIRST_ROOM = 1024

/** A list of small whole numbers that only grows. */
export class Numbers {
  #values = new Int32Array(FIRST_ROOM)
  length = 0

  constructor(first: readonly number[] = []) {
    for (const value of first) this.push(value)
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const more = new Int32Array(this.#values.length * 2)
      more.set(this.#values)
      this.#values = more
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index] ?? 0
  }
}
