import { digest } from './digest.js'
import { Field } from './fields.js'
import type { SearchDocument } from '../index-port.js'
import type { Name } from './name.js'
import { Names } from './names.js'
import { changedPhrases, type OtherMeanings } from './other-meanings.js'
import { slotOf } from './postings.js'
import { kindOf } from './producer-kinds.js'
import { withRoom } from './room.js'
import { SharedTexts } from './shared-texts.js'
import { OwnText, TermLists } from './term-lists.js'
import { TextReader } from './text-reader.js'
import type { Term } from './term.js'
import { countPairs, Vocabulary } from './vocabulary.js'
import type { Word } from '../words/word.js'

const NONE: readonly Term[] = []

/** Words of the catalog and where they stand: proposes which products may fit a query. */
export class TextIndex {
  readonly vocabulary = new Vocabulary()
  readonly #reader = new TextReader(this.vocabulary)
  readonly names = new Names((text) => this.#reader.read(text))
  readonly lists = new TermLists()
  readonly producers = new SharedTexts((text) => this.names.producer(text))
  readonly places = new SharedTexts((text) => this.names.placeOrGroup('place', text))
  readonly groups = new SharedTexts((text) => this.names.placeOrGroup('group', text))
  /** By slot: the kind of its producer, its other texts as a number, and how many words its name has. */
  kinds: Uint8Array = new Uint8Array(0)
  digests: Float64Array = new Float64Array(0)
  nameLengths: Uint8Array = new Uint8Array(0)

  constructor(private otherMeanings: OtherMeanings) {}

  /** What names mean is asked of these from now on; records that hold any of the phrases that changed are looked at anew. */
  useOtherMeanings(otherMeanings: OtherMeanings): void {
    const changed = changedPhrases(this.otherMeanings.phrases, otherMeanings.phrases)
    this.otherMeanings = otherMeanings
    for (const slot of new Set(changed.flatMap((phrase) => this.#namesWith(phrase)))) this.#readMeanings(slot)
  }

  /** Marks the words of a product's name anew that have another meaning there. */
  #readMeanings(slot: number): void {
    const name = this.nameTerms(slot)
    const other = new Set(this.otherMeanings.onlyIn(name))
    for (const term of new Set(name)) {
      const fields = term.postings.fieldsAt(slot) & ~Field.otherMeaning
      term.postings.put(slot, other.has(term) ? fields | Field.otherMeaning : fields)
    }
  }

  /** The words of a product's name, in order. */
  nameTerms(slot: number): readonly Term[] {
    return this.#ownTerms(slot, OwnText.name)
  }

  /** The records whose names hold all these words. */
  #namesWith(phrase: readonly Word[]): number[] {
    const terms = phrase.flatMap((word) => this.vocabulary.find(word) ?? [])
    const [first] = terms
    if (!first || terms.length < phrase.length) return []
    const found: number[] = []
    for (let i = 0; i < first.postings.length; i++) {
      const slot = slotOf(first.postings.entries[i] as number)
      const name = this.lists.of(slot, OwnText.name)
      if (terms.every(({ id }) => name.includes(id))) found.push(slot)
    }
    return found
  }

  producerOf(slot: number): Name {
    return this.producers.at(slot).names[0] as Name
  }

  put(slot: number, document: SearchDocument): void {
    const { nameEn, description } = document
    const name = this.#reader.read(document.name)
    const english = nameEn ? this.#reader.read(nameEn) : NONE
    const described = description ? [...new Set(this.#reader.read(description))] : NONE
    const producer = this.producers.of(document.producer)
    const places = this.places.ofAll(document.places)
    this.lists.put(slot, name, english, described)
    this.producers.put(slot, producer)
    this.places.put(slot, places)
    this.groups.put(slot, this.groups.ofAll(document.groupNames))
    if (slot >= this.kinds.length) this.#makeRoom(slot + 1)
    this.kinds[slot] = kindOf(document)
    this.digests[slot] = digestOf(document)
    this.nameLengths[slot] = Math.min(name.length, 255)
    hold(name, slot, Field.name)
    hold(english, slot, Field.nameEn)
    for (const { postings } of described) postings.add(slot, Field.description)
    for (const { terms } of producer.names) hold(terms, slot, Field.producer)
    for (const { terms } of places.names) hold(terms, slot, Field.place)
    for (const { postings } of this.otherMeanings.onlyIn(name)) postings.add(slot, Field.otherMeaning)
    this.joinNames(slot)
  }

  #makeRoom(size: number): void {
    this.kinds = withRoom(this.kinds, size)
    this.digests = withRoom(this.digests, size)
    this.nameLengths = withRoom(this.nameLengths, size)
  }

  /** Counts a product with the names that it shares with others. */
  joinNames(slot: number): void {
    for (const name of this.producers.at(slot).names) this.names.join(slot, name, 1)
    for (const name of this.places.at(slot).names) this.names.join(slot, name, 1)
    for (const name of this.groups.at(slot).names) this.names.join(slot, name, 1)
    this.names.kind(this.kinds[slot] as number)?.put(slot, Field.producer)
  }

  remove(slot: number): void {
    const [name, english, described] = [OwnText.name, OwnText.nameEn, OwnText.description].map((list) =>
      this.#ownTerms(slot, list),
    )
    const [producer, places] = [this.producers.at(slot), this.places.at(slot)]
    const texts = [name, english, ...[...producer.names, ...places.names].map(({ terms }) => terms)]
    for (const terms of [described, ...texts]) for (const { postings } of terms ?? NONE) postings.put(slot, 0)
    for (const terms of texts) countPairs(terms ?? NONE, -1)
    for (const { names } of [producer, places, this.groups.at(slot)])
      for (const one of names) this.names.join(slot, one, -1)
    this.names.kind(this.kinds[slot] as number)?.put(slot, 0)
    this.lists.remove(slot)
  }

  /** True when the product's words, its name aside, are these. */
  hasWordsOf(slot: number, document: SearchDocument): boolean {
    return (
      this.producers.at(slot) === this.producers.of(document.producer) &&
      this.places.at(slot) === this.places.ofAll(document.places) &&
      this.groups.at(slot) === this.groups.ofAll(document.groupNames) &&
      this.kinds[slot] === kindOf(document) &&
      this.digests[slot] === digestOf(document)
    )
  }

  #ownTerms(slot: number, list: number): Term[] {
    const terms: Term[] = []
    for (const id of this.lists.of(slot, list)) terms.push(this.vocabulary.terms[id] as Term)
    return terms
  }
}

/** Counts a product with each word of a text. */
function hold(terms: readonly Term[], slot: number, field: number): void {
  for (const { postings } of terms) postings.add(slot, field)
  countPairs(terms, 1)
}

const digestOf = ({ nameEn = '', description }: SearchDocument): number =>
  nameEn === '' ? digest(description) : digest(`${nameEn}\n${description}`)
