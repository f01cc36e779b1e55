import { Field, WEIGHT_BY_FIELDS } from '../index/fields.js'
import type { Reading, ReadingWord } from '../query/reading.js'

/** Part of the words that a product must hold to be like what was asked for. */
const ENOUGH = 0.6
/** And what they give at least: words of a producer's kind or a place alone do not make products alike. */
const LEAST_SHARE = 0.45
const WELL_MATCHED = 0.8
/** Who types dứa alone means pineapple sooner than the fish cá dứa. */
const OTHER_MEANING = 0.6
/** What names and describes the product itself. */
const PRODUCT_FIELDS = Field.name | Field.nameEn | Field.description

/** False when some required word is nowhere in the catalog. */
export const canFit = ({ words }: Reading): boolean =>
  words.every((word) => !word.isRequired || word.alternatives.length > 0)

/** What is required before what is not, and of these the words that fewest products hold. */
export const fewestFirst = (words: readonly ReadingWord[]): ReadingWord[] =>
  [...words].sort((a, b) => Number(b.isRequired) - Number(a.isRequired) || spread(a) - spread(b))

const spread = (word: ReadingWord): number => word.alternatives.reduce((sum, { postings }) => sum + postings.length, 0)

/** The required words as bits, where they come first. */
export const requiredBits = (words: readonly ReadingWord[]): number =>
  2 ** words.filter((word) => word.isRequired).length - 1

/** By the fields that hold a word, as bits, of which some count: what it is worth, also where it means something else. */
const weights = (fields: number, inOtherMeaning: number): Float32Array =>
  WEIGHT_BY_FIELDS.map(
    (_, bits) => (WEIGHT_BY_FIELDS[bits & fields] as number) * (bits & Field.otherMeaning ? inOtherMeaning : 1),
  )
const ANYWHERE = [weights(255, OTHER_MEANING), WEIGHT_BY_FIELDS]
const IN_NAMES = [weights(PRODUCT_FIELDS, 0), weights(PRODUCT_FIELDS, 1)]

/** By the fields that hold it, as bits: what a word is worth; 0 where it does not count. */
export const weightsOf = ({ onlyInNames, inOtherMeaning }: ReadingWord): Float32Array =>
  (onlyInNames ? IN_NAMES : ANYWHERE)[inOtherMeaning ? 1 : 0] as Float32Array

/** The words without what they may be a slip of. */
export const asTyped = (words: readonly ReadingWord[]): ReadingWord[] =>
  words.map((word) => ({
    ...word,
    alternatives: word.alternatives.filter(
      ({ how, fit }) => ['exact', 'marks', 'name', 'residue'].includes(how) && fit >= WELL_MATCHED,
    ),
  }))

/** Tells of the words that a product holds, as bits, and what they give, whether it is like what was asked for. */
export function likenessOf(words: readonly ReadingWord[]): (found: number, share: number) => boolean {
  const least = Math.max(2, Math.ceil(ENOUGH * new Set(words.map(({ text }) => text)).size))
  const names = words.reduce((bits, word, i) => (word.alternatives[0]?.how === 'name' ? bits | (1 << i) : bits), 0)
  return (found, share) => share >= LEAST_SHARE && (found & names) === names && bitCount(found) >= least
}

const bitCount = (bits: number): number => bits.toString(2).replaceAll('0', '').length
