import { Postings } from './postings.js'
import { soundKey } from '../words/sound.js'
import { withoutOneLetter } from '../words/typo.js'
import { toWord, wordKey, type Word } from '../words/word.js'

/** A word of the catalog with its marks, and where it stands. */
export interface Term {
  /** Its place among all terms. */
  readonly id: number
  readonly word: Word
  /** As first printed, in lower case. */
  readonly text: string
  readonly fold: Fold
  readonly postings: Postings
  /** Sorts nearly as the Vietnamese dictionary does, by plain comparison. */
  readonly sortKey: string
}

/** All words that are the same without marks. */
export interface Fold {
  readonly text: string
  readonly terms: Term[]
  /** The plain words that followed it somewhere in the catalog at some time. */
  readonly pairs: Map<Fold, Pair>
}

/** Two plain words side by side, and how often the catalog has them so. */
export interface Pair {
  count: number
}

/** How often the catalog has the second right after the first. */
export const timesFollowed = (first: Fold, second: Fold): number => first.pairs.get(second)?.count ?? 0

/** The pair of two plain words, made when new. */
export function pairOf(first: Fold, second: Fold): Pair {
  let pair = first.pairs.get(second)
  if (!pair) first.pairs.set(second, (pair = { count: 0 }))
  return pair
}

/** Longer runs of letters are no words of anybody's language. */
const LONGEST_WORD = 40
/** Slips are looked for in words up to this length. */
const LONGEST_FOR_TYPOS = 20

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** The words of the catalog, to be found by spelling, beginning, sound or with a slip of the fingers. */
export class Vocabulary {
  /** By number. */
  readonly terms: Term[] = []
  readonly #byText = new Map<string, Term | null>()
  readonly #byKey = new Map<string, Term>()
  readonly #folds = new Map<string, Fold>()
  readonly #bySound = new Map<string, Fold[]>()
  readonly #byShorter = new Map<string, Fold[]>()
  #sorted: Fold[] = []
  #isSorted = true

  /** The term of a word as printed, made when new; null for runs too long to be a word. */
  intern(text: string): Term | null {
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const term = text.length > LONGEST_WORD ? null : this.#add(text)
    if (term) this.#byText.set(text, term)
    return term
  }

  /** Adds a term that another vocabulary had next, with the entries of its postings. */
  restore(text: string, entries: Uint32Array): void {
    const word = toWord(text)
    this.#make(text, word, wordKey(word), entries)
  }

  #add(text: string): Term {
    const word = toWord(text)
    const key = wordKey(word)
    return this.#byKey.get(key) ?? this.#make(text, word, key)
  }

  #make(text: string, word: Word, key: string, entries?: Uint32Array): Term {
    const fold = this.#folds.get(word.fold) ?? this.#addFold(word.fold)
    const term = {
      id: this.terms.length,
      word,
      text: text.toLowerCase().normalize('NFC'),
      fold,
      postings: new Postings(entries),
      sortKey: sortKey(text),
    }
    this.terms.push(term)
    fold.terms.push(term)
    this.#byKey.set(key, term)
    return term
  }

  #addFold(text: string): Fold {
    const fold: Fold = { text, terms: [], pairs: new Map() }
    this.#folds.set(text, fold)
    this.#sorted.push(fold)
    this.#isSorted = false
    const sound = soundKey(text)
    if (sound !== null) push(this.#bySound, sound, fold)
    if (text.length <= LONGEST_FOR_TYPOS)
      for (const shorter of withoutOneLetter(text)) push(this.#byShorter, shorter, fold)
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

  /** Words that begin so, without the one that is so, in alphabetical order, at most `limit`. */
  withBeginning(beginning: string, limit: number): Fold[] {
    this.sort()
    const found: Fold[] = []
    for (let i = this.#firstFrom(beginning); i < this.#sorted.length && found.length < limit; i++) {
      const fold = this.#sorted[i]
      if (!fold?.text.startsWith(beginning)) break
      if (fold.text !== beginning && isLive(fold)) found.push(fold)
    }
    return found
  }

  /** Makes ready to look words up by their beginnings; done anyway when it is needed. */
  sort(): void {
    if (!this.#isSorted) this.#sorted.sort((a, b) => (a.text < b.text ? -1 : 1))
    this.#isSorted = true
  }

  #firstFrom(text: string): number {
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle]?.text ?? '') < text) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Words that some speakers do not tell from this one. */
  soundingLike(fold: string): Fold[] {
    const key = soundKey(fold)
    return key === null ? [] : (this.#bySound.get(key) ?? []).filter((other) => other.text !== fold && isLive(other))
  }

  /** Words that a slip or two of the fingers may have turned into this one; the caller judges how likely. */
  near(fold: string): Fold[] {
    if (fold.length > LONGEST_FOR_TYPOS) return []
    const found = new Set<Fold>()
    for (const shorter of withoutOneLetter(fold))
      for (const other of this.#byShorter.get(shorter) ?? []) if (other.text !== fold && isLive(other)) found.add(other)
    return [...found]
  }
}

/** A letter with a mark of its own comes after the plain one and before the next: a, ă, â, b. */
const LETTER_ORDER: Readonly<Record<string, string>> = {
  ă: 'a{',
  â: 'a|',
  đ: 'd{',
  ê: 'e{',
  ô: 'o{',
  ơ: 'o|',
  ư: 'u{',
}

/** Tones count only between words that are otherwise alike, so they are left out. */
const sortKey = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .replace(/[ăâđêôơư]/g, (letter) => LETTER_ORDER[letter] ?? letter)

const isLive = (fold: Fold): boolean => fold.terms.some((term) => term.postings.length > 0)
