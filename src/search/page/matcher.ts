import type { Reading, ReadingWord } from '../query/reading.js'
import { asTyped, canFit, fewestFirst, likenessOf, requiredBits, weightsOf } from '../rank/match-rules.js'
import type { Matches } from '../rank/matches.js'
import type { FinderOf, Matcher as FastMatcher } from '../rank/matcher.js'
import type { Postings } from './postings.js'

/** What a product gives to a reading: sum over words, best for the word at work, words seen as bits. */
interface Held {
  sum: number
  best: number
  seen: number
}

/** Finds the products that hold all required words of some reading. Numbers are as exact as on a server, no more. */
export class Matcher implements Pick<FastMatcher, 'match' | 'add' | 'addMost'> {
  #slots: number[] = []
  #scores = new Float32Array(0)
  #readings = new Uint8Array(0)

  match(readings: readonly Reading[], size: number, finderOf: FinderOf): Matches {
    this.#slots = []
    this.#scores = new Float32Array(size)
    this.#readings = new Uint8Array(size)
    return this.add(readings, 0, finderOf)
  }

  add(readings: readonly Reading[], number: number, finderOf: FinderOf): Matches {
    const known = new Set(this.#slots)
    readings.forEach((reading, i) => {
      if (!canFit(reading)) return
      const words = fewestFirst(reading.words)
      const required = requiredBits(words)
      const finders = reading.phrases.map((phrase) => finderOf(phrase, reading.how))
      for (const [slot, { sum, seen }] of collect(words, required)) {
        const score = sum * (reading.likelihood / words.length)
        const isBetter = score > (this.#scores[slot] as number) && !known.has(slot) && (seen & required) === required
        if (isBetter && finders.every((holds) => holds(slot))) this.#keep(slot, score, number + i)
      }
    })
    return this.#matches()
  }

  addMost(reading: Reading, number: number, likelihood: number): Matches {
    const words = asTyped(reading.words)
    const isLike = likenessOf(words)
    for (const [slot, { sum, seen }] of collect(words, 0)) {
      const share = sum / words.length
      if (this.#scores[slot] === 0 && isLike(seen, share)) this.#keep(slot, share * likelihood, number)
    }
    return this.#matches()
  }

  #keep(slot: number, score: number, reading: number): void {
    if (this.#scores[slot] === 0) this.#slots.push(slot)
    this.#scores[slot] = score
    this.#readings[slot] = reading
  }

  #matches(): Matches {
    return { slots: Uint32Array.from(this.#slots), scores: this.#scores, readings: this.#readings }
  }
}

/** Adds up what each word gives; a product drops out with the first of the required words that it lacks. */
function collect(words: readonly ReadingWord[], required: number): Map<number, Held> {
  const held = new Map<number, Held>()
  words.forEach((word, place) => {
    const bit = 1 << place
    const before = required & (bit - 1)
    for (const { postings, fit } of word.alternatives)
      for (const [slot, fields] of postings as unknown as Postings) {
        const own = held.get(slot) ?? { sum: 0, best: 0, seen: 0 }
        const worth = fit * (weightsOf(word)[fields] as number)
        const known = own.seen & bit ? own.best : 0
        if ((own.seen & before) !== before || worth <= known) continue
        own.sum = Math.fround(own.sum + worth - known)
        own.best = Math.fround(worth)
        own.seen |= bit
        held.set(slot, own)
      }
  })
  return held
}
