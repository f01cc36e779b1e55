import type { Product } from '../../../catalog/product.js'
import { recognizedOn, standingOn } from '../../../catalog/standing.js'
import { isListedOn } from '../../../catalog/listing.js'
import { placeFor, readProductFilter } from '../../../reports/product-filter.js'
import { provinceScope } from '../../../reports/province-scope.js'
import type { Visit } from '../../visit.js'
import { toReportValues, type ReportQuery } from './report-query.js'

/** Figures that have rows behind them. */
export const ROWS_OF = ['recognized', 'uncertain', 'onAnyPlatform', 'listed', 'anyKind', 'transactions'] as const
export type RowsOf = (typeof ROWS_OF)[number]

const PATH = '/office/reports/rows'

/** By table and column, counted after the first: the figure that the cell shows. */
const BEHIND: Readonly<Record<string, readonly (RowsOf | null)[]>> = {
  coverage: ['listed', 'recognized', null, 'anyKind'],
  totals: ['transactions'],
  platforms: ['transactions'],
  provinces: ['transactions'],
  producers: ['transactions'],
}

/** The address of the rows behind one cell; null where there are none. */
export function rowsHref(table: string, item: string, column: number, query: ReportQuery, visit: Visit): string | null {
  const of = BEHIND[table]?.[column]
  if (!of) return null
  const { state, reference } = visit.catalog
  const values = toReportValues(query, visit)
  const platform = [...state.all('platforms')].find(({ name }) => name.vi === item || name.en === item)
  if (table === 'coverage' && of !== 'recognized')
    return visit.links.to(PATH, { ...values, platform: platform?.slug, of })
  if (table === 'platforms') return visit.links.to(PATH, { ...values, platform: platform?.slug, of })
  if (table === 'provinces') {
    const province = reference.places.findProvinceByName(
      item,
      query.day < '2025-07-01' && query.mode === 'asThen' ? 'pre-2025-07' : '2025-07',
    )
    return visit.links.to(PATH, { ...values, province: province?.slug, of })
  }
  if (table === 'producers') {
    const producer = [...state.all('producers')].find(({ name }) => name === item)
    return visit.links.to(PATH, { ...values, producer: producer?.slug, of })
  }
  return visit.links.to(PATH, { ...values, of })
}

/** The products that a figure of coverage counts, on its cut-off day. */
export function productsBehind(of: RowsOf, query: ReportQuery, visit: Visit): readonly Product[] {
  const { state, reference } = visit.catalog
  const { day, mode } = query
  const scope = provinceScope(reference.places, query.province, mode, day)
  const isMeant = readProductFilter(query.filter, state, reference.places, mode, day)
  const isListed = (product: Product): boolean =>
    state
      .listingsOf(product.id)
      .some(
        (listing) =>
          (query.platform === null || listing.platformId === query.platform.id) &&
          isListedOn(listing, state.get('platforms', listing.platformId), day),
      )
  const isRecognized = (product: Product): boolean => recognizedOn(state.certificatesOf(product.id), day) !== null
  const isUncertain = (product: Product): boolean =>
    !isRecognized(product) &&
    state.certificatesOf(product.id).some((certificate) => standingOn(certificate, day) === 'uncertain')
  const isCounted: Readonly<Record<RowsOf, (product: Product) => boolean>> = {
    recognized: isRecognized,
    uncertain: isUncertain,
    onAnyPlatform: isListed,
    anyKind: isListed,
    listed: (product) => isListed(product) && isRecognized(product),
    transactions: () => false,
  }
  return [...state.all('products')].filter(
    (product) =>
      product.status === 'published' &&
      (!isMeant || isMeant(product.id)) &&
      scope.includesPlace(placeFor(product, mode)) &&
      isCounted[of](product),
  )
}
