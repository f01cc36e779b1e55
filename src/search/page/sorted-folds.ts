import type { SortedFolds as FastFolds } from '../index/sorted-folds.js'
import type { Fold } from '../index/term.js'

/** Plain words, to be found by their beginnings, sorted as they are found. */
export class SortedFolds implements Pick<FastFolds, 'add' | 'withBeginning'> {
  readonly #folds: Fold[] = []

  add(fold: Fold): void {
    this.#folds.push(fold)
  }

  withBeginning(beginning: string): Fold[] {
    return this.#folds.filter(({ text }) => text.startsWith(beginning)).sort((a, b) => (a.text < b.text ? -1 : 1))
  }
}
