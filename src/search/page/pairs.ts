import type { Pairs as PairColumns } from '../index/pairs.js'

/** Which plain words stand side by side in the catalog, and how often. */
export class Pairs implements Pick<PairColumns, 'times' | 'add'> {
  readonly #counts = new Map<string, number>()

  times(first: number, second: number): number {
    return this.#counts.get(`${first} ${second}`) ?? 0
  }

  add(first: number, second: number, change: number): void {
    this.#counts.set(`${first} ${second}`, this.times(first, second) + change)
  }
}
