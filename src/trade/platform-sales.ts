import * as z from 'zod'
import { Day, dayAt, toInstant } from '../catalog/day.js'
import { CatalogError, type FieldIssue, type IssueCode } from '../catalog/errors.js'
import { PlatformId, ProducerId, type TransactionId } from '../catalog/ids.js'
import { parse } from '../catalog/parse.js'
import { ProvinceKey } from '../catalog/places/place.js'
import type { Places } from '../catalog/places/places.js'
import type { CatalogState } from '../catalog/state.js'
import { line } from '../catalog/text.js'
import { TransactionLine, type Transaction } from '../catalog/transaction.js'
import { Vnd } from '../catalog/vnd.js'
import { provinceOfSale } from './sale-of.js'

/**
 * What another platform reports: one sale with its number, or a statement over a span of days
 * (`count: 42933, from: '2024-01-01', until: '2024-06-30'`), which is counted in periods that hold the whole span.
 */
export const PlatformSale = z.strictObject({
  platformId: PlatformId,
  /** The platform's own order number, or the report's reference for a statement. Recorded once per platform. */
  externalNumber: line(100),
  from: Day,
  /** The same day as `from` when left out. */
  until: Day.optional(),
  /** How many transactions; 1 when left out. */
  count: z.int().min(1).max(100_000_000).optional(),
  producerId: ProducerId.nullable().optional(),
  /** Needed when neither producer nor product tells it: `pre-2025-07:66`. */
  province: ProvinceKey.optional(),
  lines: z.array(TransactionLine).max(200).optional(),
  /** Whole đồng; the sum of the lines when left out, unknown without lines. */
  amount: Vnd.nullable().optional(),
  source: line(500).optional(),
})
export type PlatformSale = z.infer<typeof PlatformSale>
/** A sale of another platform as it is handed in. */
export type PlatformSaleInput = z.input<typeof PlatformSale>

export interface SaleContext {
  readonly now: Date
  readonly newId: () => string
}

const noonOf = (day: Day): Date => new Date(`${day}T05:00:00Z`)

function toTransaction(
  sale: PlatformSale,
  state: CatalogState,
  places: Places,
  context: SaleContext,
): Transaction | null {
  const until = sale.until ?? sale.from
  const producer = sale.producerId ? state.find('producers', sale.producerId) : null
  const product = sale.lines?.[0] ? state.find('products', sale.lines[0].productId) : null
  const province = sale.province ?? provinceOfSale(producer, product, places, noonOf(until))
  if (!province) return null
  const lines = sale.lines ?? []
  const sum = lines.length > 0 ? lines.reduce((total, { amount }) => total + amount, 0) : null
  return {
    id: context.newId() as TransactionId,
    kind: 'sale',
    platformId: sale.platformId,
    producerId: producer?.id ?? null,
    province,
    from: sale.from,
    until,
    count: sale.count ?? 1,
    lines,
    amount: sale.amount ?? sum,
    externalNumber: sale.externalNumber,
    ...(sale.source ? { source: sale.source } : {}),
    recordedAt: toInstant(context.now),
  }
}

function issuesOf(
  sale: PlatformSale,
  index: number,
  state: CatalogState,
  places: Places,
  context: SaleContext,
): FieldIssue[] {
  const issues: FieldIssue[] = []
  const report = (field: string, code: IssueCode, params: FieldIssue['params'] = {}) =>
    issues.push({ path: `${index}.${field}`, code, params })
  const today = dayAt(context.now)
  if (!state.find('platforms', sale.platformId)) report('platformId', 'notFound', { value: sale.platformId })
  if (sale.producerId && !state.find('producers', sale.producerId))
    report('producerId', 'notFound', { value: sale.producerId })
  if (sale.province && !places.province(sale.province)) report('province', 'notFound', { value: sale.province })
  sale.lines?.forEach(({ productId }, position) => {
    if (!state.find('products', productId)) report(`lines.${position}.productId`, 'notFound', { value: productId })
  })
  if (sale.until !== undefined && sale.until < sale.from)
    report('until', 'inconsistent', {
      why: 'Ngày cuối phải không trước ngày đầu.',
      whyEn: 'The last day must not lie before the first.',
    })
  if ((sale.until ?? sale.from) > today)
    report('until', 'inconsistent', { why: 'Ngày này chưa đến.', whyEn: 'That day has not come yet.' })
  return issues
}

/** Runs a parse and keeps its issues, moved under the sale's position. */
function parseSale(input: unknown, index: number, issues: FieldIssue[]): PlatformSale | null {
  try {
    return parse(PlatformSale, input)
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    issues.push(
      ...error.issues.map((issue) => ({ ...issue, path: [index, issue.path].filter((part) => part !== '').join('.') })),
    )
    return null
  }
}

/**
 * Checks what platforms report. It pauses after each sale, so that a caller with thousands of them can let other work go
 * on; see `takeTurns`.
 *
 * @throws {CatalogError} `INVALID_INPUT` with the issues of all sales, paths beginning with the sale's position.
 */
export function* parsePlatformSales(input: readonly PlatformSaleInput[]): Generator<void, PlatformSale[]> {
  const issues: FieldIssue[] = []
  const sales: PlatformSale[] = []
  for (const [index, one] of parse(z.array(z.unknown()), input).entries()) {
    const sale = parseSale(one, index, issues)
    if (sale) sales.push(sale)
    yield
  }
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return sales
}

/**
 * Makes ledger entries of what platforms report, leaving out numbers that are on record already (`known`). It pauses
 * after each sale.
 *
 * @throws {CatalogError} `INVALID_INPUT` with the issues of all sales, paths beginning with the sale's position.
 */
export function* planPlatformSales(
  sales: readonly PlatformSale[],
  known: (platformId: PlatformId, externalNumber: string) => boolean,
  state: CatalogState,
  places: Places,
  context: SaleContext,
): Generator<void, Transaction[]> {
  const issues: FieldIssue[] = []
  const seen = new Set<string>()
  const transactions: Transaction[] = []
  for (const [index, sale] of sales.entries()) {
    issues.push(...issuesOf(sale, index, state, places, context))
    const key = `${sale.platformId} ${sale.externalNumber}`
    if (seen.has(key))
      issues.push({ path: `${index}.externalNumber`, code: 'duplicate', params: { value: sale.externalNumber } })
    seen.add(key)
    yield
    if (known(sale.platformId, sale.externalNumber)) continue
    const transaction = toTransaction(sale, state, places, context)
    if (transaction) transactions.push(transaction)
    else issues.push({ path: `${index}.province`, code: 'required', params: {} })
  }
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return transactions
}
