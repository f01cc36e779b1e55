import { Field } from './fields.js'
import type { SearchDocument } from '../index-port.js'
import { Names } from './names.js'
import type { OtherMeanings } from './other-meanings.js'
import { slotOf } from './postings.js'
import { tokenize } from '../words/tokenize.js'
import type { Word } from '../words/word.js'
import { Vocabulary, type Fold, type Term } from './vocabulary.js'

/** Words of the catalog and where they stand: proposes which products may fit a query. */
export class TextIndex {
  readonly vocabulary = new Vocabulary()
  readonly names = new Names()
  readonly #nameTerms: (readonly Term[])[] = []
  readonly #producers: string[] = []
  #nameLengths = new Uint8Array(0)
  readonly #recurring = new Map<string, readonly Term[]>()
  readonly #fields = new Map<Term, number>()

  constructor(private otherMeanings: OtherMeanings) {}

  /** What names mean is asked of these from now on; records that hold any of their phrases have to be put anew. */
  useOtherMeanings(otherMeanings: OtherMeanings): void {
    this.otherMeanings = otherMeanings
  }

  /** The words of a product's name, in order. */
  nameTerms(slot: number): readonly Term[] {
    return this.#nameTerms[slot] ?? []
  }

  /** The records whose names hold all these words. */
  namesWith(phrase: readonly Word[]): number[] {
    const terms = phrase.map((word) => this.vocabulary.find(word))
    const [first, ...others] = terms
    if (!first || others.some((term) => !term)) return []
    const found: number[] = []
    for (let i = 0; i < first.postings.length; i++) {
      const slot = slotOf(first.postings.entries[i] as number)
      if (terms.every((term) => this.nameTerms(slot).includes(term as Term))) found.push(slot)
    }
    return found
  }

  /** How many words its name has. */
  nameLength(slot: number): number {
    return this.#nameLengths[slot] ?? 0
  }

  /** The words of its producer's name, in order. */
  producerTerms(slot: number): readonly Term[] {
    return this.recurringTerms(this.#producers[slot] ?? '')
  }

  /** The name in a form that sorts nearly right by plain comparison. */
  sortKey(slot: number): string {
    return this.nameTerms(slot)
      .map((term) => term.sortKey)
      .join(' ')
  }

  put(slot: number, document: SearchDocument): void {
    // Kept for as long as the product is: without room to grow.
    const name = this.terms(document.name).slice()
    this.#nameTerms[slot] = name
    this.#producers[slot] = document.producer
    this.#setNameLength(slot, name.length)
    for (const [term, fields] of this.#fieldsOf(document, name)) term.postings.add(slot, fields)
    for (const phrase of this.#phrases(document, name)) countPairs(phrase, 1)
    this.names.put(slot, document)
  }

  remove(slot: number, document: SearchDocument): void {
    const name = this.nameTerms(slot)
    for (const term of this.#fieldsOf(document, name).keys()) term.postings.remove(slot)
    for (const phrase of this.#phrases(document, name)) countPairs(phrase, -1)
    this.names.remove(slot, document)
    this.#nameTerms[slot] = []
  }

  terms(text: string): Term[] {
    const terms: Term[] = []
    for (const token of tokenize(text)) {
      const term = this.vocabulary.intern(token.text)
      if (term) terms.push(term)
    }
    return terms
  }

  /** The words of a name that many products share. */
  recurringTerms(text: string): readonly Term[] {
    let terms = this.#recurring.get(text)
    if (!terms) this.#recurring.set(text, (terms = this.terms(text)))
    return terms
  }

  #setNameLength(slot: number, length: number): void {
    if (slot >= this.#nameLengths.length) {
      const grown = new Uint8Array(Math.ceil((slot + 1) * 1.5))
      grown.set(this.#nameLengths)
      this.#nameLengths = grown
    }
    this.#nameLengths[slot] = Math.min(length, 255)
  }

  #phrases({ nameEn, producer, places }: SearchDocument, name: readonly Term[]): (readonly Term[])[] {
    return [
      name,
      nameEn ? this.terms(nameEn) : [],
      this.recurringTerms(producer),
      ...places.map((place) => this.recurringTerms(place)),
    ]
  }

  #fieldsOf(document: SearchDocument, name: readonly Term[]): ReadonlyMap<Term, number> {
    const fields = this.#fields
    fields.clear()
    const mark = (terms: readonly Term[], field: number): void => {
      for (const term of terms) fields.set(term, (fields.get(term) ?? 0) | field)
    }
    mark(name, Field.name)
    if (document.nameEn) mark(this.terms(document.nameEn), Field.nameEn)
    mark(this.recurringTerms(document.producer), Field.producer)
    for (const place of document.places) mark(this.recurringTerms(place), Field.place)
    if (document.description) mark(this.terms(document.description), Field.description)
    for (const term of this.otherMeanings.onlyIn(name)) mark([term], Field.otherMeaning)
    return fields
  }
}

function countPairs(terms: readonly Term[], change: 1 | -1): void {
  for (let i = 1; i < terms.length; i++) {
    const [first, second] = [terms[i - 1]?.fold, terms[i]?.fold]
    if (first && second) countPair(first, second, change)
  }
}

function countPair(first: Fold, second: Fold, change: 1 | -1): void {
  const count = (first.followers.get(second) ?? 0) + change
  if (count > 0) first.followers.set(second, count)
  else first.followers.delete(second)
}
