/** Things that were given a number each, in the order of their coming. */
export class Numbered<T> {
  readonly items: T[] = []
  readonly #numbers = new Map<string, number>()

  /** The number of the thing that bears this name; a new one is made when there is none. */
  numberOf(name: string, make: () => T): number {
    let number = this.#numbers.get(name)
    if (number === undefined) {
      number = this.items.length
      this.#numbers.set(name, number)
      this.items.push(make())
    }
    return number
  }

  /** For each number, 1 where the thing is wanted. */
  marks(isWanted: (item: T) => boolean): Uint8Array {
    const marks = new Uint8Array(this.items.length)
    for (let number = 0; number < marks.length; number++) if (isWanted(this.items[number] as T)) marks[number] = 1
    return marks
  }
}
