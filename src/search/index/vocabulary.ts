import { append } from './append.js'
import { Folds } from './folds.js'
import { Pairs } from './pairs.js'
import { Postings } from './postings.js'
import type { Fold, Term } from './term.js'
import { soundKey } from '../words/sound.js'
import { wordsIn } from '../words/tokenize.js'
import { toWord, wordKey, type Word } from '../words/word.js'

/** How often the catalog has the second right after the first. */
export const timesFollowed = (first: Fold, second: Fold): number => first.pairs.times(first.id, second.id)

/** Counts the words of a text as neighbours once more, or once less. */
export function countPairs(terms: readonly Term[], change: 1 | -1): void {
  for (let i = 1; i < terms.length; i++) {
    const { id, pairs } = (terms[i - 1] as Term).fold
    pairs.add(id, (terms[i] as Term).fold.id, change)
  }
}

/** Longer runs of letters are no words of anybody's language. */
const LONGEST_WORD = 40
export const isWord = (run: string): boolean => run.length <= LONGEST_WORD

/** The words of the catalog, to be found by spelling, beginning, sound or with a slip of the fingers. */
export class Vocabulary {
  /** By number. */
  readonly terms: Term[] = []
  readonly pairs = new Pairs()
  readonly #byText = new Map<string, Term>()
  readonly #byKey = new Map<string, Term>()
  readonly #folds = new Map<string, Fold>()
  readonly #bySound = new Map<string | null, Fold[]>()
  readonly #all = new Folds()

  /** The words of a text, made when new. */
  read(text: string): Term[] {
    return wordsIn(text).flatMap((word) => this.intern(word) ?? [])
  }

  /** The term of a word as printed, made when new; null for runs too long to be a word. */
  intern(text: string): Term | null {
    let term = this.#byText.get(text) ?? null
    if (!term && isWord(text)) this.#byText.set(text, (term = this.add(text)))
    return term
  }

  /** The same for a word that is known to be none too long. */
  add(text: string): Term {
    const word = toWord(text)
    const key = wordKey(word)
    const known = this.#byKey.get(key)
    if (known) return known
    const fold = this.#folds.get(word.fold) ?? this.#addFold(word.fold)
    const term = {
      id: this.terms.length,
      word,
      text: text.toLowerCase().normalize('NFC'),
      fold,
      postings: new Postings(),
    }
    this.terms.push(term)
    // Most have one term: a list that begins empty makes room for seventeen.
    if (fold.terms.length > 0) fold.terms.push(term)
    else fold.terms = [term]
    this.#byKey.set(key, term)
    return term
  }

  #addFold(text: string): Fold {
    const fold: Fold = { id: this.#folds.size, text, terms: [], pairs: this.pairs }
    this.#folds.set(text, fold)
    this.#all.add(fold)
    const sound = soundKey(text)
    if (sound !== null) append(this.#bySound, sound, fold)
    return fold
  }

  /** The term of exactly this word; null unless some product holds it. */
  find(word: Word): Term | null {
    const term = this.#byKey.get(wordKey(word))
    return term && term.postings.length > 0 ? term : null
  }

  /** The words that are the same without marks; null unless some product holds one. */
  findFold(text: string): Fold | null {
    const fold = this.#folds.get(text)
    return fold && isLive(fold) ? fold : null
  }

  /** How often the catalog has the second word right after the first, marks aside. */
  timesFollowed(first: Word | undefined, second: Word | undefined): number {
    const before = first && this.findFold(first.fold)
    const after = second && this.findFold(second.fold)
    return before && after ? timesFollowed(before, after) : 0
  }

  /** Words that begin so or are so, in alphabetical order. */
  withBeginning(beginning: string): Fold[] {
    return this.#all.withBeginning(beginning).filter(isLive)
  }

  /** Makes ready to look words up by their beginnings; done anyway when it is needed. */
  sort(): void {
    this.#all.sort()
  }

  /** Words that some speakers do not tell from this one. */
  soundingLike(fold: string): Fold[] {
    return othersOf(this.#bySound.get(soundKey(fold)) ?? [], fold)
  }

  /** Words that a slip or two of the fingers may have turned into this one; the caller judges how likely. */
  near(fold: string): Fold[] {
    return othersOf(this.#all.near(fold), fold)
  }
}

const isLive = (fold: Fold): boolean => fold.terms.some((term) => term.postings.length > 0)

const othersOf = (found: Iterable<Fold>, fold: string): Fold[] =>
  [...found].filter((other) => other.text !== fold && isLive(other))
