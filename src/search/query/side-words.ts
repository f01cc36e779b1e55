import { phraseKey } from '../index/names.js'
import type { Vocabulary } from '../index/vocabulary.js'
import { isMarked, wordKey, type Word } from '../words/word.js'

const UNIT = '(?:g|gr|gram|gam|kg|ky|ki|ml|l|lit|goi|hop|chai|hu|lon|tui|bich|do|lang|can)'
/** As people ask each other, "cho tôi xem …" or "shop ơi có … không". */
const ASKED =
  '(?:(?:cho|toi|minh|em|can|muon|tim|xem|hoi) ){1,4}(?:xem|hoi|mua|tim|muon|can)|(?<=^(?:shop |oi )*)co(?=.{1,99} khong\\b)|(?<=^(?:shop |oi )*co .{1,99})khong(?: (?:shop|a|vay))?$|bao nhieu(?: tien)?|o dau$'
/**
 * Said around what is looked for, without marks, one space between words; products need not hold it. The first group
 * may be other words as well; of these, what joins two things stands between them: crab, cua, may come last.
 */
const SIDE_WORDS = new RegExp(
  `(?<=^| )(?:(mua|ban|dat|gia|re|ngon|cac|loai|tot|tim|nao|(?<= )(?:cua|va)(?= ))|${ASKED}|(?:bo )?san pham|dac san|(?:hop|lam) qua|(?:bo )?qua (?:bieu|tang|tet)|chinh hang|ocop|nhom|shop(?: oi)?|online|(?<=[0-9] )phan tram|(?:[0-9]{1,4}|nua) ?${UNIT})(?= |$)`,
  'g',
)
/** How those are spelt that bear marks, and with the tone that many take for theirs. */
const MARKED = /^(?:1ban|5đat|1gia|[34]re|1cac|5loai|1tôt|[34]cua|2(?:va|tim|nao))$/
/** Said before the name of a place: which kind of place it is, or that the thing is from there. */
const BEFORE_PLACE = /(?<=^| )(?:o|tai|tu|tinh|huyen|xa|phuong|tp|tx|tt|quan|thanh pho|thi (?:xa|tran))$/

/**
 * By word: true for what a person says besides the thing itself, such as "mua", "sản phẩm" or a quantity ("500g", "nửa
 * ký"). What has it comes first, what has it not answers, too. Words with other marks (bàn, mùa) are none, nor are those
 * without marks that the catalog has beside the same neighbour: "gia vi".
 */
export function sideWords(
  words: readonly Word[],
  startsOfPlaces: readonly number[],
  vocabulary: Vocabulary,
): boolean[] {
  const found = words.map(() => false)
  const text = phraseKey(words)
  for (const { 0: phrase, 1: ambiguous, index } of text.matchAll(SIDE_WORDS)) {
    const start = count(text.slice(0, index)) - 1
    const word = words[start] as Word
    const isOther = isMarked(word)
      ? !MARKED.test(wordKey(word))
      : [start - 1, start].some((first) => vocabulary.timesFollowed(words[first], words[first + 1]) > 0)
    if (!(ambiguous && isOther)) found.fill(true, start, start + count(phrase))
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
