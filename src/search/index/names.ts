import { Field } from './fields.js'
import type { SearchDocument } from '../index-port.js'
import { Postings } from './postings.js'
import { kindInName, PRODUCER_KINDS, type NamedProducerKind } from './producer-kinds.js'
import { tokenize } from '../words/tokenize.js'
import { toWord, type Word } from '../words/word.js'

/** The name of a place, product group, kind of producer or producer. */
export interface Name {
  readonly kind: 'place' | 'group' | 'producerKind' | 'producer'
  readonly text: string
  /** Its words without marks, one space between. */
  readonly key: string
  /** How many products belong to it. */
  count: number
}

/** The name of a place, group or kind of producer, by which products are found. */
export interface PlaceOrGroup extends Name {
  readonly kind: 'place' | 'group' | 'producerKind'
  readonly words: readonly Word[]
  readonly postings: Postings
}

export const phraseKey = (words: readonly Word[]): string => words.map((word) => word.fold).join(' ')

/** Names are found by so many first letters of any word. */
const BEGINNING = 4
const SHORT_BEGINNING = 2
/** Names are offered from at most so many that share a beginning. */
const MOST_LOOKED_AT = 4000

/** Names that the catalog knows as wholes, so that "Đắk Lắk" in a query is a place and not two words. */
export class Names {
  readonly #found = { place: new Map<string, PlaceOrGroup>(), group: new Map<string, PlaceOrGroup>() }
  readonly #kinds = new Map<NamedProducerKind, Postings>()
  readonly #producers = new Map<string, Name>()
  readonly #byPhrase = new Map<string, PlaceOrGroup[]>()
  /** How many products belong to producers of that key. */
  readonly #producerKeys = new Map<string, number>()
  /** By the first letters of each of its words. */
  readonly #byBeginning = new Map<string, Name[]>()
  #longest = 0

  constructor() {
    for (const [kind, texts] of PRODUCER_KINDS) {
      const postings = new Postings()
      this.#kinds.set(kind, postings)
      for (const text of texts) {
        const words = toWords(text)
        const key = phraseKey(words)
        append(this.#byPhrase, key, { kind: 'producerKind', text: texts[0] ?? text, key, words, postings, count: 0 })
        this.#longest = Math.max(this.#longest, words.length)
      }
    }
  }

  /** The most words that the name of a place or group has. */
  get longest(): number {
    return this.#longest
  }

  put(slot: number, { places, groupNames, producer, producerKind }: SearchDocument): void {
    const belong = (kind: 'place' | 'group', text: string): void => {
      const name = this.#intern(kind, text)
      name.postings.add(slot, Field[kind])
      name.count++
    }
    for (const text of new Set(places)) belong('place', text)
    for (const text of new Set(groupNames)) belong('group', text)
    if (producer) this.#countProducer(producer, 1)
    this.#kindOf(producer, producerKind)?.add(slot, Field.producer)
  }

  remove(slot: number, { places, groupNames, producer, producerKind }: SearchDocument): void {
    const leave = (kind: 'place' | 'group', text: string): void => {
      const name = this.#intern(kind, text)
      name.postings.remove(slot)
      name.count--
    }
    for (const text of new Set(places)) leave('place', text)
    for (const text of new Set(groupNames)) leave('group', text)
    if (producer) this.#countProducer(producer, -1)
    this.#kindOf(producer, producerKind)?.remove(slot)
  }

  #kindOf(producer: string, kind: string | null | undefined): Postings | undefined {
    return this.#kinds.get((kind ?? kindInName(producer)) as NamedProducerKind)
  }

  /** The places, groups and kinds of producers with products, spelt so without marks. */
  find(phrase: string): readonly PlaceOrGroup[] {
    return (this.#byPhrase.get(phrase) ?? []).filter(({ postings }) => postings.length > 0)
  }

  /** True when a producer is called so, marks aside. */
  hasProducer(phrase: string): boolean {
    return (this.#producerKeys.get(phrase) ?? 0) > 0
  }

  /**
   * Names that hold these plain words side by side, the last one perhaps unfinished: of each kind the best, those that
   * begin so first, then those with most products.
   */
  suggest(words: readonly string[], mostOfAKind: number): Name[] {
    const typed = words.join(' ')
    const lists = words.filter(isLongEnough).map((word) => this.#withBeginning(word))
    const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? [])
    const best: Record<Name['kind'], Name[]> = { place: [], group: [], producerKind: [], producer: [] }
    for (const name of shortest.slice(0, MOST_LOOKED_AT)) {
      if (name.count === 0 || !(name.key.startsWith(typed) || name.key.includes(` ${typed}`))) continue
      const kept = best[name.kind]
      kept.push(name)
      kept.sort((a, b) => startsAt(a, typed) - startsAt(b, typed) || b.count - a.count || (a.text < b.text ? -1 : 1))
      if (kept.length > mostOfAKind) kept.pop()
    }
    return [...best.place, ...best.group, ...best.producer]
  }

  #withBeginning(word: string): readonly Name[] {
    return this.#byBeginning.get(word.slice(0, BEGINNING)) ?? this.#byBeginning.get(word) ?? []
  }

  #intern(kind: 'place' | 'group', text: string): PlaceOrGroup {
    const known = this.#found[kind].get(text)
    if (known) return known
    const words = toWords(text)
    const name = { kind, text, key: phraseKey(words), words, postings: new Postings(), count: 0 }
    this.#found[kind].set(text, name)
    append(this.#byPhrase, name.key, name)
    this.#addBeginnings(name, words)
    this.#longest = Math.max(this.#longest, words.length)
    return name
  }

  #countProducer(text: string, change: 1 | -1): void {
    const name = this.#internProducer(text)
    name.count += change
    this.#producerKeys.set(name.key, (this.#producerKeys.get(name.key) ?? 0) + change)
  }

  #internProducer(text: string): Name {
    const known = this.#producers.get(text)
    if (known) return known
    const words = toWords(text)
    const name = { kind: 'producer' as const, text, key: phraseKey(words), count: 0 }
    this.#producers.set(text, name)
    this.#addBeginnings(name, words)
    return name
  }

  #addBeginnings(name: Name, words: readonly Word[]): void {
    const starts = words.flatMap(({ fold }) => [fold.slice(0, BEGINNING), fold.slice(0, SHORT_BEGINNING)])
    for (const start of new Set(starts)) append(this.#byBeginning, start, name)
  }
}

const toWords = (text: string): Word[] => tokenize(text).map((token) => toWord(token.text))
const isLongEnough = (word: string): boolean => word.length >= SHORT_BEGINNING
const startsAt = (name: Name, typed: string): number => Number(!name.key.startsWith(typed))

function append<N>(map: Map<string, N[]>, key: string, name: N): void {
  const names = map.get(key)
  if (names) names.push(name)
  else map.set(key, [name])
}
