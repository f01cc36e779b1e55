import { isListedOn } from '../../../catalog/listing.js'
import type { Product } from '../../../catalog/product.js'
import { recognizedOn } from '../../../catalog/standing.js'
import type { Transaction } from '../../../catalog/transaction.js'
import { toCsv, type Cell } from '../../../exchange/csv/to-csv.js'
import { formatCount, formatDay, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { readReportQuery, toReportValues, type ReportQuery } from './report-query.js'
import { productsBehind, ROWS_OF, type RowsOf } from './rows-of.js'

const SHOWN = 500
const EXPORTED = 50_000

interface Rows {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly href: string | null; readonly cells: readonly Cell[] }[]
  readonly hasMore: boolean
}

function productRow(product: Product, { day }: ReportQuery, visit: Visit) {
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

function transactionRow(entry: Transaction, visit: Visit) {
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

async function readRows(of: RowsOf, query: ReportQuery, limit: number, visit: Visit): Promise<Rows> {
  const { rows: words, columns } = visit.messages.reports
  if (of !== 'transactions') {
    const products = productsBehind(of, query, visit)
    return {
      headings: [
        words.product,
        words.producer,
        words.place,
        words.stars,
        words.decision,
        words.expires,
        words.platforms,
      ],
      rows: products.slice(0, limit).map((product) => productRow(product, query, visit)),
      hasMore: products.length > limit,
    }
  }
  const { period, province, mode, filter, platform } = query
  const asked = { period, province, mode, filter, platformId: platform?.id }
  const { rows, hasMore } = await visit.catalog.ledger.listBehind(asked, limit, personOf(visit))
  return {
    headings: [
      words.day,
      words.kind,
      columns.platform,
      words.number,
      words.producer,
      words.items,
      words.count,
      words.amount,
      words.source,
    ],
    rows: rows.map((entry) => transactionRow(entry, visit)),
    hasMore,
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
  const { query, problem } = readReportQuery(visit)
  const of = figureOf(visit)
  const values = toReportValues(query, visit)
  const words = visit.messages.reports
  const found = problem ? null : await readRows(of, query, SHOWN, visit)
  const amountColumn = of === 'transactions' ? 7 : -1
  const view = {
    problem,
    back: visit.links.to('/office/reports', values),
    csv: visit.links.to('/office/reports/rows.csv', { ...values, of }),
    headings: found?.headings ?? [],
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
    more: found?.hasMore ? words.rows.more(formatCount(SHOWN, visit.language)) : null,
  }
  return page('office/reports/rows', { title: words.rows.title(nameOf(of, visit)) }, view, {
    status: problem ? 422 : 200,
  })
}

export const reportRowsCsv: Handler = async (visit) => {
  const { query } = readReportQuery(visit)
  const of = figureOf(visit)
  const { headings, rows } = await readRows(of, query, EXPORTED, visit)
  return {
    kind: 'body',
    type: 'text/csv; charset=utf-8',
    body: toCsv(
      headings,
      rows.map(({ cells }) => cells),
    ),
    headers: {
      'content-disposition': `attachment; filename="cac-dong-${of}-${query.period.id.toLowerCase().replace('..', '-')}.csv"`,
    },
  }
}
