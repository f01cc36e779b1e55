import { findPhrase, type FindsPhrase } from '../index/phrase-finder.js'
import type { Products } from '../index/products.js'
import type { TextIndex } from '../index/text-index.js'
import type { How } from '../query/alternatives.js'
import type { ReadQuery } from '../query/query.js'
import type { Reading } from '../query/reading.js'
import { sameKind } from '../query/same-kind.js'
import type { SynonymTable } from '../query/synonym-table.js'
import type { Phrase } from '../words/phrase.js'
import { readingOf, type Found } from './found.js'
import { loneWord, wordsFound, wordsKnown, type KindWords } from './kind-words.js'
import { canFit } from './match-rules.js'
import { Matcher } from './matcher.js'
import type { Orders } from './orders.js'
import { placesIn } from './places.js'
import { propose } from './ranking.js'

/** Fewer products than this are followed by those that hold most of the words. */
const FEW = 10
const LEAST_WORDS_TO_WIDEN = 3
/** What is only like the query comes after all that fits it, and is listed up to so many. */
const LIKE_IT = 0.1
const MOST_LIKE = 60
/** Of a query that finds nothing as a whole, so many words have to stand side by side in a name. */
const LEAST_WORDS_UNFOUND = 2
/** The readings of a query are numbered in a byte. */
const MOST_READINGS = 255

/** Finds the products that fit a query; what it found is valid until it finds again. */
export class Finder {
  readonly #matcher: Matcher
  /** Of the query at work, by phrase. */
  readonly #finders = new Map<Phrase, FindsPhrase>()
  readonly #finderOf = (phrase: Phrase, how: How | null): FindsPhrase => {
    const finder = this.#finders.get(phrase) ?? findPhrase(phrase, how === 'producer', this.text)
    this.#finders.set(phrase, finder)
    return finder
  }

  constructor(
    private readonly products: Products,
    private readonly text: TextIndex,
    private readonly orders: Orders,
  ) {
    this.#matcher = new Matcher(text)
  }

  /** Widens step by step: as typed and by synonyms; with repairs; and with products that are like what was found. */
  find({ readings: understood }: ReadQuery, synonyms: SynonymTable): Found | null {
    if (!understood) return null
    this.#finders.clear()
    let found = this.#match(understood.readings)
    if (!understood.isSettled || found.matches.slots.length === 0)
      found = this.#match([...understood.readings, ...understood.repair(false)])
    if (found.matches.slots.length === 0) found = this.#match([...understood.readings, ...understood.repair(true)])
    return found.matches.slots.length >= FEW ? found : this.#widen(found, understood.readings[0], synonyms)
  }

  /**
   * For suggestions, which have to keep up with the keys: each step is taken only when the one before leads nowhere, and
   * what cannot be among the best `wanted` may be left out.
   */
  findQuickly(read: ReadQuery, synonyms: SynonymTable, wanted: number): Found | null {
    const readings = read.readings?.readings ?? []
    this.#finders.clear()
    for (const tried of [readings.slice(0, 1), readings]) {
      const found = this.#match(tried, wanted)
      if (found.matches.slots.length > 0) return found
    }
    return this.find(read, synonyms)
  }

  /** True when some product fits the query as it stands. */
  fits({ readings }: ReadQuery): boolean {
    this.#finders.clear()
    return this.#match(readings?.readings ?? []).matches.slots.length > 0
  }

  #match(readings: readonly Reading[], wanted?: number): Found {
    return { readings, matches: this.#matcher.match(readings, this.products.size, this.#finderOf, wanted) }
  }

  /** Follows a few products by others of their kind, then by those that hold most of the words. */
  #widen(found: Found, asTyped: Reading | undefined, synonyms: SynonymTable): Found {
    const { text } = this
    const order = this.orders.get('relevance')
    const fitting = found.matches.slots.length
    const readings = [...found.readings]
    let matches = found.matches
    const addKind = (words: KindWords, least: number): void => {
      for (const kind of sameKind(words, least, text, synonyms)) {
        if (matches.slots.length >= FEW || readings.length + kind.length >= MOST_READINGS) break
        matches = this.#matcher.add(kind, readings.length, this.#finderOf)
        readings.push(...kind)
      }
    }
    if (fitting > 0) addKind(wordsFound(found, text, order), 1)
    else {
      addKind(wordsKnown(asTyped), LEAST_WORDS_UNFOUND)
      addKind(loneWord(asTyped, false), 1)
    }
    if (asTyped && matches.slots.length < FEW && asTyped.words.length >= LEAST_WORDS_TO_WIDEN) {
      readings.push({ ...asTyped, likelihood: LIKE_IT, how: 'most' })
      matches = this.#matcher.addMost(asTyped, readings.length - 1, LIKE_IT)
    }
    // Names begin with the thing itself: of a query's first word alone only those count that do.
    const isUnfound = matches.slots.length === 0
    if (isUnfound) addKind(loneWord(readings.find(canFit), true), 1)
    const others = matches.slots
      .subarray(fitting)
      .filter((slot) => !isUnfound || placesIn(text.nameTerms(slot), readingOf({ matches, readings }, slot)).has(0))
    const like = propose(others, MOST_LIKE, { matches, readings }, text, order)
    return {
      readings,
      matches: { ...matches, slots: Uint32Array.from([...matches.slots.subarray(0, fitting), ...like]) },
    }
  }
}
