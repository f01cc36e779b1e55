import { Field } from '../index/fields.js'
import type { Name } from '../index/name.js'
import { Names } from '../index/names.js'
import type { OtherMeanings } from '../index/other-meanings.js'
import { kindOf } from '../index/producer-kinds.js'
import type { TextIndex as TextColumns } from '../index/text-index.js'
import type { Term } from '../index/term.js'
import { countPairs, Vocabulary } from '../index/vocabulary.js'
import type { SearchDocument } from '../index-port.js'

interface Held {
  readonly document: SearchDocument
  readonly name: readonly Term[]
  readonly producer: Name
  readonly places: ReadonlySet<Name>
  readonly groups: ReadonlySet<Name>
}

/** Words of the catalog and where they stand, with the documents kept as they came. */
export class TextIndex implements Pick<
  TextColumns,
  'vocabulary' | 'names' | 'nameTerms' | 'producerOf' | 'put' | 'remove' | 'useOtherMeanings'
> {
  readonly vocabulary = new Vocabulary()
  readonly names = new Names((text) => this.vocabulary.read(text))
  readonly nameLengths: number[] = []
  readonly #producers = new Map<string, Name>()
  /** By slot; undefined where no product is. */
  readonly #held: (Held | undefined)[] = []

  constructor(private otherMeanings: OtherMeanings) {}

  useOtherMeanings(otherMeanings: OtherMeanings): void {
    this.otherMeanings = otherMeanings
    this.#held.forEach((held, slot) => {
      if (!held) return
      this.remove(slot)
      this.put(slot, held.document)
    })
  }

  nameTerms(slot: number): readonly Term[] {
    return this.#at(slot).name
  }

  producerOf(slot: number): Name {
    return this.#at(slot).producer
  }

  placesOf(slot: number): ReadonlySet<Name> {
    return this.#at(slot).places
  }

  put(slot: number, document: SearchDocument): void {
    const { names } = this
    const name = this.vocabulary.read(document.name)
    this.nameLengths[slot] = name.length
    this.#held[slot] = {
      document,
      name,
      producer: this.#producer(document.producer),
      places: new Set(document.places.map((text) => names.placeOrGroup('place', text))),
      groups: new Set(document.groupNames.map((text) => names.placeOrGroup('group', text))),
    }
    this.#change(slot, 1)
  }

  #producer(text: string): Name {
    const known = this.#producers.get(text) ?? this.names.producer(text)
    this.#producers.set(text, known)
    return known
  }

  remove(slot: number): void {
    this.#change(slot, -1)
    this.#held[slot] = undefined
  }

  #at(slot: number): Held {
    return this.#held[slot] as Held
  }

  #change(slot: number, change: 1 | -1): void {
    const { document, name, producer, places, groups } = this.#at(slot)
    const fields = new Map<Term, number>()
    const mark = (terms: readonly Term[], field: number): void => {
      for (const term of terms) fields.set(term, (fields.get(term) ?? 0) | field)
    }
    const hold = (terms: readonly Term[], field: number): void => {
      mark(terms, field)
      countPairs(terms, change)
    }
    hold(name, Field.name)
    hold(this.vocabulary.read(document.nameEn ?? ''), Field.nameEn)
    hold(producer.terms, Field.producer)
    for (const { terms } of places) hold(terms, Field.place)
    mark(this.vocabulary.read(document.description), Field.description)
    mark(this.otherMeanings.onlyIn(name), Field.otherMeaning)
    for (const [{ postings }, held] of fields) postings.put(slot, change > 0 ? held : 0)
    for (const one of [producer, ...places, ...groups]) this.names.join(slot, one, change)
    this.names.kind(kindOf(document))?.put(slot, change > 0 ? Field.producer : 0)
  }
}
