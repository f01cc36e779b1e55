import { makeWord, toWord, type Word } from './word.js'

/**
 * Undoes what an input method left undone: Telex (`mawsm`), VNI (`ma8m1`) and VIQR (`ma('m`) keys that stayed in the
 * text, at any place in the word, also in words that are half decoded. Each gives null when the token holds no such
 * keys or they do not fit; the caller accepts a result only when it is a word of its catalog.
 */
export const VOWEL = /[aăâeêioôơuưy]/
/** Each letter before what it becomes. */
const CIRCUMFLEX = 'aâeêoô'
const HORN = 'oơuư'
const BREVE = 'aă'
const TELEX_TONES = 'sfrxj'
/** In the order of the digits of VNI, which ends with that of đ. */
const VNI_KEYS = '0123456789'
const VIQR_KEYS = " '`?~.^+(9"

/** A word while keys are being applied to it. */
class Draft {
  letters = ''
  isChanged = false

  constructor(private tone = 0) {}

  setTone(tone: number): boolean {
    if (this.tone > 0 || !VOWEL.test(this.letters)) return false
    this.tone = tone
    return (this.isChanged = true)
  }

  /** Gives the last of the letters that can bear it a mark of this kind. */
  mark(marks: string): boolean {
    const { letters } = this
    // A horn belongs to the `uo` of `uou` and to the first letter of `ua` and `uu`.
    const isBeforeLast = marks.includes('u') && /uou$|[^q]ua$|uu$/.test(letters)
    for (let i = letters.length - (isBeforeLast ? 2 : 1); i >= 0; i--) {
      const at = marks.indexOf(letters.charAt(i))
      if (at % 2 !== 0) continue
      this.letters = letters.slice(0, i) + marks.charAt(at + 1) + letters.slice(i + 1)
      return (this.isChanged = true)
    }
    return false
  }

  stroke(): boolean {
    if (!this.letters.startsWith('d')) return false
    this.letters = 'đ' + this.letters.slice(1)
    return (this.isChanged = true)
  }

  /** A key of VNI: tones from 1, then the marks, then đ. */
  press(digit: number): boolean {
    if (digit < 6) return digit > 0 && this.setTone(digit)
    return digit === 9 ? this.stroke() : this.mark([CIRCUMFLEX, HORN, BREVE][digit - 6] as string)
  }

  /** Spelt as Vietnamese is: `ươ` bears both horns before a final. */
  finish(): Word | null {
    return this.isChanged ? makeWord(this.letters.replace(/(?:ưo|uơ)(?=\S)/, 'ươ'), this.tone) : null
  }
}

export function decodeTelex(token: string): Word | null {
  const word = toWord(token)
  const draft = new Draft(word.tone)
  for (const key of word.letters) {
    const { letters } = draft
    const tone = TELEX_TONES.indexOf(key) + 1
    const circumflex = CIRCUMFLEX.indexOf(key)
    if (tone > 0 && VOWEL.test(letters)) {
      // Telex orders its keys sắc, huyền, hỏi, ngã, nặng.
      if (!draft.setTone(tone)) return null
    } else if (key === 'w') {
      if (!draft.mark(BREVE + HORN)) {
        draft.letters += 'ư'
        draft.isChanged = true
      }
    } else if (key === 'd' && letters !== '') {
      if (!draft.stroke()) return null
    } else if (circumflex % 2 === 0 && letters.includes(key) && !/oo?[ae]$/.test(letters)) {
      // No syllable has the same of these vowels twice, but for oeo and oao.
      draft.mark(CIRCUMFLEX.slice(circumflex, circumflex + 2))
    } else draft.letters += key
  }
  return draft.finish()
}

export function decodeVni(token: string): Word | null {
  if (!/^\p{L}.*\d/u.test(token)) return null
  const { letters, tone } = toWord(token)
  return pressAll(letters, new Draft(tone), VNI_KEYS)
}

/** Takes a stretch without white space, since VIQR's keys are punctuation. */
export const decodeViqr = (chunk: string): Word | null =>
  /^[a-z]+[`'?~.^+*(][a-z`'?~.^+*(]*$/.test(chunk)
    ? pressAll(chunk.replace(/\*/g, '+').replace(/^dd/, 'd9'), new Draft(), VIQR_KEYS)
    : null

/** Applies the keys that stand for digits of VNI, each by its place in `digits`; the others are letters. */
function pressAll(keys: string, draft: Draft, digits: string): Word | null {
  for (const key of keys) {
    const digit = digits.indexOf(key)
    if (digit < 0) draft.letters += key
    else if (!draft.press(digit)) return null
  }
  return draft.finish()
}
