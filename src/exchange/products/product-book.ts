import type { PlaceRef } from '../../catalog/places/place.js'
import type { Places, Province } from '../../catalog/places/places.js'
import type { CatalogState } from '../../catalog/state.js'
import { freeId, freeSlug } from '../import/free-name.js'
import { inSlices } from '../../site/requests/give-way.js'
import { NameDirectory } from '../import/name-directory.js'
import { Staging, type DraftOf } from '../import/staging.js'
import type { Meaning } from './interpret-row.js'
import type { ProductRow } from './product-columns.js'

export type ProductDraft = DraftOf<'products'>

/**
 * Finds the products that rows speak of, and makes those that are new. A name means one product of a producer; without
 * a known producer, one product of a province.
 */
export class ProductBook {
  readonly #names = new NameDirectory<string>()
  readonly #slugs = new Set<string>()
  readonly staging: Staging<'products'>

  constructor(
    private readonly state: CatalogState,
    private readonly places: Places,
  ) {
    this.staging = new Staging(state, 'products')
  }

  async open(): Promise<this> {
    for await (const { id, name, producerId, origin } of inSlices(this.state.all('products'))) {
      const province = this.places.findProvince(origin.list, origin.province)
      if (province) this.#remember(name.vi, producerId, province, id)
    }
    return this
  }

  find(
    name: string,
    producerId: string | null,
    { province, isCertain }: Meaning,
  ): { known: ProductDraft | null; looksLike?: string | undefined } {
    const orphan = this.#findWithoutProducer(name, province, isCertain)
    if (producerId === null) return { known: this.#staged(orphan.value), looksLike: orphan.looksLike }
    const { value, looksLike } = this.#names.find(`by ${producerId}`, name, 'name')
    if (value !== null) return { known: this.#staged(value) }
    return { known: null, looksLike: looksLike ?? (orphan.value === null ? orphan.looksLike : name) }
  }

  create(row: ProductRow, producerId: string | null, origin: PlaceRef): ProductDraft {
    const isTaken = (slug: string) => this.#slugs.has(slug) || this.state.findBySlug('products', slug) !== null
    const slug = freeSlug([row.name, `${row.name} ${row.producer ?? row.province}`], 'san-pham', isTaken)
    return {
      id: freeId(slug, (id) => this.staging.has(id)),
      slug,
      status: 'published',
      name: { vi: row.name },
      producerId,
      classification: null,
      origin,
      variants: [],
      photos: [],
      labelFacts: {},
      source: row.source,
    }
  }

  /** Forgets the names by which products are found; what rows have made of them stays. */
  forgetNames(): void {
    this.#names.clear()
    this.#slugs.clear()
  }

  keep(draft: ProductDraft, province: Province): void {
    if (!this.staging.has(draft.id)) {
      this.#remember(draft.name.vi, draft.producerId, province, draft.id)
      this.#slugs.add(draft.slug)
    }
    this.staging.put(draft)
  }

  #staged(id: string | null): ProductDraft | null {
    return id === null ? null : this.staging.find(id)
  }

  /** A row that leaves open which of two provinces of one name it means may speak of a product of either. */
  #findWithoutProducer(name: string, province: Province, isCertain: boolean) {
    const exact = this.#names.find(`in ${province.key}`, name, 'name')
    if (exact.value !== null || isCertain) return exact
    return this.#names.find(`around ${this.places.successor(province).key}`, name, 'name')
  }

  #remember(name: string, producerId: string | null, province: Province, id: string): void {
    if (producerId !== null) this.#names.put(`by ${producerId}`, name, id)
    else {
      this.#names.put(`in ${province.key}`, name, id)
      this.#names.put(`around ${this.places.successor(province).key}`, name, id)
    }
  }
}
