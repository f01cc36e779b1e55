import { fold } from '../text.js'

/**
 * The key by which names of places are matched: folded, and without apostrophes, hyphens, spaces and leading zeros, which
 * good sources write differently (Ea H'leo, Ea H’Leo, Ea Hleo; hoà, hòa; Phường 05, Phường 5).
 */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/\b0+(?=\d)/g, '')
    .replace(/[^a-z0-9]+/g, '')

/** The words of a typed place: dots and brackets part words, "P5" is "P 5", what holds no letter or digit is dropped. */
export const toWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/[.,;:()/]+/g, ' ')
    .replace(/(?<=^|\s)([pq])(?=\d)/gi, '$1 ')
    .split(/\s+/)
    .filter((word) => nameKey(word) !== '')

/** "Đắk Lắk" as "Dak Lak": marks go, capitals stay. */
export const unmarked = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A word's letters with their own marks (ă, ơ, đ), and apart from them its tone: hoà and hòa are spelt alike. */
function spell(word: string): { letters: string[]; tone: string } {
  const decomposed = word.normalize('NFD').toLowerCase()
  const letters =
    decomposed
      .replace(TONES, '')
      .normalize('NFC')
      .match(/[\p{L}\d]/gu) ?? []
  return { letters, tone: decomposed.match(TONES)?.join('') ?? '' }
}

/**
 * True when no mark that was typed speaks against the name. A typed mark is evidence, a missing one is not:
 * "hoa đông" agrees with Hòa Đông, "hóa đông" does not. The last typed word may be unfinished.
 * Presupposes that the key of the typed words begins the key of the name.
 */
export function agrees(typed: readonly string[], name: readonly string[]): boolean {
  const typedWords = typed.map(spell)
  const nameWords = name.map(spell)
  const nameLetters = nameWords.flatMap(({ letters }) => letters)
  const lettersAgree = typedWords
    .flatMap(({ letters }) => letters)
    .every((letter, index) => letter === nameLetters[index] || letter === fold(letter))
  // Tones belong to whole words: they are compared as far as the words are parted alike.
  return (
    lettersAgree &&
    typedWords.every(({ letters, tone }, index) => {
      const other = nameWords[index]
      const alike = other !== undefined && (letters.length === other.letters.length || index === typed.length - 1)
      return tone === '' || !alike || tone === other.tone
    })
  )
}

/** Spelt alike in letters, marks and tones, wherever the tone mark stands. */
export const sameSpelling = (a: readonly string[], b: readonly string[]): boolean => agrees(a, b) && agrees(b, a)
