import { Sku } from '../../catalog/ids.js'
import { MAX_PRICE } from '../../catalog/vnd.js'
import { amount, text, wholeNumber } from '../import/cells.js'
import type { Columns } from '../import/column.js'

/** A producer's table of goods: what comes down goes up again; name and pack are for people to read. */
export const goodsColumns = {
  name: { vi: 'Sản phẩm', en: 'Product', synonyms: ['Tên sản phẩm'], required: false, read: text(300) },
  pack: { vi: 'Quy cách', en: 'Pack', synonyms: [], required: false, read: text(100) },
  sku: { vi: 'Mã hàng', en: 'SKU', synonyms: ['Mã', 'Mã SKU'], required: true, read: Sku },
  price: {
    vi: 'Giá',
    en: 'Price',
    synonyms: ['Giá bán', 'Đơn giá'],
    required: false,
    read: amount({ minimum: 1, maximum: MAX_PRICE, example: '120.000' }),
  },
  stock: {
    vi: 'Tồn kho',
    en: 'Stock',
    synonyms: ['Số lượng', 'Tồn'],
    required: false,
    read: wholeNumber({ minimum: 0, maximum: 1_000_000, example: '40' }),
  },
} as const satisfies Columns
