import type { Alternative, How } from './alternatives.js'
import type { Word } from '../words/word.js'

/** A word that a product must hold, in any of several spellings. */
export interface ReadingWord {
  /** Best first. */
  readonly alternatives: readonly Alternative[]
  /** Plain letters as typed or rewritten, for the judge. */
  readonly text: string
  /** The typed word that it comes from. */
  readonly at: number
  /** False for words such as "mua" or "ngon" that products need not hold. */
  readonly isRequired: boolean
  /** For synonyms: only what names or describes the product. */
  readonly onlyInNames?: boolean | undefined
  /** Neighbours that give the word another meaning do not speak against it: củ sắn for củ đậu, cá dứa typed in full. */
  readonly inOtherMeaning?: boolean | undefined
}

/** One way to understand a query; a product fits when it fits one of them. */
export interface Reading {
  readonly words: readonly ReadingWord[]
  /** 1 for what was typed, less for what may have been meant, more for a name that was typed in full. */
  readonly likelihood: number
  /** How it differs from what was typed; null when it does not. */
  readonly how: How | null
  /** Words that have to stand side by side, marks that were typed agreeing; for `producer` its name, or that without its kind. */
  readonly phrases: readonly (readonly Word[])[]
}
