import { decodeTelex, decodeViqr, decodeVni } from '../words/residue.js'
import { tokenize, type Range } from '../words/tokenize.js'
import { repairs } from './alternatives.js'
import { foldsOf } from './repair.js'
import type { Fold } from '../index/term.js'
import { timesFollowed, type Vocabulary } from '../index/vocabulary.js'
import { toPhrase } from '../words/phrase.js'
import { makeWord, toWord, type Word } from '../words/word.js'

/** One word of a query after the keys of input methods are undone and joined words are split. */
export interface QueryWord {
  readonly word: Word
  /** Where it was typed; the parts of a split word share their range. */
  readonly range: Range
  readonly how: 'typed' | 'residue' | 'split' | 'exact'
  /** The letters as typed, where keys were undone or the word was split that may have been meant so after all. */
  readonly asTyped?: string | undefined
  /** The words that it may be several of, joined, where that is known. */
  readonly parts?: readonly Word[] | null
}

/** A product's name has at most 200 characters; nobody types much more than that to find it. */
export const LONGEST_QUERY = 300
const MOST_WORDS = 24
const MOST_PARTS = 8
/** So many of the best are gone on with. */
const MOST_CUTS = 50
/** Fewer letters are like too much; one more is needed where one word may bear a slip: tivi is no tứ vị. */
const SHORTEST_TO_SPLIT = 4
const LONGEST_TO_SPLIT = 32

/** Reads a query into words. Empty for what is no query: no letters, or longer than any. */
export function readWords(text: string, vocabulary: Vocabulary, isKnown: (word: Word) => boolean): QueryWord[] {
  if (text.length > LONGEST_QUERY) return []
  const words: QueryWord[] = []
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    const viqr = decodeViqr(chunk.toLowerCase())
    if (viqr && vocabulary.find(viqr)) words.push({ word: viqr, range: [index, index + chunk.length], how: 'residue' })
    else
      for (const { text: token, range } of tokenize(chunk))
        words.push(...readToken(token, [index + range[0], index + range[1]], vocabulary, isKnown))
  }
  return words.slice(0, MOST_WORDS)
}

function readToken(token: string, range: Range, vocabulary: Vocabulary, isKnown: (word: Word) => boolean): QueryWord[] {
  const typed = toWord(token)
  const as = (how: QueryWord['how'], words: readonly Word[]): QueryWord[] =>
    words.map((word) => ({ word, range, how, asTyped: how === 'typed' ? undefined : typed.letters }))
  const isJoined = IS_JOINED.test(token)
  if ((vocabulary.findFold(typed.fold) || isKnown(typed)) && !isJoined) return as('typed', [typed])
  const decoded = isJoined ? null : (decodeVni(token) ?? decodeTelex(token))
  if (decoded && vocabulary.find(decoded)) return as('residue', [decoded])
  const lettered = withoutZero(typed)
  if (lettered && vocabulary.findFold(lettered.fold)) return as('residue', [lettered])
  const parts = splitJoined(token, vocabulary)
  if (parts) return as('split', parts)
  if (decoded && (isToneMissing(decoded, vocabulary) || isOtherTone(token, decoded, vocabulary)))
    return as('residue', [decoded])
  // What is like no word may be several joined, one of them with a slip.
  return as('typed', (repairs(vocabulary, typed).length === 0 && splitJoined(token, vocabulary, true)) || [typed])
}

/** LongAn: who writes so means two words. */
const IS_JOINED = /\p{Ll}\p{Lu}/u

/** `r0ng` as `rong`; null for what holds no zero, or another digit, or no letter before it. */
const withoutZero = ({ letters, tone }: Word): Word | null =>
  /^\p{L}+0\p{L}*$/u.test(letters) ? makeWord(letters.replace('0', 'o'), tone) : null

/** True for `măm` when the catalog has mắm: the letters' marks were typed, the tone was not. */
const isToneMissing = (word: Word, vocabulary: Vocabulary): boolean =>
  word.tone === 0 &&
  word.letters !== word.fold &&
  (vocabulary.findFold(word.fold)?.terms ?? []).some((term) => term.word.letters === word.letters)

/** True for `muoi62`, muồi, when the catalog has muối: nobody types such figures but for marks. */
const isOtherTone = (token: string, word: Word, vocabulary: Vocabulary): boolean =>
  /^\p{L}{2}/u.test(token) && /\d/.test(token) && vocabulary.findFold(word.fold) !== null

/** 40N, how much protein is in a fish sauce. */
const DEGREES = /^(\d\d)n$/i

/**
 * Splits `saurieng` or `ĐắkLắk` into words that follow each other somewhere in the catalog, as few as possible, and 40N
 * into 40 độ; null when it is no such thing. One of them may bear a slip, as in `luocmam`, if `withSlip` says so.
 */
export function splitJoined(token: string, vocabulary: Vocabulary, withSlip = false): readonly Word[] | null {
  const [, degrees] = DEGREES.exec(token) ?? []
  if (degrees) return toPhrase(`${degrees} độ`)
  const letters = Array.from(token.normalize('NFC'))
  // A figure ends by itself: 7vi.
  const least = withSlip ? 5 : /^\d/.test(token) ? 3 : SHORTEST_TO_SPLIT
  if (letters.length < least || letters.length > LONGEST_TO_SPLIT) return null
  const marked = letters.map(toWord)
  const text = marked.map((letter) => letter.fold).join('')
  if (text.length !== marked.length) return null
  const ends = split(text, vocabulary, withSlip)
  return ends && ends.map((end, i) => joinLetters(marked.slice(ends[i - 1] ?? 0, end)))
}

const joinLetters = (letters: readonly Word[]): Word =>
  makeWord(letters.map((letter) => letter.letters).join(''), letters.find((letter) => letter.tone !== 0)?.tone ?? 0)

/** A beginning of a joined text, cut into words. */
interface Cut {
  /** Null before the first word. */
  readonly last: Fold | null
  readonly ends: readonly number[]
  /** How often the catalog has its rarest pair of neighbours. */
  readonly seen: number
  /** False where a word bears a slip. */
  readonly isKnown: boolean
}

/** The way to cut `text` into known pairs of words, as ends of the parts. */
function split(text: string, vocabulary: Vocabulary, withSlip: boolean): readonly number[] | null {
  const cuts: Cut[][] = [[{ last: null, ends: [], seen: Infinity, isKnown: true }]]
  for (let end = 1; end <= text.length; end++) {
    let made: Cut[] = []
    for (let start = Math.max(0, end - 8); start < end; start++) {
      const before = cuts[start] as Cut[]
      if (!before[0]) continue
      const part = makeWord(text.slice(start, end), 0)
      const own = vocabulary.findFold(part.fold) ?? []
      const others = withSlip && before.some(({ isKnown }) => isKnown) ? foldsOf(repairs(vocabulary, part)) : []
      for (const cut of before)
        for (const last of [own, cut.isKnown ? others : []].flat()) {
          const seen = Math.min(cut.seen, cut.last ? timesFollowed(cut.last, last) : Infinity)
          if (seen > 0 && cut.ends.length < MOST_PARTS)
            made.push({ last, ends: [...cut.ends, end], seen, isKnown: cut.isKnown && last === own })
        }
      made = made.sort((a, b) => a.ends.length - b.ends.length || b.seen - a.seen).slice(0, MOST_CUTS)
    }
    cuts.push(made)
  }
  return cuts.at(-1)?.find(({ ends }) => ends.length > 1)?.ends ?? null
}
