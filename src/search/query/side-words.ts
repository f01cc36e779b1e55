import { phraseKey } from '../index/names.js'
import type { Word } from '../words/word.js'

const UNIT = '(?:g|gr|gram|gam|kg|ky|ki|ml|l|lit|goi|hop|chai|hu|lon|tui|bich|do|lang|can)'
/** Said around what is looked for, without marks, one space between words; products need not hold it. */
const SIDE_WORDS = new RegExp(
  `(?<=^| )(?:(?:bo )?san pham|dac san|bo qua tang|hop qua|lam qua|qua (?:bieu|tang|tet)|chinh hang|mua|ban|gia|re|ngon|cua|cac|loai|va|o|ocop|tot|(?:[0-9]{1,4}|nua) ?${UNIT})(?= |$)`,
  'g',
)
/** Said before the name of a place: which kind of place it is, or that the thing is from there. */
const BEFORE_PLACE = /(?<=^| )(?:o|tai|tu|tinh|huyen|xa|phuong|tp|tx|tt|quan|thanh pho|thi (?:xa|tran))$/

/**
 * By word: true for what a person says besides the thing itself, such as "mua", "sản phẩm" or a quantity ("500g", "nửa
 * ký"). What has it comes first, what has it not answers, too.
 */
export function sideWords(words: readonly Word[], startsOfPlaces: readonly number[]): boolean[] {
  const found = words.map(() => false)
  const text = phraseKey(words)
  for (const { 0: phrase, index } of text.matchAll(SIDE_WORDS)) {
    const start = count(text.slice(0, index)) - 1
    found.fill(true, start, start + count(phrase))
  }
  for (const end of startsOfPlaces) found.fill(true, end - wordsBeforePlace(words, end), end)
  return found
}

/** How many words before a place say only that one follows: "tỉnh", "thành phố", "ở". */
export function wordsBeforePlace(words: readonly Word[], end: number): number {
  const [said] = BEFORE_PLACE.exec(phraseKey(words.slice(0, end))) ?? []
  return said === undefined ? 0 : count(said)
}

const count = (text: string): number => text.split(' ').length
