import type { Pairs } from './pairs.js'
import type { Postings } from './postings.js'
import type { Word } from '../words/word.js'

/** A word of the catalog with its marks, and where it stands. */
export interface Term {
  /** Its place among all terms. */
  readonly id: number
  readonly word: Word
  /** As first printed, in lower case. */
  readonly text: string
  readonly fold: Fold
  readonly postings: Postings
}

/** All words that are the same without marks. */
export interface Fold {
  /** Its place among all plain words. */
  readonly id: number
  readonly text: string
  terms: Term[]
  /** Those of its catalog. */
  readonly pairs: Pairs
}
