import type { FindsPhrase } from '../index/phrase-finder.js'
import { fieldsOf, slotOf } from '../index/postings.js'
import type { TextIndex } from '../index/text-index.js'
import type { Alternative, How } from '../query/alternatives.js'
import type { Reading, ReadingWord } from '../query/reading.js'
import { Bound } from './bound.js'
import { findBest } from './find-best.js'
import { asTyped, canFit, fewestFirst, likenessOf, weightsOf } from './match-rules.js'
import type { Matches } from './matches.js'
import { MOST_JUDGED } from './ranking.js'
import type { Word } from '../words/word.js'

/** Gives for a phrase, of a reading made so, by which products it is held. */
export type FinderOf = (phrase: readonly Word[], how: How | null) => (slot: number) => boolean

/** To look a product up among those that hold a word takes as long as to pass so many of them. */
const LOOK_UP = 20
/** Where one product in so many matched, all scores are cleared sooner than those alone. */
const MANY = 16

/**
 * Finds the products that hold all required words of some reading. Its working memory grows with the catalog and is
 * used again for every query.
 */
export class Matcher {
  #scores = new Float32Array(0)
  #readings = new Uint8Array(0)
  #matched = new Uint32Array(0)
  #count = 0
  /** Those of which the matches come. */
  #last: readonly Reading[] = []
  /** For the reading at work: sum over words, best for the word at work, words found as bits. */
  #sum = new Float32Array(0)
  #best = new Float32Array(0)
  #found = new Uint32Array(0)
  #touched = new Uint32Array(0)
  /** Null where all that fits is kept. */
  #bound: Bound | null = null

  constructor(private readonly names: Pick<TextIndex, 'nameLengths'>) {}

  /**
   * Readings that go on where those of the last call ended are not matched all anew. Where one reading alone can fit,
   * what cannot be among the best `wanted` is left out.
   */
  match(readings: readonly Reading[], size: number, finderOf: FinderOf, wanted = Infinity): Matches {
    const goOn = this.#last.length > 0 && this.#last.every((reading, i) => reading === readings[i])
    const done = goOn ? this.#last.length : 0
    if (!goOn) this.#begin(size)
    this.#bound = this.#count === 0 ? this.#boundOf(readings.slice(done).filter(canFit), wanted) : null
    for (let i = done; i < readings.length; i++) this.#matchReading(readings[i] as Reading, i, finderOf)
    this.#last = this.#bound && this.#count > 0 ? [] : readings
    this.#bound = null
    return this.#matches()
  }

  #boundOf([reading, other]: readonly Reading[], wanted: number): Bound | null {
    return reading && !other && wanted < Infinity
      ? new Bound(Math.max(wanted, MOST_JUDGED), reading.words.length, this.names.nameLengths)
      : null
  }

  /** Adds to the last matches the products that fit further readings only; `number` is the first one's among all. */
  add(readings: readonly Reading[], number: number, finderOf: FinderOf): Matches {
    this.#last = []
    const known = this.#count
    readings.forEach((reading, i) => this.#matchReading(reading, number + i, finderOf, known))
    return this.#matches()
  }

  /**
   * Adds to the last matches the products that hold most words of a reading as they were typed, and all the names of
   * places and groups. `number` is the reading's among those of the query.
   */
  addMost(reading: Reading, number: number, likelihood: number): Matches {
    this.#last = []
    const words = asTyped(reading.words)
    const count = this.#collect(words, true)
    const isLike = likenessOf(words)
    for (let i = 0; i < count; i++) {
      const slot = this.#touched[i] as number
      const found = this.#found[slot] as number
      this.#found[slot] = 0
      const share = (this.#sum[slot] as number) / words.length
      if ((this.#scores[slot] as number) === 0 && isLike(found, share)) this.#keep(slot, share * likelihood, number)
    }
    return this.#matches()
  }

  #begin(size: number): void {
    if (size > this.#scores.length) {
      const room = Math.ceil(size * 1.25)
      this.#scores = new Float32Array(room)
      this.#readings = new Uint8Array(room)
      this.#matched = new Uint32Array(room)
      this.#sum = new Float32Array(room)
      this.#best = new Float32Array(room)
      this.#found = new Uint32Array(room)
      this.#touched = new Uint32Array(room)
    } else if (this.#count * MANY > size) this.#scores.fill(0)
    else for (let i = 0; i < this.#count; i++) this.#scores[this.#matched[i] as number] = 0
    this.#count = 0
  }

  /** Leaves the first `known` matches as they are. */
  #matchReading(reading: Reading, number: number, finderOf: FinderOf, known = 0): void {
    if (!canFit(reading)) return
    const words = fewestFirst(reading.words)
    const finders = reading.phrases.map((phrase) => finderOf(phrase, reading.how))
    const [only] = words
    if (only && words.length === 1 && known === 0) {
      if (!this.#bound) this.#matchWord(only, number, reading.likelihood, finders)
      else
        findBest(only, reading.likelihood, this.#bound, this.#scores, (slot, score) => {
          const holdsAll = finders.every((holds) => holds(slot))
          if (holdsAll) this.#keep(slot, score, number)
          return holdsAll
        })
      return
    }
    const count = this.#collect(words, false)
    const share = reading.likelihood / words.length
    for (let i = 0; i < count; i++) {
      const slot = this.#touched[i] as number
      this.#found[slot] = 0
      const score = (this.#sum[slot] as number) * share
      const isBetter = score > (this.#scores[slot] as number) && !(known > 0 && this.#isAmong(slot, known))
      const isWanted = isBetter && (this.#bound?.isReachedBy(slot, Math.fround(score)) ?? true)
      if (!isWanted || !finders.every((holds) => holds(slot))) continue
      this.#keep(slot, score, number)
      this.#bound?.count(slot, Math.fround(score), 0)
    }
  }

  /** Of a word that stands alone the best spelling in each product is all there is to add up. */
  #matchWord(word: ReadingWord, number: number, likelihood: number, finders: readonly FindsPhrase[]): void {
    const weights = weightsOf(word)
    const scores = this.#scores
    // Of a letter or two nearly every product holds some word: no list is asked that is empty.
    const isFree = finders.length === 0
    for (const { postings, fit } of word.alternatives) {
      const { entries, length } = postings
      for (let i = 0; i < length; i++) {
        const entry = entries[i] as number
        const slot = slotOf(entry)
        const score = Math.fround(fit * (weights[fieldsOf(entry)] as number)) * likelihood
        if (score > (scores[slot] as number) && (isFree || finders.every((holds) => holds(slot))))
          this.#keep(slot, score, number)
      }
    }
  }

  #isAmong(slot: number, known: number): boolean {
    return this.#matched.subarray(0, known).includes(slot)
  }

  /** Adds up what each word gives. With `some` a product may lack words, otherwise it drops out with the first. */
  #collect(words: readonly ReadingWord[], some: boolean): number {
    let count = 0
    words.forEach((word, place) => {
      const bit = 1 << place
      const weights = weightsOf(word)
      for (const alternative of word.alternatives)
        if (place === 0 || some) count = this.#takeIn(alternative, weights, bit, count)
        else this.#lookThrough(alternative, weights, bit, count)
      if (place > 0 && !some && word.isRequired) count = this.#dropWithout(bit, count)
    })
    return count
  }

  /** Lets go of those of the first `count` that lack a word, and returns how many are left. */
  #dropWithout(bit: number, count: number): number {
    let kept = 0
    for (let i = 0; i < count; i++) {
      const slot = this.#touched[i] as number
      if ((this.#found[slot] as number) & bit) this.#touched[kept++] = slot
      else this.#found[slot] = 0
    }
    return kept
  }

  /** Takes in all products that hold a word after the first `count`, and returns how many there are now. */
  #takeIn({ postings, fit }: Alternative, weights: Float32Array, bit: number, count: number): number {
    const { entries, length } = postings
    let end = count
    for (let i = 0; i < length; i++) {
      const entry = entries[i] as number
      const worth = fit * (weights[fieldsOf(entry)] as number)
      if (worth === 0) continue
      const slot = slotOf(entry)
      const has = this.#found[slot] as number
      if (has === 0) {
        this.#touched[end++] = slot
        this.#sum[slot] = 0
      }
      this.#give(slot, has, bit, worth)
    }
    return end
  }

  /** Gives to the first `count` that came in and did not drop out: where few are left, each is looked up. */
  #lookThrough({ postings, fit }: Alternative, weights: Float32Array, bit: number, count: number): void {
    const { entries, length } = postings
    const isFew = count * LOOK_UP < length
    for (let i = 0, end = isFew ? count : length; i < end; i++) {
      const slot = isFew ? (this.#touched[i] as number) : slotOf(entries[i] as number)
      const has = this.#found[slot] as number
      if (has === 0) continue
      const fields = isFew ? postings.fieldsAt(slot) : fieldsOf(entries[i] as number)
      const worth = fit * (weights[fields] as number)
      if (worth > 0) this.#give(slot, has, bit, worth)
    }
  }

  /** Of several spellings of a word the best counts. */
  #give(slot: number, has: number, bit: number, worth: number): void {
    const known = (has & bit) === 0 ? 0 : (this.#best[slot] as number)
    if (worth <= known) return
    this.#found[slot] = has | bit
    this.#sum[slot] = (this.#sum[slot] as number) + worth - known
    this.#best[slot] = worth
  }

  #keep(slot: number, score: number, reading: number): void {
    const known = this.#scores[slot] as number
    if (known === 0) this.#matched[this.#count++] = slot
    this.#scores[slot] = score
    this.#readings[slot] = reading
  }

  #matches(): Matches {
    return { slots: this.#matched.subarray(0, this.#count), scores: this.#scores, readings: this.#readings }
  }
}
