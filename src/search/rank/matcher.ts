import { WEIGHT_BY_FIELDS } from '../index/fields.js'
import { fieldsOf, slotOf } from '../index/postings.js'
import type { Reading, ReadingWord } from '../query/reading.js'
import { asTyped, canFit, fewestFirst, fieldsThatCount, likenessOf, requiredBits } from './match-rules.js'
import type { Word } from '../words/word.js'

/** The products that fit a query, each with its best reading. Valid until the next call of the matcher. */
export interface Matches {
  /** In no order. */
  readonly slots: Uint32Array
  /** By slot: from 0 to 1, how well the words fit, before neighbours and order are looked at. */
  readonly scores: Float32Array
  /** By slot: which of the readings. */
  readonly readings: Uint8Array
}

/** Gives for a phrase by which products it is held. */
export type FinderOf = (phrase: readonly Word[]) => (slot: number) => boolean

/** To look a product up among those that hold a word takes as long as to pass so many of them. */
const LOOK_UP = 20

/**
 * Finds the products that hold all required words of some reading. Its working memory grows with the catalog and is
 * used again for every query.
 */
export class Matcher {
  #scores = new Float32Array(0)
  #readings = new Uint8Array(0)
  #matched = new Uint32Array(0)
  #count = 0
  /** For the reading at work: sum over words, best for the word at work, words found as bits. */
  #sum = new Float32Array(0)
  #best = new Float32Array(0)
  #found = new Uint32Array(0)
  #touched = new Uint32Array(0)

  match(readings: readonly Reading[], size: number, finderOf: FinderOf): Matches {
    this.#begin(size)
    readings.forEach((reading, i) => this.#matchReading(reading, i, finderOf))
    return this.#matches()
  }

  /** Adds to the last matches the products that fit further readings only; `number` is the first one's among all. */
  add(readings: readonly Reading[], number: number, finderOf: FinderOf): Matches {
    const known = this.#count
    readings.forEach((reading, i) => this.#matchReading(reading, number + i, finderOf, known))
    return this.#matches()
  }

  /**
   * Adds to the last matches the products that hold most words of a reading as they were typed, and all the names of
   * places and groups. `number` is the reading's among those of the query.
   */
  addMost(reading: Reading, number: number, likelihood: number): Matches {
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
    } else for (let i = 0; i < this.#count; i++) this.#scores[this.#matched[i] as number] = 0
    this.#count = 0
  }

  /** Leaves the first `known` matches as they are. */
  #matchReading(reading: Reading, number: number, finderOf: FinderOf, known = 0): void {
    if (!canFit(reading)) return
    const words = fewestFirst(reading.words)
    const count = this.#collect(words, false)
    const finders = reading.phrases.map(finderOf)
    const required = requiredBits(words)
    for (let i = 0; i < count; i++) {
      const slot = this.#touched[i] as number
      const score = ((this.#sum[slot] as number) / words.length) * reading.likelihood
      const isBetter = score > (this.#scores[slot] as number) && !(known > 0 && this.#isAmong(slot, known))
      if (isBetter && ((this.#found[slot] as number) & required) === required)
        if (finders.every((holds) => holds(slot))) this.#keep(slot, score, number)
      this.#found[slot] = 0
    }
  }

  #isAmong(slot: number, known: number): boolean {
    return this.#matched.subarray(0, known).includes(slot)
  }

  /** Adds up what each word gives. With `some` a product may lack words, otherwise it drops out with the first. */
  #collect(words: readonly ReadingWord[], some: boolean): number {
    const [sum, best, found, touched] = [this.#sum, this.#best, this.#found, this.#touched]
    let count = 0
    words.forEach((word, place) => {
      const { alternatives, isRequired } = word
      const bit = 1 << place
      const before = isRequired ? bit - 1 : 0
      for (const { postings, fit } of alternatives) {
        const { entries, length } = postings
        // After the first word nothing comes in any more: where few are left, each is looked up.
        const isFew = place > 0 && !some && count * LOOK_UP < length
        for (let i = 0, end = isFew ? count : length; i < end; i++) {
          const slot = isFew ? (touched[i] as number) : slotOf(entries[i] as number)
          const has = found[slot] as number
          if (has === 0) {
            if (place > 0 && !some) continue
          } else if (!some && (has & before) !== before) continue
          const fields = fieldsThatCount(isFew ? postings.fieldsAt(slot) : fieldsOf(entries[i] as number), word)
          if (fields === 0) continue
          const worth = fit * (WEIGHT_BY_FIELDS[fields] as number)
          if (has === 0) {
            touched[count++] = slot
            sum[slot] = 0
          }
          if ((has & bit) === 0) {
            found[slot] = has | bit
            sum[slot] = (sum[slot] as number) + worth
            best[slot] = worth
          } else if (worth > (best[slot] as number)) {
            sum[slot] = (sum[slot] as number) + worth - (best[slot] as number)
            best[slot] = worth
          }
        }
      }
    })
    return count
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
