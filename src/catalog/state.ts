import type { Certificate } from './certificate.js'
import { CatalogError } from './errors.js'
import type { PlatformId, ProducerId, ProductId, Sku, Slug } from './ids.js'
import type { Listing } from './listing.js'
import type { Platform } from './platform.js'
import type { Producer } from './producer.js'
import { findVariant, type Product, type Variant } from './product.js'
import type { CatalogCollection, CatalogRecords, Committed, Snapshot } from './store.js'

/** A many-to-one grouping that follows single changes. */
class Grouping<K, V extends { readonly id: string }> {
  readonly #groups = new Map<K, Map<string, V>>()
  constructor(private readonly keyOf: (value: V) => K | null) {}

  replace(previous: V | undefined, next: V): void {
    const key = previous && this.keyOf(previous)
    if (previous && key != null) this.#groups.get(key)?.delete(previous.id)
    const nextKey = this.keyOf(next)
    if (nextKey === null) return
    let group = this.#groups.get(nextKey)
    if (!group) this.#groups.set(nextKey, (group = new Map<string, V>()))
    group.set(next.id, next)
  }

  get(key: K): readonly V[] {
    return [...(this.#groups.get(key)?.values() ?? [])]
  }
}

const COLLECTIONS = ['producers', 'products', 'certificates', 'platforms', 'listings'] as const

/**
 * The catalog in memory: what every page reads. It changes only by {@link CatalogState.apply}, with what a store has
 * made durable.
 */
export class CatalogState {
  #revision: number
  readonly #records: { readonly [C in CatalogCollection]: Map<string, CatalogRecords[C]> } = {
    producers: new Map(),
    products: new Map(),
    certificates: new Map(),
    platforms: new Map(),
    listings: new Map(),
  }
  readonly #stock: Map<Sku, number>
  readonly #slugs = {
    producers: new Map<Slug, Producer>(),
    products: new Map<Slug, Product>(),
    platforms: new Map<Slug, Platform>(),
  }
  readonly #productsBySku = new Map<Sku, Product>()
  readonly #productsByProducer = new Grouping<ProducerId, Product>((product) => product.producerId)
  readonly #certificatesByProduct = new Grouping<ProductId, Certificate>((certificate) => certificate.productId)
  readonly #listingsByProduct = new Grouping<ProductId, Listing>((listing) => listing.productId)
  readonly #listingsByPlatform = new Grouping<PlatformId, Listing>((listing) => listing.platformId)

  constructor(snapshot: Snapshot) {
    this.#revision = snapshot.revision
    this.#stock = new Map(snapshot.stock)
    for (const collection of COLLECTIONS)
      for (const record of snapshot.records[collection]) this.#put(collection, record)
  }

  /** Rises with every commit; what was made from an older revision may be out of date. */
  get revision(): number {
    return this.#revision
  }

  apply(committed: Committed): void {
    for (const { collection, record } of committed.puts) if (collection !== 'orders') this.#put(collection, record)
    for (const { sku, quantity } of committed.stock) this.#stock.set(sku, (this.#stock.get(sku) ?? 0) + quantity)
    this.#revision = committed.revision
  }

  #put<C extends CatalogCollection>(collection: C, record: CatalogRecords[C]): void {
    const records = this.#records[collection] as Map<string, CatalogRecords[C]>
    const previous = records.get(record.id)
    records.set(record.id, record)
    if (collection === 'products') this.#indexProduct(previous as Product | undefined, record as Product)
    if (collection === 'producers') this.#indexSlug('producers', previous as Producer | undefined, record as Producer)
    if (collection === 'platforms') this.#indexSlug('platforms', previous as Platform | undefined, record as Platform)
    if (collection === 'certificates')
      this.#certificatesByProduct.replace(previous as Certificate | undefined, record as Certificate)
    if (collection === 'listings') {
      this.#listingsByProduct.replace(previous as Listing | undefined, record as Listing)
      this.#listingsByPlatform.replace(previous as Listing | undefined, record as Listing)
    }
  }

  #indexSlug<C extends 'producers' | 'products' | 'platforms'>(
    collection: C,
    previous: CatalogRecords[C] | undefined,
    next: CatalogRecords[C],
  ): void {
    const slugs = this.#slugs[collection] as Map<Slug, CatalogRecords[C]>
    if (previous && previous.slug !== next.slug) slugs.delete(previous.slug)
    slugs.set(next.slug, next)
  }

  #indexProduct(previous: Product | undefined, next: Product): void {
    this.#indexSlug('products', previous, next)
    this.#productsByProducer.replace(previous, next)
    for (const { sku } of previous?.variants ?? []) this.#productsBySku.delete(sku)
    for (const { sku } of next.variants) this.#productsBySku.set(sku, next)
  }

  /** All records of a collection, in the order in which they first came. */
  all<C extends CatalogCollection>(collection: C): readonly CatalogRecords[C][] {
    return [...this.#records[collection].values()] as CatalogRecords[C][]
  }

  find<C extends CatalogCollection>(collection: C, id: string): CatalogRecords[C] | null {
    return this.#records[collection].get(id) ?? null
  }

  /** @throws {CatalogError} `NOT_FOUND` */
  get<C extends CatalogCollection>(collection: C, id: string): CatalogRecords[C] {
    const record = this.find(collection, id)
    if (!record) throw new CatalogError('NOT_FOUND', { details: { what: collection.slice(0, -1), id } })
    return record
  }

  findBySlug<C extends 'producers' | 'products' | 'platforms'>(collection: C, slug: string): CatalogRecords[C] | null {
    return (this.#slugs[collection].get(slug as Slug) as CatalogRecords[C] | undefined) ?? null
  }

  findBySku(sku: string): { product: Product; variant: Variant } | null {
    const product = this.#productsBySku.get(sku as Sku)
    const variant = product && findVariant(product, sku as Sku)
    return product && variant ? { product, variant } : null
  }

  /** Units that can be sold; null when nobody has stated a stock, so the variant is not sold here. */
  stockOf(sku: string): number | null {
    return this.#stock.get(sku as Sku) ?? null
  }

  productsOf(producerId: ProducerId): readonly Product[] {
    return this.#productsByProducer.get(producerId)
  }

  certificatesOf(productId: ProductId): readonly Certificate[] {
    return this.#certificatesByProduct.get(productId)
  }

  listingsOf(productId: ProductId): readonly Listing[] {
    return this.#listingsByProduct.get(productId)
  }

  listingsOn(platformId: PlatformId): readonly Listing[] {
    return this.#listingsByPlatform.get(platformId)
  }
}
