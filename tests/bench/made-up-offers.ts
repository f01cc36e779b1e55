import type { Catalog, CatalogChanges } from '../../src/index.js'

const SOURCE = 'made up for the bench'
/** As much as may be put in at once: no bench sells out. */
export const PLENTY = 1_000_000
const PLATFORMS = ['postmart', 'voso', 'shopee', 'nongsan']

const GRAMS = [250, 500]

/** The SKUs of a product, by its place among the products. */
export const skusOf = (index: number): string[] => GRAMS.map((grams) => `bench-${index}-${grams}`)

const toVariants = (index: number) =>
  skusOf(index).map((sku, place) => ({
    sku,
    packSize: { quantity: GRAMS[place] ?? 0, unit: 'g' as const },
    price: (20_000 + (index % 97) * 5000) * (place + 1),
    illustrative: true,
  }))

/** Two of five products are on a given platform. */
const platformsOf = (index: number): string[] => PLATFORMS.filter((_, place) => (index + place * 2) % 5 < 2)

/** What makes a shop of an imported list: packs with prices and plenty of stock, descriptions, listings elsewhere. */
export function toOffers({ state }: Catalog): CatalogChanges {
  const products = state.all('products')
  return {
    platforms: PLATFORMS.map((id) => ({ id, slug: id, name: { vi: `Sàn ${id}` }, own: false, source: SOURCE })),
    products: products.map((product, index) => ({
      ...product,
      baseVersion: product.version,
      description: { vi: `${product.name.vi}: sản phẩm không có thật, tên ghép ngẫu nhiên để đo tốc độ.` },
      variants: toVariants(index),
    })),
    listings: products.flatMap(({ id }, index) =>
      platformsOf(index).map((platformId) => ({
        id: `bench-${index}-${platformId}`,
        productId: id,
        platformId,
        status: 'orderable' as const,
        listedOn: '2026-01-05',
        source: SOURCE,
      })),
    ),
    stock: products.flatMap((_, index) => skusOf(index).map((sku) => ({ sku, quantity: PLENTY }))),
  }
}
