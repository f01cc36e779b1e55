import { append } from './append.js'
import { Field } from './fields.js'
import type { Name, PlaceOrGroup } from './name.js'
import { NameBeginnings } from './name-beginnings.js'
import { Postings } from './postings.js'
import { ownName, PRODUCER_KINDS } from './producer-kinds.js'
import type { Term } from './term.js'
import { toPhrase } from '../words/phrase.js'
import type { Word } from '../words/word.js'

const keyOf = (terms: readonly Term[]): string => phraseKey(terms.map(({ word }) => word))
export const phraseKey = (words: readonly Word[]): string => words.map((word) => word.fold).join(' ')

/** Names that the catalog knows as wholes, so that "Đắk Lắk" in a query is a place and not two words. */
export class Names {
  /** Places and groups by kind and text. */
  readonly #found = new Map<string, PlaceOrGroup>()
  readonly #kinds: readonly Postings[]
  readonly #byPhrase = new Map<string, PlaceOrGroup[]>()
  /** By key: how many products its producers have. */
  readonly #producerKeys = new Map<string, number>()
  readonly #beginnings = new NameBeginnings()
  #longest = 0
  #made = 0

  constructor(private readonly read: (text: string) => readonly Term[]) {
    this.#kinds = PRODUCER_KINDS.map((texts) => {
      const postings = new Postings()
      for (const text of texts) this.#know('producerKind', text, texts[0] ?? text, postings)
      return postings
    })
  }

  /** The most words that the name of a place or group has. */
  get longest(): number {
    return this.#longest
  }

  /** The name of a place or a group, made when new. */
  placeOrGroup(kind: 'place' | 'group', text: string): PlaceOrGroup {
    const key = kind + text
    let name = this.#found.get(key)
    if (!name) {
      name = this.#know(kind, text, text, new Postings())
      this.#found.set(key, name)
      this.#beginnings.add(name)
    }
    return name
  }

  /** Adds a producer's name. */
  producer(text: string): Name {
    const terms = this.read(text)
    const key = keyOf(terms)
    const own = keyOf(this.read(ownName(text)))
    const name: Name = { id: this.#made++, kind: 'producer', text, terms, key, own, postings: null, count: 0 }
    if (terms.length > 0) this.#beginnings.add(name)
    return name
  }

  /** Those whose producers are of a kind, by its number from 1. */
  kind(code: number): Postings | undefined {
    return this.#kinds[code - 1]
  }

  /** One product more, or one less, has a name. */
  join(slot: number, name: Name, change: 1 | -1): void {
    name.count += change
    this.#beginnings.recount(name)
    if (name.postings) name.postings.put(slot, change > 0 ? (name.kind === 'group' ? Field.group : Field.place) : 0)
    else for (const key of new Set([name.key, name.own])) this.#producerKeys.set(key, this.ofProducer(key) + change)
  }

  /** The places, groups and kinds of producers with products, spelt so without marks. */
  find(phrase: string): readonly PlaceOrGroup[] {
    return (this.#byPhrase.get(phrase) ?? []).filter(({ postings }) => postings.length > 0)
  }

  /** How many products producers have that are called so, with their kind or without, marks aside. */
  ofProducer(phrase: string): number {
    return this.#producerKeys.get(phrase) ?? 0
  }

  /** See {@link NameBeginnings.suggest}. */
  suggest(words: readonly string[], mostOfAKind: number): Name[] {
    return this.#beginnings.suggest(words, mostOfAKind)
  }

  #know(kind: PlaceOrGroup['kind'], spelt: string, text: string, postings: Postings): PlaceOrGroup {
    const terms = kind === 'place' ? this.read(spelt) : []
    const words = toPhrase(spelt)
    const name = { id: this.#made++, kind, text, terms, key: phraseKey(words), own: '', words, postings, count: 0 }
    append(this.#byPhrase, name.key, name)
    this.#longest = Math.max(this.#longest, words.length)
    return name
  }
}
