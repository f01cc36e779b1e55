import { isListedOn } from '../../../catalog/listing.js'
import type { Product } from '../../../catalog/product.js'
import { recognizedOn } from '../../../catalog/standing.js'
import type { Transaction } from '../../../catalog/transaction.js'
import { csvChunks } from '../../../exchange/csv/csv-chunks.js'
import type { Cell } from '../../../exchange/csv/to-csv.js'
import { formatCount, formatDay, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import { readPage, toPaging, type Paging } from '../../list/paging.js'
import { csvReply, page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import type { QueryValues } from '../../links.js'
import { readOwnReportQuery, toReportValues, type ReportQuery } from './report-query.js'
import { productsBehind, ROWS_OF, type RowsOf } from './rows-of.js'

/** Rows on one page. */
const SHOWN = 200
/** Pages of the ledger that one can go back by the link. */
const MOST_BEFORE = 50

interface Rows extends Paging {
  readonly rows: readonly { readonly href: string | null; readonly cells: readonly Cell[] }[]
  /** Of all pages; null when only reading everything would tell. */
  readonly total: number | null
}

/** A product behind a figure. */
export function productRow(product: Product, { day }: ReportQuery, visit: Visit) {
  const { state, reference } = visit.catalog
  const certificate = recognizedOn(state.certificatesOf(product.id), day)
  const platforms = state
    .listingsOf(product.id)
    .map((listing) => ({ listing, platform: state.get('platforms', listing.platformId) }))
    .filter(({ listing, platform }) => isListedOn(listing, platform, day))
  return {
    href: visit.links.to(`/products/${product.slug}`),
    cells: [
      say(product.name, visit.language).text,
      (product.producerId && state.find('producers', product.producerId)?.name) ?? '',
      reference.places.describe(product.origin, day, visit.language),
      certificate?.stars ?? null,
      certificate?.decisionNumber ?? '',
      certificate?.expiresOn ? formatDay(certificate.expiresOn) : '',
      platforms.map(({ platform }) => say(platform.name, visit.language).text).join(', '),
    ],
  }
}

/** An entry of the ledger behind a figure. */
export function transactionRow(entry: Transaction, visit: Visit) {
  const { state } = visit.catalog
  const { rows: words } = visit.messages.reports
  const sign = entry.kind === 'sale' ? 1 : -1
  const name = (id: string): string => {
    const product = state.find('products', id)
    return product ? say(product.name, visit.language).text : id
  }
  return {
    href: null,
    cells: [
      entry.from === entry.until ? formatDay(entry.from) : `${formatDay(entry.from)} – ${formatDay(entry.until)}`,
      words[entry.kind],
      say(state.get('platforms', entry.platformId).name, visit.language).text,
      entry.externalNumber ?? '',
      (entry.producerId && state.find('producers', entry.producerId)?.name) ?? '',
      entry.lines.map(({ productId, quantity }) => `${quantity} × ${name(productId)}`).join('; '),
      sign * entry.count,
      entry.amount === null ? null : sign * entry.amount,
      entry.source ?? '',
    ],
  }
}

export const headingsOf = (of: RowsOf, visit: Visit): readonly string[] => {
  const { rows: words, columns } = visit.messages.reports
  const { product, producer, place, stars, decision, expires, platforms } = words
  if (of !== 'transactions') return [product, producer, place, stars, decision, expires, platforms]
  const { day, kind, number, items, count, amount, source } = words
  return [day, kind, columns.platform, number, producer, items, count, amount, source]
}

/** The report's question as the ledger takes it. */
export const ledgerQuery = ({ period, province, mode, filter, platform }: ReportQuery) => ({
  period,
  province,
  mode,
  filter,
  platformId: platform?.id,
})

/** Products by numbered page; entries of the ledger from a place on, with the places of the pages before. */
async function readRows(of: RowsOf, query: ReportQuery, visit: Visit): Promise<Rows> {
  const hrefOf = (more: QueryValues): string =>
    visit.links.to('/office/reports/rows', { ...toReportValues(query, visit), of, ...more })
  if (of !== 'transactions') {
    const products = productsBehind(of, query, visit)
    const pageCount = Math.max(1, Math.ceil(products.length / SHOWN))
    const at = readPage(visit.query, pageCount)
    const shown = products.slice((at - 1) * SHOWN, at * SHOWN)
    const paging = toPaging(at, pageCount, (number) => hrefOf({ page: number }))
    return { rows: shown.map((product) => productRow(product, query, visit)), ...paging, total: products.length }
  }
  const [after, before] = [visit.query.get('after') ?? undefined, visit.query.getAll('before').slice(-MOST_BEFORE)]
  const asked = { limit: SHOWN, after: after ?? null }
  const { rows, next } = await visit.catalog.ledger.listBehind(ledgerQuery(query), asked, personOf(visit))
  const back = before.at(-1)
  return {
    rows: rows.map((entry) => transactionRow(entry, visit)),
    previous: after === undefined ? null : hrefOf({ after: back, before: before.slice(0, -1) }),
    next: next === null ? null : hrefOf({ after: next, before: after === undefined ? [] : [...before, after] }),
    links: [],
    total: null,
  }
}

const figureOf = (visit: Visit): RowsOf => ROWS_OF.find((known) => known === visit.query.get('of')) ?? 'recognized'

const nameOf = (of: RowsOf, visit: Visit): string => {
  const { measures, columns } = visit.messages.reports
  const names = { ...measures, listed: columns.listed, anyKind: columns.anyKind, uncertain: measures.recognized }
  return names[of]
}

/** The rows behind a figure: which products, which entries of the ledger. */
export const reportRows: Handler = async (visit) => {
  const { query, problem } = readOwnReportQuery(visit)
  const of = figureOf(visit)
  const values = toReportValues(query, visit)
  const words = visit.messages.reports
  const found = problem ? null : await readRows(of, query, visit)
  const amountColumn = of === 'transactions' ? 7 : -1
  const view = {
    problem,
    back: visit.links.to('/office/reports', values),
    csv: visit.links.to('/office/reports/rows.csv', { ...values, of }),
    headings: headingsOf(of, visit),
    total: found?.total == null ? null : words.rows.total(formatCount(found.total, visit.language)),
    order: of === 'transactions' ? words.rows.newestFirst : null,
    paging: found ?? { previous: null, next: null, links: [] },
    rows:
      found?.rows.map(({ href, cells }) => ({
        href,
        cells: cells.map((cell, index) => ({
          isNumber: typeof cell === 'number',
          text:
            typeof cell !== 'number'
              ? (cell ?? '')
              : index === amountColumn
                ? formatVnd(cell)
                : formatCount(cell, visit.language),
        })),
      })) ?? [],
  }
  return page('office/reports/rows', { title: words.rows.title(nameOf(of, visit)) }, view, {
    status: problem ? 422 : 200,
  })
}

/** Every row of the figure, each made when it is asked for. */
async function* allRows(of: RowsOf, query: ReportQuery, visit: Visit): AsyncGenerator<readonly Cell[]> {
  if (of !== 'transactions')
    for (const product of productsBehind(of, query, visit)) yield productRow(product, query, visit).cells
  else
    for await (const batch of visit.catalog.ledger.readBehind(ledgerQuery(query), personOf(visit)))
      for (const entry of batch) yield transactionRow(entry, visit).cells
}

/** All the rows as CSV, sent while they are read. */
export const reportRowsCsv: Handler = (visit) => {
  const { query } = readOwnReportQuery(visit)
  const of = figureOf(visit)
  const name = `cac-dong-${of}-${query.period.id.toLowerCase().replace('..', '-')}.csv`
  return csvReply(name, csvChunks(headingsOf(of, visit), allRows(of, query, visit)))
}
