import type { ProductId } from '../../catalog/ids.js'
import type { TransactionFigures } from '../../reports/transactions.js'
import type { Figures } from '../../trade/figures.js'
import { formatCount, formatVnd } from '../format.js'
import { say, type Said } from '../language.js'
import { provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'
import { toChange } from './comparison.js'
import { toBar } from './coverage-view.js'
import { toValues, type FiguresQuery } from './figures-query.js'

const TOP = 10

interface Row {
  readonly name: Said
  readonly href: string | null
  readonly transactions: string
  readonly bar: number
  readonly more: string | null
  readonly amount: string
}

/** Platforms that report a bare number of transactions state no lines and no amount: that is not the same as none. */
const stated = (value: number, { transactions }: Figures, words: string, visit: Visit): string =>
  value === 0 && transactions > 0 ? visit.messages.figures.noStatement : words

function toRow(name: Said, href: string | null, figures: Figures, most: number, visit: Visit): Row {
  const { transactions, orderLines, units, amount } = figures
  const count = (value: number): string => formatCount(value, visit.language)
  return {
    name,
    href,
    transactions: count(transactions),
    bar: toBar(most > 0 ? transactions / most : 0),
    more: orderLines === 0 ? null : visit.messages.figures.transactions.more(count(orderLines), count(units)),
    amount: stated(amount, figures, formatVnd(amount), visit),
  }
}

/** True for goods sold at prices made up for show: their amounts are not real either. */
const isIllustrative = (productId: ProductId, { catalog }: Visit): boolean =>
  catalog.state.find('products', productId)?.variants.some((variant) => variant.illustrative === true) === true

function toTotals(total: Figures, before: Figures | undefined, visit: Visit) {
  const words = visit.messages.figures
  const define = words.define
  const measures = [
    { key: 'transactions', label: words.transactions.count, definition: `${define.transactions} ${define.statements}` },
    { key: 'orderLines', label: words.transactions.orderLines, definition: define.orderLines },
    { key: 'units', label: words.transactions.units, definition: define.units },
    { key: 'amount', label: words.transactions.amount, definition: define.amount },
  ] as const
  return measures.map(({ key, label, definition }) => {
    const format = key === 'amount' ? (value: number) => formatVnd(value) : formatCount
    return {
      label,
      definition,
      value: stated(total[key], total, format(total[key], visit.language), visit),
      change: before ? toChange(total[key], before[key], visit, format) : null,
    }
  })
}

/** Transactions in words: the total by four measures, and how they fall on platforms, provinces and products. */
export function toTransactionsView(
  figures: TransactionFigures,
  before: TransactionFigures | null,
  query: FiguresQuery,
  visit: Visit,
) {
  const { state } = visit.catalog
  const { total } = figures
  const mostOfProduct = figures.byProduct[0]?.transactions ?? 0
  return {
    isEmpty: total.transactions === 0,
    isIllustrative: figures.byProduct.some(({ productId }) => isIllustrative(productId, visit)),
    totals: toTotals(total, before?.total, visit),
    byPlatform: figures.byPlatform.map(({ platformId, ...row }) => {
      const platform = state.get('platforms', platformId)
      const href = visit.links.to(`/platforms/${platform.slug}`)
      return toRow(say(platform.name, visit.language), href, row, total.transactions, visit)
    }),
    byProvince: figures.byProvince.map(({ province, ...row }) => {
      const href = visit.links.to('/figures', toValues({ ...query, province }))
      return toRow({ text: provinceName(province, visit), lang: null }, href, row, total.transactions, visit)
    }),
    byProduct: figures.byProduct.slice(0, TOP).map(({ productId, ...row }) => {
      const product = state.get('products', productId)
      const href = product.status === 'published' ? visit.links.to(`/products/${product.slug}`) : null
      return toRow(say(product.name, visit.language), href, row, mostOfProduct, visit)
    }),
  }
}
