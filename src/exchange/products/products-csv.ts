import { isListedOn } from '../../catalog/listing.js'
import type { Product } from '../../catalog/product.js'
import { shownCertificate, type Standing } from '../../catalog/standing.js'
import type { Language } from '../../catalog/text.js'
import type { Catalog } from '../../site/catalog.js'
import { toCsv } from '../csv/to-csv.js'
import type { Facts } from '../import/import-kind.js'
import { certificateFacts, placeWords, producerFacts, productFacts } from './facts.js'
import { productColumns } from './product-columns.js'

/** Columns beside those of the import, which a later import leaves aside. */
const FURTHER = {
  vi: { standing: 'Tình trạng', platforms: 'Sàn', page: 'Địa chỉ trang', asOf: 'Tính đến ngày' },
  en: { standing: 'Standing', platforms: 'Platforms', page: 'Page address', asOf: 'As of' },
} as const

const STANDINGS: Readonly<Record<Standing, { vi: string; en: string }>> = {
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
  expiring: { vi: 'Sắp hết hạn', en: 'Expiring' },
  extended: { vi: 'Được kéo dài', en: 'Extended' },
  uncertain: { vi: 'Chưa rõ ngày', en: 'Date uncertain' },
  evaluated: { vi: 'Đã đánh giá', en: 'Evaluated' },
  notYet: { vi: 'Chưa có hiệu lực', en: 'Not yet valid' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  withdrawn: { vi: 'Bị thu hồi', en: 'Withdrawn' },
}

/** A year alone stands in its own column, so that nobody takes it for a day. */
function dated(facts: Facts): Facts {
  const { decision_date: date = '' } = facts
  return date.length === 4 ? { ...facts, decision_date: '', year: date } : facts
}

const FIELDS = Object.keys(productColumns)

function rowOf(product: Product, catalog: Catalog, language: Language): string[] {
  const { state, reference } = catalog
  const today = catalog.today()
  const producer = product.producerId ? state.find('producers', product.producerId) : null
  const shown = shownCertificate(state.certificatesOf(product.id), today)
  const facts: Facts = {
    name: product.name.vi,
    producer: producer?.name ?? '',
    province: reference.places.findProvince(product.origin.list, product.origin.province)?.name ?? '',
    district_or_commune: placeWords(product.origin, reference.places, today),
    ...producerFacts(producer),
    ...productFacts(product, reference.groups),
    ...dated(certificateFacts(shown?.certificate ?? null, reference.places, today)),
    source: shown?.certificate.source ?? product.source ?? '',
  }
  const platforms = state
    .listingsOf(product.id)
    .map((listing) => ({ listing, platform: state.get('platforms', listing.platformId) }))
    .filter(({ listing, platform }) => isListedOn(listing, platform, today))
    .map(({ platform }) => platform.name.vi)
  return [
    ...FIELDS.map((field) => facts[field] ?? ''),
    shown ? STANDINGS[shown.standing][language] : '',
    platforms.join('; '),
    product.slug,
    today,
  ]
}

function* rowsOf(catalog: Catalog, language: Language): Generator<readonly string[]> {
  for (const product of catalog.state.all('products'))
    if (product.status === 'published') yield rowOf(product, catalog, language)
}

/** How the columns of the published products are headed. */
export const productHeadings = (language: Language): string[] => [
  ...Object.values(productColumns).map((column) => column[language]),
  ...Object.values(FURTHER[language]),
]

/**
 * The published products as a table: the columns of the import, so that it can be edited and imported again, then
 * standing and platforms on the day, which every row bears. A row is made when it is asked for.
 */
export const productsTable = (
  catalog: Catalog,
  language: Language,
): { readonly headings: readonly string[]; readonly rows: Iterable<readonly string[]> } => ({
  headings: productHeadings(language),
  rows: rowsOf(catalog, language),
})

/** The names of those columns, whatever the language of their headings. */
export const PRODUCT_FIELDS = [
  ...(Object.keys(productColumns) as (keyof typeof productColumns)[]),
  ...(Object.keys(FURTHER.vi) as (keyof (typeof FURTHER)['vi'])[]),
]

/** That table as a CSV file. */
export function productsCsv(catalog: Catalog, language: Language): string {
  const { headings, rows } = productsTable(catalog, language)
  return toCsv(headings, [...rows])
}
