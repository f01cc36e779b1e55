import type { ListingStatus } from '../../catalog/listing.js'
import { fold } from '../../catalog/text.js'
import { MAX_PRICE } from '../../catalog/vnd.js'
import { amount, day, oneOf, text, webAddress } from '../import/cells.js'
import type { Columns, RowOf } from '../import/column.js'

const STATUS: ReadonlyMap<string, ListingStatus> = new Map([
  ['introduced', 'introduced'],
  ['gioi thieu', 'introduced'],
  ['orderable', 'orderable'],
  ['dang ban', 'orderable'],
  ['con hang', 'orderable'],
  ['dat mua duoc', 'orderable'],
  ['soldout', 'soldOut'],
  ['sold out', 'soldOut'],
  ['het hang', 'soldOut'],
  ['removed', 'removed'],
  ['da go', 'removed'],
  ['ngung ban', 'removed'],
])

/** A status as a list writes it. */
export const STATUS_WORDS: Readonly<Record<ListingStatus, string>> = {
  introduced: 'Giới thiệu',
  orderable: 'Đang bán',
  soldOut: 'Hết hàng',
  removed: 'Đã gỡ',
}

/** What is on other platforms: one row for each product on each platform. */
export const listingColumns = {
  platform: {
    vi: 'Sàn',
    en: 'Platform',
    synonyms: ['Sàn TMĐT', 'Sàn thương mại điện tử', 'Tên sàn'],
    required: true,
    forAllRows: true,
    read: text(200),
  },
  product: {
    vi: 'Tên sản phẩm',
    en: 'Product',
    synonyms: ['Sản phẩm', 'Tên SP', 'SP', 'Tên hàng', 'name', 'Product name'],
    required: true,
    read: text(200),
  },
  producer: {
    vi: 'Chủ thể',
    en: 'Producer',
    synonyms: ['Tên chủ thể', 'Chủ thể OCOP', 'Gian hàng'],
    required: false,
    read: text(200),
  },
  url: {
    vi: 'Đường dẫn',
    en: 'Link',
    synonyms: ['Địa chỉ trang', 'Liên kết', 'Link sản phẩm', 'Address'],
    required: false,
    read: webAddress,
  },
  status: {
    vi: 'Trạng thái',
    en: 'Status',
    synonyms: ['Tình trạng'],
    required: false,
    read: oneOf((words) => STATUS.get(fold(words)) ?? null, Object.values(STATUS_WORDS).join(', ')),
  },
  price: {
    vi: 'Giá',
    en: 'Price',
    synonyms: ['Giá bán', 'Đơn giá', 'Giá niêm yết'],
    required: false,
    read: amount({ minimum: 1, maximum: MAX_PRICE, example: '85.000' }),
  },
  listed_on: {
    vi: 'Ngày lên sàn',
    en: 'Listed on',
    synonyms: ['Ngày niêm yết', 'Ngày đăng', 'First seen'],
    required: false,
    read: day,
  },
  last_checked_on: {
    vi: 'Ngày kiểm tra',
    en: 'Last checked on',
    synonyms: ['Kiểm tra lần cuối', 'Ngày kiểm tra gần nhất', 'Last check'],
    required: false,
    forAllRows: true,
    read: day,
  },
  delisted_on: {
    vi: 'Ngày gỡ',
    en: 'Delisted on',
    synonyms: ['Ngày rời sàn', 'Ngày ngừng bán'],
    required: false,
    read: day,
  },
  external_id: {
    vi: 'Mã trên sàn',
    en: 'Id on the platform',
    synonyms: ['Mã niêm yết', 'External id'],
    required: false,
    read: text(100),
  },
  source: {
    vi: 'Nguồn',
    en: 'Source',
    synonyms: ['Nguồn tin', 'Nguồn thông tin'],
    required: false,
    read: text(500),
  },
} as const satisfies Columns

/** One row of such a list, as read. */
export type ListingRow = RowOf<typeof listingColumns>
