import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { CatalogError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import { Platform } from '../../catalog/platform.js'
import type { Catalog } from '../../site/catalog.js'
import { previewImport } from '../import/preview-import.js'
import type { DraftOf } from '../import/staging.js'
import { listingId } from '../listings/listing-id.js'
import { productImport } from '../products/product-import.js'
import { PACKAGE_DATA } from '../package-data.js'
import { illustrativeOffer, OffersFile } from './offers.js'

/** The shape of `data/sample/platforms.json`. */
const PlatformsFile = z.array(Platform.omit({ version: true, changedAt: true, own: true }))

export interface SampleSummary {
  readonly products: number
  readonly producers: number
  readonly platforms: number
  /** Products that can be ordered, with made-up prices and stock. */
  readonly offers: number
}

const folder = new URL('sample/', PACKAGE_DATA)
const read = (name: string): Promise<Buffer> => readFile(new URL(name, folder))
const readJson = async <S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> =>
  parse(schema, JSON.parse((await read(name)).toString()) as unknown)

/** What our own storefront sells: products that someone can deliver, with illustrative packs, prices and stock. */
function offersFor(products: readonly DraftOf<'products'>[], offers: OffersFile, catalog: Catalog) {
  const sold = products.flatMap((product) => {
    const offer = product.producerId === null ? null : illustrativeOffer(product, offers)
    return offer ? [{ product: { ...product, variants: offer.variants }, stock: offer.stock }] : []
  })
  const soldById = new Map(sold.map(({ product }) => [product.id, product]))
  return {
    products: products.map((product) => soldById.get(product.id) ?? product),
    stock: sold.flatMap(({ stock }) => stock),
    listings: sold.map(({ product }) => ({
      id: listingId(product.id, catalog.ownPlatform.id),
      productId: product.id,
      platformId: catalog.ownPlatform.id,
      status: 'orderable' as const,
      listedOn: catalog.today(),
      source: 'this storefront',
    })),
  }
}

/**
 * Fills an empty catalog with the package's sample, in one commit: real recognitions, each with its source, through the
 * same import that an office uses; real platforms; and offers that are marked as illustrative.
 *
 * @throws {CatalogError} `INVALID_INPUT` when a file of the sample is damaged; `STORE_UNAVAILABLE`.
 */
export async function loadSampleCatalog(
  catalog: Catalog,
  onProgress?: (done: number, total: number) => void,
): Promise<SampleSummary> {
  const [list, platforms, offers] = await Promise.all([
    read('ocop-products.csv'),
    readJson('platforms.json', PlatformsFile),
    readJson('illustrative-offers.json', OffersFile),
  ])
  const preview = await previewImport(productImport, list, catalog, {
    placesBefore2025: true,
    ...(onProgress ? { onProgress } : {}),
  })
  if (preview.faults.length > 0)
    throw new CatalogError('INVALID_INPUT', { issues: preview.faults.map(({ issue }) => issue) })
  const { producers = [], products = [], certificates = [] } = preview.changes
  const sold = offersFor(products, offers, catalog)
  await catalog.save({
    producers,
    certificates,
    platforms: platforms.map((platform) => ({ ...platform, own: false })),
    ...sold,
  })
  return {
    products: products.length,
    producers: producers.length,
    platforms: platforms.length,
    offers: sold.listings.length,
  }
}
