import { isMarked, type Word } from './word.js'

const MISSING = 0.95
const MISSING_TONE = 0.85
const MISSING_LETTER_MARK = 0.8
const HOI_NGA = 0.9
const OTHER_TONE = 0.5
const OTHER_LETTER_MARK = 0.55

function toneAgreement(typed: number, found: number): number {
  if (typed === found) return 1
  if (typed === 0) return MISSING_TONE
  // Many speakers do not tell hỏi from ngã, so writers mix them up.
  if (typed * found === 3 * 4) return HOI_NGA
  return OTHER_TONE
}

function lettersAgreement(typed: Word, found: Word): number {
  let agreement = 1
  for (let i = 0; i < typed.letters.length; i++) {
    const letter = typed.letters[i]
    if (letter === found.letters[i]) continue
    agreement *= letter === typed.fold[i] ? MISSING_LETTER_MARK : OTHER_LETTER_MARK
  }
  return agreement
}

/**
 * How well the marks that were typed agree with those of a word of the catalog, from 0 to 1. Marks that were typed are
 * evidence; missing ones are none, unless the person marks other words (`marksTyped`). A longer `found` is compared by
 * its beginning, for words that are still being typed.
 */
export function marksAgreement(typed: Word, found: Word, marksTyped: boolean): number {
  const whole = found.letters.length === typed.letters.length
  if (!isMarked(typed)) return !marksTyped || !isMarked(found) ? 1 : MISSING
  const tone = whole || typed.tone !== 0 ? toneAgreement(typed.tone, found.tone) : 1
  return tone * lettersAgreement(typed, found)
}

/** The same of all words of a phrase together. */
export const phraseAgreement = (typed: readonly Word[], found: readonly Word[], marksTyped: boolean): number =>
  found.reduce((product, word, i) => product * marksAgreement(typed[i] ?? word, word, marksTyped), 1)

/** The marked letters of a word; one on which the key was held too long counts once. */
const specialLetters = ({ letters, fold }: Word): string =>
  Array.from(letters)
    .filter((letter, i) => letter !== fold[i] && letter !== letters[i - 1])
    .join('')

/**
 * The same for a word of other letters, a repair of the typed one: tones are compared, and which marked letters there
 * are; one may be missing with its letter. That it bears none is evidence, too, where it is meant so (`isMeant`).
 */
export function repairedMarksAgreement(typed: Word, found: Word, isMeant: boolean): number {
  if (!isMeant && !isMarked(typed)) return 1
  const [own, wanted] = [specialLetters(typed), specialLetters(found)]
  const letters = own === wanted ? 1 : Array.from(own).every((letter) => wanted.includes(letter)) ? 0.95 : 0.7
  return toneAgreement(typed.tone, found.tone) * letters
}
