import { makeWord, toWord, type Word } from './word.js'

/**
 * Undoes what an input method left undone: Telex (`mawsm`), VNI (`ma8m1`) and VIQR (`ma('m`) keys that stayed in the
 * text, at any place in the word, also in words that are half decoded. Each gives null when the token holds no such
 * keys or they do not fit; the caller accepts a result only when it is a word of its catalog.
 */
export const VOWEL = /[aăâeêioôơuưy]/
/**
 * By the digit of VNI from 6: each letter before what it becomes. After đ come w of Telex, which may mean several marks,
 * and its vowels that are typed twice.
 */
const MARKS = ['aâeêoô', 'oơuư', 'aă', '', 'aăoơuư', 'aâ', 'eê', 'oô']
const [STROKE, W, TWICE] = [9, 10, 11]
/** In the order of the digits of VNI. */
const VNI_KEYS = '0123456789'
const VIQR_KEYS = " '`?~.^+(9"
const TELEX_TONES = ' sfrxj'

export function decodeTelex(token: string): Word | null {
  const { letters, tone } = toWord(token)
  return undo(letters, tone, (key, before) => {
    const typed = VOWEL.test(before) ? TELEX_TONES.indexOf(key) : 0
    if (typed > 0) return typed
    if (key === 'w') return W
    if (key === 'd' && before !== '') return STROKE
    // No syllable has the same of these vowels twice, but for oeo and oao.
    const twice = before.includes(key) && !/oo?[ae]$/.test(before) ? 'aeo'.indexOf(key) : -1
    return twice < 0 ? twice : TWICE + twice
  })
}

export function decodeVni(token: string): Word | null {
  const { letters, tone } = toWord(token)
  return /^\p{L}.*\d/u.test(token) ? undo(letters, tone, (key) => VNI_KEYS.indexOf(key)) : null
}

/** Takes a stretch without white space, since VIQR's keys are punctuation. */
export const decodeViqr = (chunk: string): Word | null =>
  /^[a-z]+[`'?~.^+*(][a-z`'?~.^+*(]*$/.test(chunk)
    ? undo(chunk.replace(/\*/g, '+').replace(/^dd/, 'd9'), 0, (key) => VIQR_KEYS.indexOf(key))
    : null

/** Applies the keys that `digitOf` gives a digit of VNI; the others, below 0, are letters. */
function undo(keys: string, tone: number, digitOf: (key: string, before: string) => number): Word | null {
  let letters = ''
  let isChanged = false
  for (const key of keys) {
    const digit = digitOf(key, letters)
    isChanged ||= digit >= 0
    if (digit < 0) letters += key
    else if (digit > 0 && digit < 6 && tone === 0 && VOWEL.test(letters)) tone = digit
    else if (digit === STROKE && letters.startsWith('d')) letters = 'đ' + letters.slice(1)
    else {
      const marked = mark(letters, MARKS[digit - 6] ?? '')
      if (marked === letters && digit !== W) return null
      letters = marked === letters ? letters + 'ư' : marked
    }
  }
  // Spelt as Vietnamese is: `ươ` bears both horns before a final.
  return isChanged ? makeWord(letters.replace(/(?:ưo|uơ)(?=\S)/, 'ươ'), tone) : null
}

/** Gives the last of the letters that can bear it a mark of this kind. */
function mark(letters: string, marks: string): string {
  // A horn belongs to the `uo` of `uou` and to the first letter of `ua` and `uu`.
  const isBeforeLast = marks.includes('u') && /uou$|[^q]ua$|uu$/.test(letters)
  for (let i = letters.length - (isBeforeLast ? 2 : 1); i >= 0; i--) {
    const at = marks.indexOf(letters.charAt(i))
    if (at % 2 === 0) return letters.slice(0, i) + marks.charAt(at + 1) + letters.slice(i + 1)
  }
  return letters
}
