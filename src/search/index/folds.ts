import { append } from './append.js'
import type { Fold } from './term.js'
import { withoutOneLetter } from '../words/typo.js'

/** Plain words in alphabetical order, to be found by their beginnings or with slips of the fingers. */
export class Folds {
  #folds: Fold[] = []
  #isSorted = true
  readonly #byShorter = new Map<string, Fold[]>()

  add(fold: Fold): void {
    this.#folds.push(fold)
    this.#isSorted = false
    for (const shorter of withoutOneLetter(fold.text)) append(this.#byShorter, shorter, fold)
  }

  /** Makes ready; done anyway when it is needed. */
  sort(): void {
    if (!this.#isSorted) this.#folds.sort((a, b) => (a.text < b.text ? -1 : 1))
    this.#isSorted = true
  }

  /** Those that begin so or are so, in order. */
  withBeginning(beginning: string): Fold[] {
    this.sort()
    const found: Fold[] = []
    for (let i = this.#firstFrom(beginning); this.#folds[i]?.text.startsWith(beginning); i++)
      found.push(this.#folds[i] as Fold)
    return found
  }

  /** Those that a slip or two may have turned into this text. */
  near(text: string): Iterable<Fold> {
    return new Set(withoutOneLetter(text).flatMap((shorter) => this.#byShorter.get(shorter) ?? []))
  }

  #firstFrom(text: string): number {
    let [low, high] = [0, this.#folds.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#folds[middle] as Fold).text < text) low = middle + 1
      else high = middle
    }
    return low
  }
}
