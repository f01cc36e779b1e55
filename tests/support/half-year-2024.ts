import type { Catalog } from '../../src/index.js'

/**
 * The first half of 2024 as two provinces reported it, built through the public API.
 *
 * Facts of the reports: Long An had 168 recognised products (40 of 4 stars, 128 of 3), of which 85 on the Post office's
 * platform, 42 on nongsanantoanlongan.vn and 15 on longantrade.com; Đắk Lắk had 1,715 products on platforms, 42,933
 * transactions and was 5th of the country.
 *
 * The reports name neither the products nor the figures of other provinces. So products are numbered, not named; which
 * product is on which platform is arbitrary; and the four provinces ahead of Đắk Lắk, as well as Phú Yên, stand with
 * figures made up for this purpose and say so in their source.
 */
export const HALF_YEAR = '2024-H1'

const LONG_AN = { list: 'pre-2025-07', province: '80' } as const
const DAK_LAK = { list: 'pre-2025-07', province: '66' } as const
const MADE_UP = 'made up: no source publishes this province’s figure'
const REPORT = 'half-year report 2024'

const PLATFORMS = [
  { id: 'postmart', name: 'Postmart', website: 'https://postmart.vn' },
  { id: 'nongsanantoanlongan', name: 'nongsanantoanlongan.vn', website: 'https://nongsanantoanlongan.vn' },
  { id: 'longantrade', name: 'longantrade.com', website: 'https://longantrade.com' },
] as const

const listedOnFirst = (platformId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `long-an-${index + 1}-${platformId}`,
    productId: `long-an-${index + 1}`,
    platformId,
    status: 'introduced' as const,
    listedOn: '2024-03-01',
    source: REPORT,
  }))

const numbered = (prefix: string, name: string, count: number, origin: typeof LONG_AN | typeof DAK_LAK) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${index + 1}`,
    slug: `${prefix}-${index + 1}`,
    status: 'published' as const,
    name: { vi: `${name} số ${index + 1}` },
    producerId: null,
    classification: null,
    origin,
    variants: [],
    photos: [],
    labelFacts: {},
    source: REPORT,
  }))

export async function buildHalfYear2024(catalog: Catalog): Promise<void> {
  await catalog.save({
    platforms: PLATFORMS.map(({ id, name, website }) => ({ id, slug: id, name: { vi: name }, website, own: false })),
    products: [
      ...numbered('long-an', 'Sản phẩm OCOP Long An', 168, LONG_AN),
      ...numbered('dak-lak', 'Nông sản Đắk Lắk', 1715, DAK_LAK),
    ],
    certificates: Array.from({ length: 168 }, (_, index) => ({
      id: `long-an-${index + 1}`,
      productId: `long-an-${index + 1}`,
      outcome: 'recognized' as const,
      stars: index < 40 ? (4 as const) : (3 as const),
      issuedOn: '2023-03-15',
      place: LONG_AN,
      source: REPORT,
    })),
    listings: [
      ...listedOnFirst('postmart', 85),
      ...listedOnFirst('nongsanantoanlongan', 42),
      ...listedOnFirst('longantrade', 15),
      ...Array.from({ length: 1715 }, (_, index) => ({
        id: `dak-lak-${index + 1}-postmart`,
        productId: `dak-lak-${index + 1}`,
        platformId: 'postmart',
        status: 'introduced' as const,
        listedOn: '2024-01-15',
        source: REPORT,
      })),
    ],
  })
  const statement = (province: string, count: number, source: string) => ({
    platformId: 'postmart',
    externalNumber: `${HALF_YEAR} ${province}`,
    from: '2024-01-01',
    until: '2024-06-30',
    count,
    province: `pre-2025-07:${province}`,
    source,
  })
  await catalog.recordPlatformSales([
    statement('66', 42_933, REPORT),
    statement('54', 1_000, MADE_UP),
    statement('24', 90_000, MADE_UP),
    statement('68', 70_000, MADE_UP),
    statement('89', 60_000, MADE_UP),
    statement('51', 50_000, MADE_UP),
  ])
}
