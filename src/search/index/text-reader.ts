import type { Term } from './term.js'
import type { Vocabulary } from './vocabulary.js'
import { wordsIn } from '../words/tokenize.js'

const SMALLEST = 1024
/** The part of the table that is filled at most. */
const FULL = 0.5
const [IN_WORD, BETWEEN] = [1, 2]
/** Letters beyond these are written as pairs of such units. */
const SURROGATE = { first: 0xd800, last: 0xdfff } as const
/** By UTF-16 unit: whether words are made of it; 0 until it is met. */
const UNITS = new Uint8Array(2 ** 16)

/**
 * Reads texts as {@link Vocabulary.read} does. Most words of a catalog were met before, and these are told by their
 * letters where they stand in the text: no string is made of them.
 */
export class TextReader {
  /** By number, in the order in which they were met: spellings and what they spell. */
  readonly #spellings: string[] = []
  readonly #terms: Term[] = []
  /** A hash table: the number of a spelling plus one, 0 for none. */
  #table = new Uint32Array(SMALLEST)
  /** Of the text at work; as long as any text was. */
  readonly #found: Term[] = []

  constructor(private readonly vocabulary: Vocabulary) {}

  /** The words of a text, made when new. */
  read(text: string): readonly Term[] {
    let count = 0
    let from = -1
    let hash = 0
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : 0
      if (unit >= SURROGATE.first && unit <= SURROGATE.last) return this.vocabulary.read(text)
      if ((UNITS[unit] || kindOf(unit)) === IN_WORD) {
        if (from < 0) from = at
        hash = Math.imul(hash ^ unit, 0x01000193)
      } else if (from >= 0) {
        const term = this.#termOf(text, from, at, hash)
        if (term) this.#found[count++] = term
        from = -1
        hash = 0
      }
    }
    return this.#found.slice(0, count)
  }

  #termOf(text: string, from: number, to: number, hash: number): Term | null {
    const last = this.#table.length - 1
    for (let at = placeOf(hash) & last; ; at = (at + 1) & last) {
      const number = (this.#table[at] as number) - 1
      if (number < 0) return this.#learn(text.slice(from, to), at)
      if (standsAt(text, from, to, this.#spellings[number] as string)) return this.#terms[number] as Term
    }
  }

  #learn(spelling: string, at: number): Term | null {
    const term = this.vocabulary.intern(spelling)
    if (!term) return null
    this.#table[at] = this.#spellings.push(spelling)
    this.#terms.push(term)
    if (this.#spellings.length > FULL * this.#table.length) this.#grow()
    return term
  }

  #grow(): void {
    const table = new Uint32Array(2 * this.#table.length)
    const last = table.length - 1
    this.#spellings.forEach((spelling, number) => {
      let hash = 0
      for (let i = 0; i < spelling.length; i++) hash = Math.imul(hash ^ spelling.charCodeAt(i), 0x01000193)
      let at = placeOf(hash) & last
      while (table[at] !== 0) at = (at + 1) & last
      table[at] = number + 1
    })
    this.#table = table
  }
}

const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

function standsAt(text: string, from: number, to: number, spelling: string): boolean {
  if (spelling.length !== to - from) return false
  for (let i = 0; i < spelling.length; i++) if (spelling.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  return true
}

const kindOf = (unit: number): number =>
  (UNITS[unit] = wordsIn(String.fromCharCode(unit)).length > 0 ? IN_WORD : BETWEEN)
