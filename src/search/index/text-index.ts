import { digest } from './digest.js'
import { Field } from './fields.js'
import type { SearchDocument } from '../index-port.js'
import { Names } from './names.js'
import { changedPhrases, type OtherMeanings } from './other-meanings.js'
import { slotOf } from './postings.js'
import { kindOf } from './producer-kinds.js'
import { withRoom } from './room.js'
import { SharedTexts, type SharedText } from './shared-texts.js'
import { OwnText, TermLists } from './term-lists.js'
import { countPairs, Vocabulary, type Term } from './vocabulary.js'
import type { Word } from '../words/word.js'

const NONE: readonly Term[] = []

/** Words of the catalog and where they stand: proposes which products may fit a query. */
export class TextIndex {
  readonly vocabulary = new Vocabulary()
  /** Many thousand lists of words are kept: of the length that they need. */
  readonly names = new Names((text) => this.vocabulary.read(text).slice())
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

  /** The words of its producer's name, in order. */
  producerTerms(slot: number): readonly Term[] {
    return this.producers.at(slot).names[0]?.terms ?? NONE
  }

  put(slot: number, document: SearchDocument): void {
    const { name, nameEn, description } = document
    const own = [
      this.vocabulary.read(name),
      nameEn ? this.vocabulary.read(nameEn) : NONE,
      description ? [...new Set(this.vocabulary.read(description))] : NONE,
    ]
    const shared = {
      producer: this.producers.of(document.producer),
      places: this.places.ofAll(document.places),
      groups: this.groups.ofAll(document.groupNames),
    }
    this.lists.put(slot, own)
    this.producers.put(slot, shared.producer)
    this.places.put(slot, shared.places)
    this.groups.put(slot, shared.groups)
    this.kinds = withRoom(this.kinds, slot + 1)
    this.kinds[slot] = kindOf(document)
    this.digests = withRoom(this.digests, slot + 1)
    this.digests[slot] = digestOf(document)
    this.nameLengths = withRoom(this.nameLengths, slot + 1)
    this.nameLengths[slot] = Math.min(own[0]?.length ?? 0, 255)
    forEachText(own, shared, (terms, field) => {
      for (const { postings } of terms) postings.add(slot, field)
      if (field !== Field.description) countPairs(terms, 1)
    })
    for (const { postings } of this.otherMeanings.onlyIn(own[0] ?? NONE)) postings.add(slot, Field.otherMeaning)
    this.joinNames(slot)
  }

  /** Counts a product with the names that it shares with others. */
  joinNames(slot: number): void {
    for (const shared of [this.producers, this.places, this.groups])
      for (const name of shared.at(slot).names) this.names.join(slot, name, 1)
    this.names.kind(this.kinds[slot] as number)?.put(slot, Field.producer)
  }

  remove(slot: number): void {
    const own = [OwnText.name, OwnText.nameEn, OwnText.description].map((list) => this.#ownTerms(slot, list))
    const shared = this.#sharedBy(slot)
    forEachText(own, shared, (terms, field) => {
      for (const { postings } of terms) postings.put(slot, 0)
      if (field !== Field.description) countPairs(terms, -1)
    })
    for (const { names } of Object.values(shared)) for (const one of names) this.names.join(slot, one, -1)
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

  #sharedBy(slot: number) {
    return { producer: this.producers.at(slot), places: this.places.at(slot), groups: this.groups.at(slot) }
  }
}

interface SharedBy {
  readonly producer: SharedText
  readonly places: SharedText
}

/** The lists of words of a product, each with the field that holds it. */
function forEachText(
  [name = NONE, nameEn = NONE, description = NONE]: readonly (readonly Term[])[],
  { producer, places }: SharedBy,
  look: (terms: readonly Term[], field: number) => void,
): void {
  look(name, Field.name)
  look(nameEn, Field.nameEn)
  look(description, Field.description)
  for (const { terms } of producer.names) look(terms, Field.producer)
  for (const { terms } of places.names) look(terms, Field.place)
}

const digestOf = ({ nameEn = '', description }: SearchDocument): number =>
  nameEn === '' ? digest(description) : digest(`${nameEn}\n${description}`)
