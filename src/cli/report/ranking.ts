import type { Province } from '../../catalog/places/places.js'
import type { Language } from '../../catalog/text.js'
import type { Ranking, RankingKey } from '../../reports/ranking.js'
import { formatNumber } from '../format.js'
import { tableLines } from '../table.js'
import { figureDefinitions } from '../../reports/definitions.js'

export const rankingTitle = { vi: 'Xếp hạng các tỉnh, thành phố', en: 'Ranking of provinces' } as const

const KEYS: Readonly<Record<RankingKey, { vi: string; en: string }>> = {
  transactions: { vi: 'số giao dịch', en: 'number of transactions' },
  amount: { vi: 'tiền hàng (đ)', en: 'amount of goods (đ)' },
  productsOnPlatforms: { vi: 'số sản phẩm trên sàn', en: 'number of products on platforms' },
}

const words = {
  vi: {
    key: (key: string) => `Tiêu chí xếp hạng: ${key}.`,
    columns: ['Hạng', 'Tỉnh, thành phố', 'Giá trị'],
    place: (name: string, rank: string, of: string) => `${name}: hạng ${rank} trong ${of} tỉnh, thành phố có số liệu.`,
    absent: (name: string) => `${name} không có số liệu trong kỳ nên không xếp hạng.`,
    none: 'Kỳ này chưa có số liệu.',
  },
  en: {
    key: (key: string) => `Ranked by: ${key}.`,
    columns: ['Rank', 'Province', 'Value'],
    place: (name: string, rank: string, of: string) => `${name}: rank ${rank} of ${of} provinces with figures.`,
    absent: (name: string) => `${name} has no figures in the period and is not ranked.`,
    none: 'There are no figures for this period yet.',
  },
} as const

/** The ranking as a table, its key named above and its rules below; `wanted` is told its rank. */
export function rankingLines({ query, rows }: Ranking, wanted: Province | null, language: Language): string[] {
  const text = words[language]
  const nameOf = ({ name, nameEn }: Province) => (language === 'en' ? nameEn : name)
  const number = (value: number) => formatNumber(value, language)
  const found = wanted && rows.find(({ province }) => province.key === wanted.key)
  const answer = found
    ? text.place(nameOf(found.province), number(found.rank), number(rows.length))
    : wanted && text.absent(nameOf(wanted))
  const [rank, province, value] = text.columns
  const table = tableLines(
    [{ heading: rank, align: 'right' }, { heading: province }, { heading: value, align: 'right' }],
    rows.map((row) => [number(row.rank), nameOf(row.province), number(row.value)]),
  )
  const define = figureDefinitions[language]
  return [
    text.key(KEYS[query.key][language]),
    ...(answer === null ? [] : [answer]),
    '',
    ...(rows.length === 0 ? [text.none] : table),
    '',
    define.keys[query.key],
    query.key === 'productsOnPlatforms' ? define.onAnyPlatform : define.transactions,
    define.ties,
  ]
}
