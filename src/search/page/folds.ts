import type { Folds as FastFolds } from '../index/folds.js'
import type { Fold } from '../index/term.js'
import { typoLikelihood } from '../words/typo.js'

/** Plain words, to be found by looking at each one. */
export class Folds implements Pick<FastFolds, 'add' | 'withBeginning' | 'near'> {
  readonly #folds: Fold[] = []

  add(fold: Fold): void {
    this.#folds.push(fold)
  }

  withBeginning(beginning: string): Fold[] {
    return this.#folds.filter(({ text }) => text.startsWith(beginning)).sort((a, b) => (a.text < b.text ? -1 : 1))
  }

  near(text: string): Iterable<Fold> {
    return this.#folds.filter((fold) => typoLikelihood(text, fold.text))
  }
}
