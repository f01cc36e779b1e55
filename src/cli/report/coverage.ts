import type { Coverage } from '../../reports/coverage.js'
import type { Language } from '../../catalog/text.js'
import { formatDay, formatNumber, formatShare } from '../format.js'
import { tableLines } from '../table.js'
import { figureDefinitions } from '../../reports/definitions.js'

export const coverageTitle = { vi: 'Sản phẩm OCOP trên các sàn', en: 'OCOP products on platforms' } as const

const words = {
  vi: {
    figure: 'Chỉ tiêu',
    products: 'Sản phẩm',
    day: 'Ngày',
    recognized: 'Được công nhận',
    uncertain: 'Chưa rõ ngày',
    onAny: 'Có trên ít nhất một sàn (mọi loại)',
    columns: ['Sàn', 'Được công nhận', 'Tỷ lệ', 'Mọi loại', 'Ngày'],
    none: 'Chưa có sản phẩm nào trên sàn.',
  },
  en: {
    figure: 'Figure',
    products: 'Products',
    day: 'Day',
    recognized: 'Recognised',
    uncertain: 'Date uncertain',
    onAny: 'On at least one platform (of any kind)',
    columns: ['Platform', 'Recognised', 'Share', 'Of any kind', 'Day'],
    none: 'No product is on a platform yet.',
  },
} as const

/** Coverage as tables: each figure with its day, then what it counts. */
export function coverageLines(coverage: Coverage, language: Language): string[] {
  const text = words[language]
  const day = formatDay(coverage.day, language)
  const number = (value: number) => formatNumber(value, language)
  const name = ({ vi, en }: { vi: string; en?: string | undefined }) => (language === 'en' ? (en ?? vi) : vi)
  const totals = tableLines(
    [{ heading: text.figure }, { heading: text.products, align: 'right' }, { heading: text.day }],
    [
      [text.recognized, number(coverage.recognized), day],
      [text.uncertain, number(coverage.uncertain), day],
      [text.onAny, number(coverage.onAnyPlatform), day],
    ],
  )
  const [platform, listed, share, ofAnyKind, on] = text.columns
  const platforms = tableLines(
    [
      { heading: platform },
      { heading: listed, align: 'right' },
      { heading: share, align: 'right' },
      { heading: ofAnyKind, align: 'right' },
      { heading: on },
    ],
    coverage.platforms.map((row) => [
      name(row.platform.name),
      `${number(row.listed)}/${number(coverage.recognized)}`,
      formatShare(row.share, language),
      number(row.listedOfAnyKind),
      day,
    ]),
  )
  const define = figureDefinitions[language]
  return [
    ...totals,
    '',
    ...(coverage.platforms.length === 0 ? [text.none] : platforms),
    '',
    define.recognized,
    define.uncertain,
    define.onAnyPlatform,
    define.listed,
  ]
}
