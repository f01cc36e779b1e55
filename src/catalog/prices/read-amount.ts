import { fold } from '../text.js'

/** What one of the word is worth in đồng, as it is written after a number; folded. */
const UNITS: Readonly<Record<string, number>> = {
  k: 1000,
  n: 1000,
  ng: 1000,
  nghin: 1000,
  ngan: 1000,
  tr: 1_000_000,
  trieu: 1_000_000,
}
const WORDS = Object.keys(UNITS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const WHOLE = /^(?:\d+|\d{1,3}(?:[., ]\d{3})+)$/
/** `230k`, `1,2 trieu`: one or two decimals. Three digits after a mark may be thousands as well, so that is no amount. */
const WITH_UNIT = new RegExp(`^(\\d+)(?:[.,](\\d{1,2}))? ?(${WORDS})$`)
/** `1tr2` is a million and two hundred thousand, `1tr250` a million and 250 thousand. */
const SHORT_MILLION = /^(\d+) ?(?:tr|trieu) ?(\d|\d{3})$/
/** `1 trieu 250 nghin`, `2 trieu ruoi`. */
const LONG_MILLION = /^(\d+) ?(?:tr|trieu) ?(?:(\d{1,3}) ?(?:k|n|ng|nghin|ngan)|(ruoi))$/

/**
 * Reads an amount of whole đồng as people write it: `120000`, `120.000`, `120 000 đ`, `VND 120,000`, `120k`, `230 nghìn`,
 * `1,2 triệu`, `1tr2`, `1 triệu 250 nghìn đồng`. Null when it is none, when it may mean two amounts (`1.200 triệu`), and
 * when it is no whole đồng.
 */
export function readAmount(typed: string): number | null {
  const text = fold(typed.normalize('NFKC').replaceAll('₫', 'đ'))
    .replace(/ ?(?:dong|vnd|d)\.?$/, '')
    .replace(/^(?:vnd|d) ?(?=\d)/, '')
  if (WHOLE.test(text)) return Number(text.replace(/\D/g, ''))
  const short = SHORT_MILLION.exec(text)
  if (short) return Number(short[1]) * 1_000_000 + Number(short[2]?.padEnd(3, '0')) * 1000
  const long = LONG_MILLION.exec(text)
  if (long) return Number(long[1]) * 1_000_000 + (long[3] ? 500_000 : Number(long[2]) * 1000)
  const [, whole = '', decimals = '', unit = ''] = WITH_UNIT.exec(text) ?? []
  if (whole === '') return null
  // Counted in hundredths, which every unit is a multiple of: no amount is off by a rounding.
  return (Number(whole + decimals.padEnd(2, '0')) * (UNITS[unit] ?? 0)) / 100
}
