import { marksAgreement } from '../words/marks.js'
import { OtherMeanings } from '../index/other-meanings.js'
import type { Phrase, Synonyms } from '../synonyms.js'
import { isMarked, wordKey } from '../words/word.js'

/** A stretch of a query and what may stand in its place. */
export interface Substitution {
  readonly start: number
  readonly length: number
  readonly phrase: Phrase
  /** From 0 to 1. */
  readonly likelihood: number
  readonly anywhere: boolean
}

const SYNONYM = 0.8
/** A single word without marks may be many words; its synonyms are a guess. */
const UNMARKED_WORD = 0.6
const LEAST_AGREEMENT = 0.8

const phraseFold = (words: Phrase): string => words.map((word) => word.fold).join(' ')
const phraseKey = (words: Phrase): string => words.map(wordKey).join(' ')

/** Looks up which words of a query may be said otherwise: one step only, since chains lead astray (củ đậu → củ sắn → sắn). */
export class SynonymTable {
  readonly otherMeanings: OtherMeanings
  readonly #byFold = new Map<
    string,
    { readonly from: Phrase; readonly to: readonly Phrase[]; readonly anywhere: boolean }[]
  >()
  #longest = 0

  constructor(synonyms: readonly Synonyms[]) {
    this.otherMeanings = new OtherMeanings(synonyms)
    for (const { from, to, anywhere = false } of synonyms)
      for (const phrase of from) {
        const fold = phraseFold(phrase)
        const others = to.filter((other) => phraseKey(other) !== phraseKey(phrase))
        this.#byFold.set(fold, [...(this.#byFold.get(fold) ?? []), { from: phrase, to: others, anywhere }])
        this.#longest = Math.max(this.#longest, phrase.length)
      }
  }

  /** Every substitution in a query, likeliest first. */
  find(words: Phrase, marksTyped: boolean): Substitution[] {
    const found: Substitution[] = []
    for (let start = 0; start < words.length; start++)
      for (let length = 1; length <= this.#longest && start + length <= words.length; length++)
        if (!this.otherMeanings.isOtherAt(words, start + length - 1))
          found.push(...this.#of(words.slice(start, start + length), start, marksTyped))
    return found.sort((a, b) => b.likelihood - a.likelihood || b.length - a.length || a.start - b.start)
  }

  #of(typed: Phrase, start: number, marksTyped: boolean): Substitution[] {
    return (this.#byFold.get(phraseFold(typed)) ?? []).flatMap(({ from, to, anywhere }) => {
      const agreement = from.reduce(
        (product, word, i) => product * marksAgreement(typed[i] ?? word, word, marksTyped),
        1,
      )
      if (agreement < LEAST_AGREEMENT) return []
      const isGuess = typed.length === 1 && from.some(isMarked) && !typed.some(isMarked)
      const likelihood = agreement * (isGuess ? UNMARKED_WORD : SYNONYM)
      return to.map((phrase) => ({ start, length: typed.length, phrase, likelihood, anywhere }))
    })
  }
}
