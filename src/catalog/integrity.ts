import type { Certificate } from './certificate.js'
import type { DraftCollection } from './changes.js'
import type { FieldIssue, IssueCode } from './errors.js'
import { slugsOf } from './former-slugs.js'
import { toGtin14 } from './packs/gtin.js'
import type { PlaceRef } from './places/place.js'
import type { Places } from './places/places.js'
import { parseProductCode } from './packs/product-code.js'
import type { CatalogState } from './state.js'
import type { CatalogRecords, StockMovement } from './store.js'

/** Parsed records of one change, with the place each has in the input. */
export type Batch = {
  readonly [C in DraftCollection]: readonly { readonly path: string; readonly record: CatalogRecords[C] }[]
}

type Report = (path: string, code: IssueCode, params?: FieldIssue['params']) => void

/** Collects issues in the order in which checks report them. */
function collectIssues(check: (report: Report) => void): FieldIssue[] {
  const issues: FieldIssue[] = []
  check((path, code, params = {}) => issues.push({ path, code, params }))
  return issues
}

interface Claim {
  readonly path: string
  readonly value: string
  readonly owner: string
}

/** Each value belongs to one owner: the first of the batch to claim it, unless the catalog knows another. */
function reportTaken(
  claims: readonly Claim[],
  ownerInCatalog: (claim: Claim) => string | undefined,
  report: Report,
): void {
  const owners = new Map<string, string>()
  for (const claim of claims) {
    const owner = owners.get(claim.value) ?? ownerInCatalog(claim) ?? claim.owner
    if (owner !== claim.owner) report(claim.path, 'duplicate', { value: claim.value })
    owners.set(claim.value, owner)
  }
}

/** Ids within the batch; slugs, SKUs and (product, platform) pairs: each is held by one record of the catalog and the batch together. */
export const checkUniqueness = (batch: Batch, state: CatalogState): FieldIssue[] =>
  collectIssues((report) => {
    for (const entries of Object.values(batch)) {
      const ids = new Set<string>()
      for (const { path, record } of entries) {
        if (ids.has(record.id)) report(`${path}.id`, 'duplicate', { value: record.id })
        ids.add(record.id)
      }
    }
    for (const collection of ['producers', 'products', 'platforms'] as const) {
      const slugs = batch[collection].flatMap(({ path, record }) =>
        slugsOf(record).map((value) => ({ path: `${path}.slug`, value, owner: record.id })),
      )
      reportTaken(slugs, ({ value }) => state.findBySlug(collection, value)?.id, report)
    }
    const variants = batch.products.flatMap(({ path, record }) =>
      record.variants.map(({ sku }, index) => ({
        path: `${path}.variants.${index}.sku`,
        value: sku,
        owner: record.id,
      })),
    )
    reportTaken(variants, ({ value }) => state.findBySku(value)?.product.id, report)
    for (const { path, record } of batch.products)
      record.variants.forEach(({ sku }, index) => {
        if (record.variants.findIndex((variant) => variant.sku === sku) < index)
          report(`${path}.variants.${index}.sku`, 'duplicate', { value: sku })
      })
    const gtins = batch.products.flatMap(({ path, record }) =>
      record.variants.flatMap(({ gtin }, index) =>
        gtin === undefined ? [] : [{ path: `${path}.variants.${index}.gtin`, value: toGtin14(gtin), owner: record.id }],
      ),
    )
    reportTaken(gtins, ({ value }) => state.findHolder('products', 'gtin', value)?.id, report)
    const pairs = batch.listings.map(({ path, record }) => ({
      path: `${path}.platformId`,
      value: `${record.productId} ${record.platformId}`,
      owner: record.id,
      listing: record,
    }))
    const held = new Map(
      pairs.map(({ value, listing }) => [
        value,
        state.listingsOf(listing.productId).find(({ platformId }) => platformId === listing.platformId)?.id,
      ]),
    )
    reportTaken(pairs, ({ value }) => held.get(value), report)
  })

function checkPlace(path: string, place: PlaceRef | null | undefined, places: Places, report: Report): void {
  if (!place) return
  if (!places.findProvince(place.list, place.province))
    report(`${path}.province`, 'notFound', { value: place.province })
  if (place.commune === undefined) return
  const commune = places.findCommune(place.list, place.commune)
  if (!commune) report(`${path}.commune`, 'notFound', { value: place.commune })
  else if (commune.provinceCode !== place.province) report(`${path}.commune`, 'notInProvince')
}

/** What is wrong with a place at `path`: a province or commune that is none, or a commune of another province. */
export const placeIssues = (path: string, place: PlaceRef | null, places: Places): FieldIssue[] =>
  collectIssues((report) => checkPlace(path, place, places, report))

/** Province and commune of an official product code are codes of Decision 19/2025/QĐ-TTg. */
function checkProductCode(path: string, { productCode }: Certificate, places: Places, report: Report): void {
  const parts = productCode && parseProductCode(productCode)
  if (parts) checkPlace(path, { list: '2025-07', province: parts.province, commune: parts.commune }, places, report)
}

/** What a record refers to exists, in the catalog or beside it in the batch, and its places are places. */
export const checkReferences = (
  batch: Batch,
  stock: readonly StockMovement[],
  state: CatalogState,
  places: Places,
): FieldIssue[] =>
  collectIssues((report) => {
    const inBatch = {
      producers: new Set<string>(batch.producers.map(({ record }) => record.id)),
      products: new Set<string>(batch.products.map(({ record }) => record.id)),
      platforms: new Set<string>(batch.platforms.map(({ record }) => record.id)),
    }
    const refer = (path: string, collection: keyof typeof inBatch, id: string): void => {
      if (!inBatch[collection].has(id) && !state.find(collection, id)) report(path, 'notFound', { value: id })
    }
    for (const { path, record } of batch.producers) checkPlace(`${path}.place`, record.place, places, report)
    for (const { path, record } of batch.products) {
      if (record.producerId) refer(`${path}.producerId`, 'producers', record.producerId)
      checkPlace(`${path}.origin`, record.origin, places, report)
      checkPlace(`${path}.place`, record.place, places, report)
    }
    for (const { path, record } of batch.certificates) {
      refer(`${path}.productId`, 'products', record.productId)
      checkPlace(`${path}.place`, record.place, places, report)
      checkProductCode(`${path}.productCode`, record, places, report)
    }
    for (const { path, record } of batch.listings) {
      refer(`${path}.productId`, 'products', record.productId)
      refer(`${path}.platformId`, 'platforms', record.platformId)
    }
    const skus = new Set(batch.products.flatMap(({ record }) => record.variants.map(({ sku }) => sku)))
    stock.forEach(({ sku }, index) => {
      if (!skus.has(sku) && !state.findBySku(sku)) report(`stock.${index}.sku`, 'notFound', { value: sku })
    })
  })
