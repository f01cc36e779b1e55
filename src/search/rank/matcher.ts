import { Field, WEIGHT_BY_FIELDS } from '../index/fields.js'
import { fieldsOf, slotOf } from '../index/postings.js'
import type { Reading, ReadingWord } from '../query/reading.js'
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

/** Part of the words that a product must hold to be like what was asked for. */
const ENOUGH = 0.6
/** And what they give at least: words of a producer's kind or a place alone do not make products alike. */
const LEAST_SHARE = 0.45
const WELL_MATCHED = 0.8
/** To look a product up among those that hold a word takes as long as to pass so many of them. */
const LOOK_UP = 20
/** What names and describes the product itself. */
const PRODUCT_FIELDS = Field.name | Field.nameEn | Field.description

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
    const words = reading.words.map((word) => ({ ...word, alternatives: word.alternatives.filter(isAsTyped) }))
    const count = this.#collect(words, true)
    const least = Math.max(2, Math.ceil(ENOUGH * new Set(words.map((word) => word.text)).size))
    const names = words.reduce((bits, word, i) => (word.alternatives[0]?.how === 'name' ? bits | (1 << i) : bits), 0)
    for (let i = 0; i < count; i++) {
      const slot = this.#touched[i] as number
      const found = this.#found[slot] as number
      this.#found[slot] = 0
      const share = (this.#sum[slot] as number) / words.length
      if ((found & names) !== names || bitCount(found) < least || share < LEAST_SHARE) continue
      if ((this.#scores[slot] as number) === 0) this.#keep(slot, share * likelihood, number)
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
    if (reading.words.some((word) => word.isRequired && word.alternatives.length === 0)) return
    const words = [...reading.words].sort(
      (a, b) => Number(b.isRequired) - Number(a.isRequired) || spread(a) - spread(b),
    )
    const count = this.#collect(words, false)
    const finders = reading.phrases.map(finderOf)
    const required = 2 ** words.filter((word) => word.isRequired).length - 1
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
    words.forEach(({ alternatives, isRequired, onlyInNames, inOtherMeaning }, place) => {
      const bit = 1 << place
      const before = isRequired ? bit - 1 : 0
      for (const { postings, quality } of alternatives) {
        const { entries, length } = postings
        // After the first word nothing comes in any more: where few are left, each is looked up.
        const isFew = place > 0 && !some && count * LOOK_UP < length
        for (let i = 0, end = isFew ? count : length; i < end; i++) {
          const slot = isFew ? (touched[i] as number) : slotOf(entries[i] as number)
          const has = found[slot] as number
          if (has === 0) {
            if (place > 0 && !some) continue
          } else if (!some && (has & before) !== before) continue
          let fields = isFew ? postings.fieldsAt(slot) : fieldsOf(entries[i] as number)
          if (fields === 0) continue
          if (onlyInNames) {
            if ((!inOtherMeaning && (fields & Field.otherMeaning) !== 0) || (fields & PRODUCT_FIELDS) === 0) continue
            fields &= PRODUCT_FIELDS
          }
          const worth = quality * (WEIGHT_BY_FIELDS[fields] as number)
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

const isAsTyped = ({ how, quality }: ReadingWord['alternatives'][number]): boolean =>
  (how === 'exact' || how === 'marks' || how === 'name' || how === 'residue') && quality >= WELL_MATCHED

const spread = (word: ReadingWord): number => word.alternatives.reduce((sum, { postings }) => sum + postings.length, 0)

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
