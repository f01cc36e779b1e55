import { amount, day, text, wholeNumber } from '../import/cells.js'
import type { Columns, RowOf } from '../import/column.js'

/** What other platforms report: one row for each sale, each product of a sale, or each statement over a span of days. */
export const saleColumns = {
  platform: {
    vi: 'Sàn',
    en: 'Platform',
    synonyms: ['Sàn TMĐT', 'Sàn thương mại điện tử', 'Tên sàn'],
    required: true,
    forAllRows: true,
    read: text(200),
  },
  external_number: {
    vi: 'Số đơn',
    en: 'External number',
    synonyms: ['Mã đơn', 'Mã đơn hàng', 'Số đơn hàng', 'Số báo cáo', 'Order number', 'Reference'],
    required: true,
    read: text(100),
  },
  day: { vi: 'Ngày', en: 'Day', synonyms: ['Ngày đặt', 'Ngày bán', 'Date'], required: false, read: day },
  from: { vi: 'Từ ngày', en: 'From', synonyms: ['Ngày đầu kỳ', 'From day'], required: false, read: day },
  until: {
    vi: 'Đến ngày',
    en: 'Until',
    synonyms: ['Đến hết ngày', 'Ngày cuối kỳ', 'To', 'Until day'],
    required: false,
    read: day,
  },
  count: {
    vi: 'Số giao dịch',
    en: 'Count',
    synonyms: ['Giao dịch', 'Số lượng giao dịch', 'Transactions'],
    required: false,
    read: wholeNumber({ minimum: 1, maximum: 100_000_000, example: '42.933' }),
  },
  province: {
    vi: 'Tỉnh, thành phố',
    en: 'Province',
    synonyms: ['Tỉnh', 'Tỉnh/Thành', 'Tỉnh/TP', 'Địa phương'],
    required: false,
    read: text(100),
  },
  producer: {
    vi: 'Chủ thể',
    en: 'Producer',
    synonyms: ['Tên chủ thể', 'Chủ thể OCOP', 'Người bán', 'Seller'],
    required: false,
    read: text(200),
  },
  product: {
    vi: 'Tên sản phẩm',
    en: 'Product',
    synonyms: ['Sản phẩm', 'Tên SP', 'SP', 'Tên hàng', 'name', 'Product name'],
    required: false,
    read: text(200),
  },
  quantity: {
    vi: 'Số lượng',
    en: 'Quantity',
    synonyms: ['SL', 'Units'],
    required: false,
    read: wholeNumber({ minimum: 1, maximum: 1_000_000_000, example: '2' }),
  },
  amount: {
    vi: 'Thành tiền',
    en: 'Amount',
    synonyms: ['Số tiền', 'Doanh thu', 'Giá trị', 'Giá trị giao dịch', 'Tổng tiền'],
    required: false,
    read: amount({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, example: '170.000' }),
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
export type SaleRow = RowOf<typeof saleColumns>
