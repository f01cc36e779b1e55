import { append } from '../index/append.js'
import { phraseAgreement } from '../words/marks.js'
import { OtherMeanings } from '../index/other-meanings.js'
import type { Synonyms } from '../synonym.js'
import { phraseKey } from '../index/names.js'
import { exactKey, type Phrase } from '../words/phrase.js'
import { isMarked, makeWord, wordKey, type Word } from '../words/word.js'

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
/** Below what was typed only where a product fits no better: ca cao comes before sweets that are called cacao. */
const SAME = 0.92
const FOREIGN = 0.95
/** A single word without marks may be many words; its synonyms are a guess. */
export const UNMARKED_WORD = 0.6
const LEAST_AGREEMENT = 0.8

/** Looks up which words of a query may be said otherwise: one step only, since chains lead astray (củ đậu → củ sắn → sắn). */
export class SynonymTable {
  readonly otherMeanings: OtherMeanings
  readonly #byFold = new Map<
    string,
    {
      readonly from: Phrase
      readonly to: readonly Phrase[]
      readonly anywhere: boolean
      readonly likelihood: number
    }[]
  >()
  /** Words of another language. */
  readonly #foreign = new Set<string>()
  /** Words that mean something as a whole only. */
  readonly #compounds = new Set<string>()
  #longest = 0

  constructor(synonyms: readonly Synonyms[]) {
    this.otherMeanings = new OtherMeanings(synonyms)
    for (const { from, to, otherMeanings } of synonyms)
      for (const phrase of [...from, ...to, ...otherMeanings])
        if (phrase.length > 1)
          this.#compounds.add(exactKey(phrase)).add(exactKey(phrase.map(({ fold }) => makeWord(fold, 0))))
    for (const { from, to, anywhere = false, isSame, isForeign } of synonyms)
      for (const phrase of from) {
        append(this.#byFold, phraseKey(phrase), {
          from: phrase,
          to: to.filter((other) => exactKey(other) !== exactKey(phrase)),
          anywhere,
          likelihood: isSame ? SAME : isForeign ? FOREIGN : SYNONYM,
        })
        if (isForeign) for (const word of phrase) this.#foreign.add(word.fold)
        this.#longest = Math.max(this.#longest, phrase.length)
      }
  }

  /** True for a word that stands for others by itself just as it was typed, such as vừng or BMT: it is no slip. */
  hasWord(word: Word): boolean {
    return this.#entries([word]).some(({ from }) => exactKey(from) === wordKey(word))
  }

  /** True for a word of another language, be it one of several: the dragon of "dragon fruit". */
  isForeign(word: Word): boolean {
    return !isMarked(word) && (this.#foreign.has(word.fold) || this.#foreign.has(singular(word.fold)))
  }

  /** True when the first `length` words end within words that belong together, such as the cà of "cà phê". */
  cuts(words: Phrase, length: number): boolean {
    for (let start = Math.max(0, length - this.#longest); start < length; start++)
      for (let end = length + 1; end <= Math.min(words.length, start + this.#longest); end++)
        if (this.#compounds.has(exactKey(words.slice(start, end)))) return true
    return false
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

  /** The entries of a phrase; of an English plural those of its singular. */
  #entries(typed: Phrase) {
    const fold = phraseKey(typed)
    return this.#byFold.get(fold) ?? this.#byFold.get(singular(fold)) ?? []
  }

  #of(typed: Phrase, start: number, marksTyped: boolean): Substitution[] {
    return this.#entries(typed).flatMap(({ from, to, anywhere, likelihood: usual }) => {
      const agreement = phraseAgreement(typed, from, marksTyped)
      if (agreement < LEAST_AGREEMENT) return []
      const isGuess = typed.length === 1 && from.some(isMarked) && !typed.some(isMarked)
      const likelihood = agreement * (isGuess ? UNMARKED_WORD : usual)
      return to.map((phrase) => ({ start, length: typed.length, phrase, likelihood, anywhere }))
    })
  }
}

/** No Vietnamese word ends in s, so one that does may be an English plural. */
const singular = (fold: string): string =>
  fold
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s]o|ch|sh|x|ss)es$/, '')
    .replace(/(?<=[^s])s$/, '')
