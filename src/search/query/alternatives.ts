import { marksAgreement, repairedMarksAgreement } from '../words/marks.js'
import type { PlaceOrGroup } from '../index/name.js'
import type { Postings } from '../index/postings.js'
import { VOWEL } from '../words/residue.js'
import { soundDifferences, soundKey } from '../words/sound.js'
import { ADDED, DROPPED, SWAPPED, swaps, typoLikelihood } from '../words/typo.js'
import type { Fold, Term } from '../index/term.js'
import { timesFollowed, type Vocabulary } from '../index/vocabulary.js'
import { isMarked, wordKey, type Word } from '../words/word.js'

/** By which way a word of the query led to words of the catalog. */
export type How =
  | 'exact'
  | 'marks'
  | 'beginning'
  | 'residue'
  | 'otherMarks'
  | 'sound'
  | 'typo'
  | 'synonym'
  | 'joined'
  | 'split'
  | 'name'
  | 'producer'
  | 'most'

/** One word of the catalog that a typed word may mean. */
export interface Alternative {
  readonly postings: Postings
  /** Null for the name of a place or a group. */
  readonly term: Term | null
  /** From 0 to 1. */
  readonly fit: number
  readonly how: How
}

const MOST_COMPLETIONS = 60
const COMPLETION = 0.78
const RESIDUE = 0.9
/** By the number of parts of the syllable that sound different. */
const SOUND = [0.95, 0.82, 0.6, 0.35]
/** A typed word that the catalog knows is more likely meant as it stands. */
const KNOWN_WORD = 0.72
export const WELL_SPELT = 0.8
/** Where all tones are left out, so little speaks for the word that has none. */
const TONE_ALONE_MISSING = 0.97
/** A word is rare beside one that so many times more products hold. */
const RARE = 20
/** Below this the marks that were typed speak against a word: dứa is not dừa. Some may be missing: "đuong" is đường. */
const LEAST_AGREEMENT = 0.6
/** Marks that agree so are the same, but for one that is missing or that many mix up. */
const SAME_MARKS = 0.82
/** A repair less likely than this is a guess. */
const LEAST_LIKELY = 0.45
const SWAPPED_AND_MISHEARD = 0.65
const CAN_BE_A_SLIP = /^\D{2,}$/
/** Of so few letters the first is hardly ever missing or wrong: ao is no bảo. */
const SHORT = 2
/** A syllable of fewer letters, with little beside it to tell by, has none too many: bia is no bí. */
const LONG = 4

const isLive = (term: Term): boolean => term.postings.length > 0
/** Best first. */
export const byQuality = (a: Pick<Alternative, 'fit'>, b: Pick<Alternative, 'fit'>): number => b.fit - a.fit

export const mostUsedFirst = (a: Term, b: Term): number =>
  b.postings.length - a.postings.length || (a.text < b.text ? -1 : 1)

function fromFold(fold: Fold, word: Word, marksTyped: boolean, how: How, fit: number): Alternative[] {
  return fold.terms.flatMap((term) => {
    const agreement = marksAgreement(word, term.word, marksTyped)
    const isExact = how === 'marks' && wordKey(word) === wordKey(term.word)
    return isLive(term) && agreement >= LEAST_AGREEMENT
      ? { postings: term.postings, term, fit: fit * agreement, how: isExact ? 'exact' : how }
      : []
  })
}

interface Spelling {
  readonly marksTyped: boolean
  readonly how?: How
  /** True where the whole query goes without tones, though not without other marks. */
  readonly areTonesMissing?: boolean
}

/** The words of the catalog that are spelt so, marks aside; best first. */
export function spelledSo(
  vocabulary: Vocabulary,
  word: Word,
  { marksTyped, how = 'marks', areTonesMissing = false }: Spelling,
): Alternative[] {
  const fold = vocabulary.findFold(word.fold)
  if (!fold) return []
  const found = fromFold(fold, word, marksTyped, how, 1).map((other) =>
    areTonesMissing && other.term?.word.letters === word.letters
      ? { ...other, fit: Math.max(other.fit, TONE_ALONE_MISSING) }
      : other,
  )
  // Who types dưa in full, and it exists, does not mean dừa or dứa; a syllable of some rare name is no such word.
  const exact = areTonesMissing || !isMarked(word) ? null : vocabulary.find(word)
  const most = Math.max(0, ...found.map(({ postings }) => postings.length))
  const isExact = exact !== null && exact.postings.length * RARE >= most
  return found
    .filter(({ fit }) => !isExact || fit === 1)
    .map((other) => (how === 'residue' ? { ...other, fit: other.fit * RESIDUE } : other))
    .sort(byQuality)
}

/**
 * What the last word of a query may be that may not be finished: what is spelt so, and the words of the catalog that
 * begin so. Where many do, those that stand after the word before it somewhere, then those that most products hold. If
 * only such words follow the one before, never what was typed, it is one of them more likely. What was `typed` already is
 * less likely begun again.
 */
export function unfinished(
  vocabulary: Vocabulary,
  word: Word,
  spelt: readonly Alternative[],
  { typed, marksTyped }: { readonly typed: readonly Word[]; readonly marksTyped: boolean },
): Alternative[] {
  const before = vocabulary.findFold(typed.at(-2)?.fold ?? '')
  const timesAfter = (fold: Fold): number => (before ? timesFollowed(before, fold) : 0)
  const going = vocabulary
    .withBeginning(word.fold)
    .map((fold) => ({
      fold,
      follows: timesAfter(fold),
      held: fold.terms.reduce((sum, { postings }) => sum + postings.length, 0),
    }))
    .sort((a, b) => b.follows - a.follows || b.held - a.held)
  const after = going.filter(({ follows }) => follows > 0).map(({ fold }) => fold)
  const goesOn =
    after.every((fold) => fold.text !== word.fold) &&
    after.some(({ terms }) => terms.some((term) => marksAgreement(word, term.word, false) >= LEAST_AGREEMENT))
  const isKnown = !goesOn && spelt.some(({ fit }) => fit >= WELL_SPELT)
  // Marks come with the vowel at the earliest.
  const marksDue = marksTyped && VOWEL.test(word.fold)
  return [
    ...(goesOn ? spelt.map((other) => ({ ...other, fit: other.fit * KNOWN_WORD })) : spelt),
    ...going.slice(0, MOST_COMPLETIONS).flatMap(({ fold }) => {
      const share = word.fold.length / fold.text.length
      const isThere = typed.some(({ fold: other }) => other === fold.text)
      const fit = COMPLETION * (isKnown || isThere ? KNOWN_WORD : 1) * (0.85 + 0.15 * share)
      return share < 1 ? fromFold(fold, word, marksDue, 'beginning', fit) : []
    }),
  ].sort(byQuality)
}

export function fromName(name: PlaceOrGroup, typed: readonly Word[], marksTyped: boolean): Alternative {
  const fit = name.words.reduce(
    (least, word, i) => Math.min(least, marksAgreement(typed[i] ?? word, word, marksTyped)),
    1,
  )
  return { postings: name.postings, term: null, fit, how: 'name' }
}

/** What speaks for a word as it was typed. */
interface Doubt {
  /** The catalog has it. */
  readonly isKnown?: boolean
  /** The query bears marks: a syllable has those that were meant. */
  readonly withMarks?: boolean
  /** There is one other word to tell by, at most. */
  readonly isShort?: boolean
}

/** Words of the catalog that the typed one may be a slip or a hearing of; best first, of equally good ones the most used. */
export function repairs(
  vocabulary: Vocabulary,
  word: Word,
  { isKnown = false, withMarks = false, isShort = false }: Doubt = {},
): Alternative[] {
  const typed = word.fold
  const isSyllable = soundKey(typed) !== null
  const isMeant = isSyllable && withMarks
  // What no finger slips to, such as any other letter, makes of a syllable another word: máy is no sấy.
  const least = isShort && (isMeant || typed.length < LONG) ? DROPPED : ADDED
  const found = new Map<Term, Alternative>()
  const offer = (fold: Fold, likelihood: number, how: How): void => {
    const isFirstKept = typed[0] === fold.text[0]
    if (isSyllable && how === 'typo' && likelihood < (!isFirstKept && typed.length <= SHORT ? SWAPPED : least)) return
    // Another letter or consonant leaves the marks as they are; a vowel that is heard otherwise may bring its own.
    const areMarksKept = isMeant && (how === 'typo' || !isFirstKept)
    for (const term of fold.terms.filter(isLive)) {
      const agreement = repairedMarksAgreement(word, term.word, isMeant)
      if (areMarksKept && agreement < SAME_MARKS) continue
      const fit = likelihood * (isKnown ? KNOWN_WORD : 1) * agreement
      const known = found.get(term)
      if (fit >= LEAST_LIKELY && (!known || known.fit < fit))
        found.set(term, { postings: term.postings, term, fit, how })
    }
  }
  // Not only gi is written j, but ch, too.
  const written = typed.startsWith('j') ? vocabulary.findFold(typed.replace('j', 'ch')) : null
  for (const fold of [...vocabulary.soundingLike(typed), written ?? []].flat())
    offer(fold, SOUND[soundDifferences(typed, fold.text)] as number, 'sound')
  if (CAN_BE_A_SLIP.test(typed))
    for (const fold of vocabulary.near(typed))
      if (VOWEL.test(fold.text)) offer(fold, typoLikelihood(typed, fold.text), 'typo')
  for (const swapped of swaps(typed))
    for (const fold of vocabulary.soundingLike(swapped)) offer(fold, SWAPPED_AND_MISHEARD, 'typo')
  const own = isMarked(word) && vocabulary.findFold(word.fold)
  if (own) offer(own, 1, 'otherMarks')
  return [...found.values()].sort((a, b) => byQuality(a, b) || mostUsedFirst(a.term as Term, b.term as Term))
}
