/**
 * One syllable or word taken apart so that nothing is lost and spellings of the same word meet.
 * `hoà` and `hòa`, NFC and NFD, `mỳ` and `mì` give the same word.
 */
export interface Word {
  /** Plain lower-case letters: `duong` for `đường`. Finds; never decides. */
  readonly fold: string
  /** Lower-case letters with their own marks but without tone: `đương`. One UTF-16 unit for each of `fold`. */
  readonly letters: string
  /** 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng. */
  readonly tone: number
}

/** The marks of the tones, from 1. */
const TONES = '\u0301\u0300\u0309\u0303\u0323'
/** Marks that make another letter: circumflex, breve, horn. */
const LETTER_MARKS = '\u0302\u0306\u031B'
const MARKED = 'ăâđêôơư'
const PLAIN = 'aadeoou'
const MARK = /\p{M}/u
/** A syllable whose only vowel is a final y: mỳ, kỹ, ly, quý. Both spellings are in use. */
const FINAL_Y = /^(?:qu|ngh|ng|nh|gh|kh|ph|th|tr|ch|[bcdđghklmnprstvx])y$/

export const foldLetters = (letters: string): string =>
  letters.replace(/[ăâđêôơư]/g, (letter) => PLAIN.charAt(MARKED.indexOf(letter)))

/** A word of letters and a tone that are already apart. */
export function makeWord(letters: string, tone: number): Word {
  const spelled = FINAL_Y.test(letters) ? letters.slice(0, -1) + 'i' : letters
  return { fold: foldLetters(spelled), letters: spelled, tone }
}

/** Takes one word as typed or printed apart. */
export function toWord(token: string): Word {
  let tone = 0
  let letters = ''
  for (const char of token.toLowerCase().normalize('NFD')) {
    const found = TONES.indexOf(char) + 1
    if (found > 0) tone = found
    else if (!MARK.test(char) || LETTER_MARKS.includes(char)) letters += char
  }
  return makeWord(letters.normalize('NFC'), tone)
}

/** Words are the same, marks and all, when their keys are. */
export const wordKey = ({ tone, letters }: Word): string => `${tone}${letters}`

export const isMarked = (word: Word): boolean => word.tone !== 0 || word.letters !== word.fold
