import * as z from 'zod'
import { PartialDay } from '../../catalog/day.js'
import { type Stars } from '../../catalog/grade.js'
import type { ProducerKind } from '../../catalog/producer.js'
import { ProductCode } from '../../catalog/packs/product-code.js'
import { fold } from '../../catalog/text.js'
import { day, fromSerial, oneOf, text } from '../import/cells.js'
import type { Columns, RowOf } from '../import/column.js'

/** How sure a recognition is: A a decision or certificate is named, B a council's result, C evaluated without a known result. */
type Evidence = 'A' | 'B' | 'C'

/** `4`, `04 sao`, `4*`, `Hạng 4 sao`, `OCOP 4 sao`. */
const STARS = /^(?:h[aạ]ng |ocop )?0?([1-5])\s*(?:sao|stars?|\*|★)?(?: ocop)?$/iu

function findStars(words: string): Stars | null {
  const drawn = /^[★*]{1,5}$/u.test(words) ? words.length : Number(STARS.exec(words.normalize('NFC'))?.[1] ?? 0)
  return drawn > 0 ? (drawn as Stars) : null
}

const EVIDENCE: Readonly<Record<string, Evidence>> = {
  a: 'A',
  b: 'B',
  c: 'C',
  'da cong nhan': 'A',
  'cong nhan': 'A',
  recognized: 'A',
  'ket qua hoi dong': 'B',
  'da danh gia': 'C',
  evaluated: 'C',
}

const KINDS: Readonly<Record<string, ProducerKind>> = {
  'hop tac xa': 'cooperative',
  htx: 'cooperative',
  cooperative: 'cooperative',
  'to hop tac': 'cooperativeGroup',
  tht: 'cooperativeGroup',
  'cooperative group': 'cooperativeGroup',
  'doanh nghiep': 'enterprise',
  'cong ty': 'enterprise',
  enterprise: 'enterprise',
  'ho kinh doanh': 'household',
  ho: 'household',
  household: 'household',
  khac: 'other',
  other: 'other',
}

const lookUp =
  <T>(table: Readonly<Record<string, T>>) =>
  (words: string): T | null => {
    const key = fold(words)
    return Object.hasOwn(table, key) ? (table[key] ?? null) : null
  }

/** `17/05/2024`, `05/2024`, `2024` or their ISO forms: as exact as the source is. */
const partialDay = z
  .string()
  .overwrite((value) => {
    const [date = '', month = '', year = ''] = value.split(/[/.-]/)
    if (/^\d{4}$/.test(year)) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return /^\d{4}$/.test(month) ? `${month}-${date.padStart(2, '0')}` : fromSerial(value)
  })
  .refine((value) => PartialDay.safeParse(value).success, {
    params: { code: 'badFormat', example: '17/05/2024, 05/2024, 2024' },
    abort: true,
  })
  .pipe(PartialDay)

const year = z.string().refine((value) => /^20\d{2}$/.test(value), { params: { code: 'badFormat', example: '2024' } })

/** A list of OCOP products as offices keep it: one row for each recognition. */
export const productColumns = {
  name: {
    vi: 'Tên sản phẩm',
    en: 'Product',
    synonyms: ['Sản phẩm', 'Sản phẩm OCOP', 'Tên sản phẩm OCOP', 'Tên SP', 'SP', 'Tên hàng', 'Product name'],
    required: true,
    read: text(200),
  },
  producer: {
    vi: 'Chủ thể',
    en: 'Producer',
    synonyms: [
      'Tên chủ thể',
      'Chủ thể OCOP',
      'Chủ thể sản xuất',
      'Cơ sở sản xuất',
      'Tên cơ sở',
      'Đơn vị sản xuất',
      'Producer name',
    ],
    required: false,
    read: text(200),
  },
  producer_kind: {
    vi: 'Loại hình chủ thể',
    en: 'Kind of producer',
    synonyms: ['Loại hình', 'Loại chủ thể'],
    required: false,
    read: oneOf(lookUp(KINDS), 'Hợp tác xã, Tổ hợp tác, Doanh nghiệp, Hộ kinh doanh, Khác'),
  },
  province: {
    vi: 'Tỉnh, thành phố',
    en: 'Province',
    synonyms: ['Tỉnh', 'Tỉnh/Thành', 'Tỉnh/TP', 'Tên tỉnh', 'Địa phương'],
    required: true,
    forAllRows: true,
    read: text(100),
  },
  district_or_commune: {
    vi: 'Huyện, xã',
    en: 'District or commune',
    synonyms: ['Huyện/xã', 'Xã, huyện', 'Xã/phường', 'Xã, phường', 'Huyện', 'Xã', 'Địa chỉ', 'Commune', 'District'],
    required: false,
    read: text(300),
  },
  category: {
    vi: 'Phân nhóm',
    en: 'Category',
    synonyms: ['Nhóm', 'Nhóm sản phẩm', 'Ngành hàng', 'Bộ sản phẩm', 'Product group', 'Product set'],
    required: false,
    read: text(300),
  },
  stars: {
    vi: 'Hạng sao',
    en: 'Stars',
    synonyms: ['Sao', 'Số sao', 'Xếp hạng', 'Phân hạng', 'Hạng', 'Star rating'],
    required: false,
    read: oneOf(findStars, '3, 4, 5'),
  },
  year: {
    vi: 'Năm',
    en: 'Year',
    synonyms: ['Năm đánh giá', 'Năm công nhận', 'Năm đạt'],
    required: false,
    read: year,
  },
  decision_number: {
    vi: 'Số quyết định',
    en: 'Decision number',
    synonyms: ['Quyết định', 'Số QĐ', 'QĐ số', 'Quyết định số', 'Quyết định công nhận', 'Decision'],
    required: false,
    forAllRows: true,
    read: text(100),
  },
  decision_date: {
    vi: 'Ngày quyết định',
    en: 'Decision date',
    synonyms: ['Ngày QĐ', 'Ngày cấp', 'Ngày công nhận', 'Ngày ký', 'Issued on'],
    required: false,
    forAllRows: true,
    read: partialDay,
  },
  expires_on: {
    vi: 'Ngày hết hạn',
    en: 'Expires on',
    synonyms: ['Hết hạn', 'Có giá trị đến', 'Hiệu lực đến', 'Valid until', 'Expiry date'],
    required: false,
    read: day,
  },
  product_code: {
    vi: 'Mã sản phẩm',
    en: 'Product code',
    synonyms: ['Mã số sản phẩm', 'Mã sản phẩm OCOP'],
    required: false,
    read: ProductCode,
  },
  evidence: {
    vi: 'Mức chứng cứ',
    en: 'Evidence',
    synonyms: ['Chứng cứ', 'Căn cứ', 'Tình trạng công nhận'],
    required: false,
    read: oneOf(lookUp(EVIDENCE), 'A (có quyết định), B (kết quả hội đồng), C (đã đánh giá)'),
  },
  source: {
    vi: 'Nguồn',
    en: 'Source',
    synonyms: ['Nguồn tin', 'Nguồn thông tin', 'Link nguồn'],
    required: false,
    read: text(500),
  },
} as const satisfies Columns

/** One row of such a list, as read. */
export type ProductRow = RowOf<typeof productColumns>
