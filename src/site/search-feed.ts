import type { Day } from '../catalog/day.js'
import type { ProductId } from '../catalog/ids.js'
import type { CatalogState } from '../catalog/state.js'
import type { Committed } from '../catalog/store.js'
import { toSearchDocument } from '../search/document.js'
import type { SearchIndex } from '../search/index-port.js'
import type { Reference } from './catalog.js'

/** Keeps the search index in step with the catalog: the products that a commit touches, and all of them when a new day begins. */
export class SearchFeed {
  #day: Day | null = null

  constructor(
    private readonly index: SearchIndex,
    private readonly state: CatalogState,
    private readonly reference: Reference,
  ) {}

  /** Certificates and platforms run out by the calendar, so what is filtered by them is made anew each day. */
  upTo(day: Day): SearchIndex {
    if (this.#day !== day) {
      this.#day = day
      for (const { id } of this.state.all('products')) this.#refresh(id, day)
    }
    return this.index
  }

  follow(committed: Committed): void {
    if (this.#day === null) return
    for (const id of this.#touchedBy(committed)) this.#refresh(id, this.#day)
  }

  #refresh(id: ProductId, day: Day): void {
    const product = this.state.find('products', id)
    if (product?.status === 'published') this.index.put(toSearchDocument(product, this.state, this.reference, day))
    else this.index.remove(id)
  }

  #touchedBy({ puts, stock }: Committed): ReadonlySet<ProductId> {
    const touched = new Set<ProductId>()
    for (const put of puts) {
      if (put.collection === 'products') touched.add(put.record.id)
      if (put.collection === 'certificates' || put.collection === 'listings') touched.add(put.record.productId)
      if (put.collection === 'producers') for (const { id } of this.state.productsOf(put.record.id)) touched.add(id)
      if (put.collection === 'platforms')
        for (const { productId } of this.state.listingsOn(put.record.id)) touched.add(productId)
    }
    for (const { sku } of stock) {
      const found = this.state.findBySku(sku)
      if (found) touched.add(found.product.id)
    }
    return touched
  }
}
