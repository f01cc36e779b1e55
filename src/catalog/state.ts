import type { Certificate } from './certificate.js'
import { COLLECTION_NAMES, type CatalogCollection, type CatalogRecords, type GroupOf } from './collections.js'
import { CatalogError } from './errors.js'
import type { PlatformId, ProducerId, ProductId, Sku } from './ids.js'
import type { Listing } from './listing.js'
import { findVariant, type Product, type Variant } from './product.js'
import type { Committed, Put, Snapshot } from './store.js'
import { Table } from './table.js'

type Tables = { readonly [C in CatalogCollection]: Table<C> }

/** A catalog in memory, and how it follows a commit, which its owner keeps to itself; commits come in order of revision. */
interface Followed {
  readonly state: CatalogState
  readonly follow: (committed: Committed) => void
}

/** The catalog in memory: what every page reads. It changes only with what a store has made durable. */
export class CatalogState {
  #revision: number
  readonly #tables = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Table(name)])) as unknown as Tables
  readonly #stock: Map<Sku, number>

  private constructor(snapshot: Snapshot) {
    this.#revision = snapshot.revision
    this.#stock = new Map(snapshot.stock)
    for (const name of COLLECTION_NAMES) this.#table(name).put(snapshot.records[name])
  }

  /** The catalog as a store holds it. */
  static from(snapshot: Snapshot): Followed {
    const state = new CatalogState(snapshot)
    return { state, follow: (committed) => state.#follow(committed) }
  }

  #table<C extends CatalogCollection>(collection: C): Table<C> {
    return this.#tables[collection]
  }

  #follow(committed: Committed): void {
    for (const collection of new Set(committed.puts.map((put) => put.collection)))
      if (collection !== 'orders') this.#table(collection).put(recordsOf(collection, committed.puts))
    for (const { sku, quantity } of committed.stock) this.#stock.set(sku, (this.#stock.get(sku) ?? 0) + quantity)
    this.#revision = committed.revision
  }

  /** Rises with every commit; what was made from an older revision may be out of date. */
  get revision(): number {
    return this.#revision
  }

  /** All records of a collection, in the order in which they first came. */
  all<C extends CatalogCollection>(collection: C): readonly CatalogRecords[C][] {
    return [...this.#table(collection).values()]
  }

  /** A record by its id; null when there is none. */
  find<C extends CatalogCollection>(collection: C, id: string): CatalogRecords[C] | null {
    return this.#table(collection).get(id) ?? null
  }

  /** @throws {CatalogError} `NOT_FOUND` */
  get<C extends CatalogCollection>(collection: C, id: string): CatalogRecords[C] {
    const record = this.find(collection, id)
    if (!record) throw new CatalogError('NOT_FOUND', { details: { what: collection.slice(0, -1), id } })
    return record
  }

  /** The record that alone holds a value, by the claim's name in the registry of collections: `('accounts', 'phone', …)`. */
  findHolder<C extends CatalogCollection>(collection: C, claim: string, value: string): CatalogRecords[C] | null {
    return this.#table(collection).holderOf(claim, value) ?? null
  }

  /** The records that share a key, by the group's name in the registry of collections, in the order in which they first came. */
  listBy<C extends CatalogCollection>(collection: C, group: GroupOf<C>, key: string): readonly CatalogRecords[C][] {
    return this.#table(collection).grouped(group, key)
  }

  /** A record by its slug, of today or a former one; null when there is none. */
  findBySlug<C extends 'producers' | 'products' | 'platforms'>(collection: C, slug: string): CatalogRecords[C] | null {
    return this.findHolder(collection, 'slug', slug)
  }

  /** A variant and its product, published or not; null when there is none. */
  findBySku(sku: string): { product: Product; variant: Variant } | null {
    const product = this.findHolder('products', 'sku', sku)
    const variant = product && findVariant(product, sku as Sku)
    return product && variant ? { product, variant } : null
  }

  /** Units that can be sold; null when nobody has stated a stock, so the variant is not sold here. */
  stockOf(sku: string): number | null {
    return this.#stock.get(sku as Sku) ?? null
  }

  /** All products of a producer, published or not. */
  productsOf(producerId: ProducerId): readonly Product[] {
    return this.listBy('products', 'producer', producerId)
  }

  /** The history of a product, in the order in which it was recorded. */
  certificatesOf(productId: ProductId): readonly Certificate[] {
    return this.listBy('certificates', 'product', productId)
  }

  /** Where a product is listed, ended listings too. */
  listingsOf(productId: ProductId): readonly Listing[] {
    return this.listBy('listings', 'product', productId)
  }

  /** What is listed on a platform, ended listings too. */
  listingsOn(platformId: PlatformId): readonly Listing[] {
    return this.listBy('listings', 'platform', platformId)
  }
}

const recordsOf = <C extends CatalogCollection>(collection: C, puts: readonly Put[]): CatalogRecords[C][] =>
  puts.flatMap((put) => (put.collection === collection ? [put.record as CatalogRecords[C]] : []))
