/** Texts that occur again and again, each by a number: ids, days, provinces. A block of the index brings the new ones. */
export class Names {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []
  #told = 0

  numberOf(name: string): number {
    let number = this.#numbers.get(name)
    if (number === undefined) {
      number = this.#names.length
      this.#numbers.set(name, number)
      this.#names.push(name)
    }
    return number
  }

  nameOf(number: number): string {
    return this.#names[number] ?? ''
  }

  /** Those that came since the last call. */
  takeNew(): string[] {
    const fresh = this.#names.slice(this.#told)
    this.#told = this.#names.length
    return fresh
  }

  /** Takes over what a block brought. */
  add(names: readonly string[]): void {
    for (const name of names) this.numberOf(name)
    this.#told = this.#names.length
  }
}
