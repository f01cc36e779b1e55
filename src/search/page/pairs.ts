import type { Pairs as PairColumns } from '../index/pairs.js'

/** More than the words of a page's catalog. */
const MOST_WORDS = 1_000_000

/** Which plain words stand side by side in the catalog, and how often. */
export class Pairs implements Pick<PairColumns, 'times' | 'add'> {
  readonly #counts = new Map<number, number>()

  times(first: number, second: number): number {
    return this.#counts.get(first * MOST_WORDS + second) ?? 0
  }

  add(first: number, second: number, change: number): void {
    this.#counts.set(first * MOST_WORDS + second, this.times(first, second) + change)
  }
}
