import { makeWord, toWord, type Word } from './word.js'

/**
 * Undoes what an input method left undone: Telex (`mawsm`), VNI (`ma8m1`) and VIQR (`ma('m`) keys that stayed in the
 * text, at any place in the word, also in words that are half decoded. Each gives null when the token holds no such
 * keys or they do not fit; the caller accepts a result only when it is a word of its catalog.
 */
const VOWEL = /[aăâeêioôơuưy]/
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' }
const HORN_OR_BREVE: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' }
const TELEX_TONES = 'sfrxj'
const VIQR_TONES: Readonly<Record<string, number>> = { "'": 1, '`': 2, '?': 3, '~': 4, '.': 5 }

/** A word while keys are being applied to it. */
class Draft {
  tone: number
  letters: string
  changed = false

  constructor(word: Word | null) {
    this.tone = word?.tone ?? 0
    this.letters = ''
  }

  type(letter: string): void {
    this.letters += letter
  }

  setTone(tone: number): boolean {
    if (this.tone !== 0 || !VOWEL.test(this.letters)) return false
    this.tone = tone
    return this.#change()
  }

  /** Gives the last of the letters that can bear it a mark of this kind. */
  mark(marks: Readonly<Record<string, string>>, only = 'aeou'): boolean {
    for (let i = this.#reach(marks); i >= 0; i--) {
      const letter = this.letters.charAt(i)
      const marked = marks[letter]
      if (marked === undefined || !only.includes(letter)) continue
      this.letters = this.letters.slice(0, i) + marked + this.letters.slice(i + 1)
      return this.#change()
    }
    return false
  }

  /** Where to look first: a horn belongs to the `uo` of `uou` and to the first letter of `ua` and `uu`. */
  #reach(marks: Readonly<Record<string, string>>): number {
    if (marks['u'] !== undefined && this.letters.endsWith('uou')) return this.letters.length - 2
    if (marks['u'] !== undefined && /(?:[^q]ua|uu)$/.test(this.letters)) return this.letters.length - 2
    return this.letters.length - 1
  }

  stroke(): boolean {
    if (!this.letters.startsWith('d')) return false
    this.letters = 'đ' + this.letters.slice(1)
    return this.#change()
  }

  #change(): true {
    this.changed = true
    return true
  }

  /** Spelt as Vietnamese is: `ươ` bears both horns before a final. */
  finish(): Word | null {
    if (!this.changed) return null
    return makeWord(this.letters.replace(/(?:ưo|uơ)(?=[^\s])/, 'ươ'), this.tone)
  }
}

export function decodeTelex(token: string): Word | null {
  const word = toWord(token)
  const draft = new Draft(word)
  for (const key of word.letters) {
    const tone = TELEX_TONES.indexOf(key) + 1
    if (tone > 0 && VOWEL.test(draft.letters)) {
      // Telex orders its keys sắc, huyền, hỏi, ngã, nặng.
      if (!draft.setTone(tone)) return null
    } else if (key === 'w') {
      if (!draft.mark(HORN_OR_BREVE)) {
        draft.type('ư')
        draft.changed = true
      }
    } else if (key === 'd' && draft.letters.length > 0) {
      if (!draft.stroke()) return null
    } else if (key in CIRCUMFLEX && draft.letters.includes(key) && !/oo?[ae]$/.test(draft.letters)) {
      // No syllable has the same of these vowels twice, but for oeo and oao.
      draft.mark(CIRCUMFLEX, key)
    } else draft.type(key)
  }
  return draft.finish()
}

export function decodeVni(token: string): Word | null {
  if (!/^\p{L}/u.test(token) || !/\d/.test(token)) return null
  const word = toWord(token)
  const draft = new Draft(word)
  for (const key of word.letters) {
    const digit = '0123456789'.indexOf(key)
    if (digit < 0) draft.type(key)
    else if (!applyVni(draft, digit)) return null
  }
  return draft.finish()
}

function applyVni(draft: Draft, digit: number): boolean {
  if (digit >= 1 && digit <= 5) return draft.setTone(digit)
  if (digit === 6) return draft.mark(CIRCUMFLEX)
  if (digit === 7) return draft.mark({ o: 'ơ', u: 'ư' })
  if (digit === 8) return draft.mark({ a: 'ă' })
  return digit === 9 && draft.stroke()
}

/** Takes a stretch without white space, since VIQR's keys are punctuation. */
export function decodeViqr(chunk: string): Word | null {
  if (!/^[a-z]+[`'?~.^+*(][a-z`'?~.^+*(]*$/.test(chunk)) return null
  const draft = new Draft(null)
  for (const key of chunk) {
    const tone = VIQR_TONES[key]
    if (tone !== undefined ? !draft.setTone(tone) : !applyViqr(draft, key)) return null
  }
  return draft.finish()
}

function applyViqr(draft: Draft, key: string): boolean {
  if (key === '^') return draft.mark(CIRCUMFLEX)
  if (key === '+' || key === '*') return draft.mark({ o: 'ơ', u: 'ư' })
  if (key === '(') return draft.mark({ a: 'ă' })
  if (key === 'd' && draft.letters === 'd') return draft.stroke()
  draft.type(key)
  return true
}
