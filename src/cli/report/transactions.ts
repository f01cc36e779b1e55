import type { Language } from '../../catalog/text.js'
import type { TransactionFigures } from '../../reports/transactions.js'
import type { Catalog } from '../../site/catalog.js'
import { formatNumber } from '../format.js'
import { tableLines } from '../table.js'
import { figureDefinitions } from '../../reports/definitions.js'

export const transactionsTitle = { vi: 'Giao dịch', en: 'Transactions' } as const

const words = {
  vi: {
    measures: ['Giao dịch', 'Dòng hàng', 'Số lượng', 'Tiền hàng (đ)'],
    total: 'Tổng',
    platform: 'Sàn',
    province: 'Tỉnh, thành phố',
    product: 'Sản phẩm (nhiều giao dịch nhất)',
  },
  en: {
    measures: ['Transactions', 'Order lines', 'Units', 'Amount (đ)'],
    total: 'Total',
    platform: 'Platform',
    province: 'Province',
    product: 'Product (most transactions)',
  },
} as const

const SHOWN_PRODUCTS = 20
/** Transactions without lines, units or amount: the platform did not state them. */
const NOT_STATED = '–'

type Figures = TransactionFigures['total']

/** Transactions as tables: the total, then by platform, province and product, then what is counted. */
export function transactionLines(figures: TransactionFigures, { state }: Catalog, language: Language): string[] {
  const text = words[language]
  const cells = ({ transactions, ...stated }: Figures): string[] => [
    formatNumber(transactions, language),
    ...[stated.orderLines, stated.units, stated.amount].map((value) =>
      value === 0 && transactions > 0 ? NOT_STATED : formatNumber(value, language),
    ),
  ]
  const table = (heading: string, rows: readonly (readonly [string, Figures])[]): string[] =>
    rows.length === 0
      ? []
      : [
          '',
          ...tableLines(
            [{ heading }, ...text.measures.map((measure) => ({ heading: measure, align: 'right' }) as const)],
            rows.map(([name, values]) => [name, ...cells(values)]),
          ),
        ]
  const products = figures.byProduct.slice(0, SHOWN_PRODUCTS)
  const define = figureDefinitions[language]
  return [
    ...table(text.total, [['', figures.total]]).slice(1),
    ...table(
      text.platform,
      figures.byPlatform.map((row) => [state.get('platforms', row.platformId).name.vi, row]),
    ),
    ...table(
      text.province,
      figures.byProvince.map((row) => [language === 'en' ? row.province.nameEn : row.province.name, row]),
    ),
    ...table(
      text.product,
      products.map((row) => [state.get('products', row.productId).name.vi, row]),
    ),
    '',
    define.transactions,
    define.statements,
    define.amount,
    ...(products.length === 0 ? [] : [define.byProduct]),
  ]
}
