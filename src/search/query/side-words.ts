import type { Word } from '../words/word.js'

/** Said around what is looked for, without marks; products need not hold them. */
const SIDE_WORDS = new Set(['mua', 'ban', 'gia', 're', 'ngon', 'cua', 'cac', 'loai', 'va', 'o', 'ocop', 'tot'])
const SIDE_PHRASES = ['bo san pham', 'san pham', 'dac san', 'bo qua tang', 'hop qua', 'chinh hang', 'gia re'].map(
  (phrase) => phrase.split(' '),
)
/** Said before the name of a place, without marks: which kind of place it is, or that the thing is from there. */
const BEFORE_PLACES = new Set([
  'o',
  'tai',
  'tu',
  'tinh',
  'huyen',
  'xa',
  'phuong',
  'tp',
  'tx',
  'tt',
  'quan',
  'thanh pho',
  'thi xa',
  'thi tran',
])
const UNIT = 'g|gr|gram|gam|kg|ky|ki|ml|l|lit|goi|hop|chai|hu|lon|tui|bich|do|lang|can'
const UNITS = new Set(UNIT.split('|'))
const QUANTITY = new RegExp(`^[0-9]{1,4}(?:${UNIT})$`)
const NUMBER = /^(?:[0-9]{1,4}|nua)$/

/**
 * By word: true for what a person says besides the thing itself, such as "mua", "sản phẩm" or a quantity ("500g", "nửa
 * ký"). What has it comes first, what has it not answers, too.
 */
export function sideWords(words: readonly Word[], startsOfPlaces: readonly number[]): boolean[] {
  const folds = foldsOf(words)
  const found = folds.map((fold) => SIDE_WORDS.has(fold) || QUANTITY.test(fold))
  folds.forEach((_, start) => {
    for (const phrase of SIDE_PHRASES)
      if (phrase.every((word, i) => folds[start + i] === word)) found.fill(true, start, start + phrase.length)
    if (NUMBER.test(folds[start] ?? '') && UNITS.has(folds[start + 1] ?? '')) found.fill(true, start, start + 2)
  })
  for (const end of startsOfPlaces) found.fill(true, end - wordsBeforePlace(words, end), end)
  return found
}

/** How many words before a place say only that one follows: "tỉnh", "thành phố", "ở". */
export const wordsBeforePlace = (words: readonly Word[], end: number): number =>
  [2, 1].find((length) => BEFORE_PLACES.has(foldsOf(words.slice(Math.max(0, end - length), end)).join(' '))) ?? 0

const foldsOf = (words: readonly Word[]): string[] => words.map((word) => word.fold)
