import type { Day } from '../../catalog/day.js'
import type { ProductId, Sku } from '../../catalog/ids.js'
import type { Product } from '../../catalog/product.js'
import type { CatalogState } from '../../catalog/state.js'
import type { Committed } from '../../catalog/store.js'
import { toSearchDocument } from '../../search/document.js'
import type { SearchDocument, SearchIndex } from '../../search/index-port.js'
import { toOwnSynonyms } from '../../search/own-synonyms.js'
import type { SearchSnapshot } from '../../search/snapshot/search-snapshot.js'
import type { Synonyms } from '../../search/synonym.js'
import type { Reference } from '../../catalog/reference.js'
import { indexInTurns } from './indexing-turns.js'
import { takeOver } from './take-over.js'

/** A commit that touches no more products than this is followed at once; a larger one while other requests go on. */
const AT_ONCE = 200

/** Makes the index of a large catalog elsewhere as the site opens. */
export interface IndexBuilder {
  /** A catalog of no more products than this is indexed here. */
  readonly moreThan: number
  /** Uses an office's own synonyms besides the common ones. */
  readonly build: (documents: Iterable<SearchDocument>, own: readonly Synonyms[]) => Promise<SearchSnapshot>
}

/**
 * Keeps the search index in step with the catalog: the products that a commit touches, and all of them when a new day
 * begins, since certificates, platforms and sales run by the calendar.
 */
export class SearchFeed {
  #day: Day
  readonly #waiting = new Set<ProductId>()
  #work: Promise<void> | null = null
  #isBuiltElsewhere = false

  constructor(
    private readonly index: SearchIndex,
    private readonly state: CatalogState,
    private readonly reference: Reference,
    today: Day,
    builder: IndexBuilder,
  ) {
    this.#day = today
    this.#learn()
    const products = this.state.all('products')
    if (products.length > builder.moreThan) this.#begin(this.#takeOver(builder, products))
    else this.#enqueue(products.map(({ id }) => id))
  }

  /** The index, as of a day; a new day's changes come in while it answers. */
  on(day: Day): SearchIndex {
    if (this.#day !== day) {
      this.#day = day
      this.#enqueue(this.state.all('products').map(({ id }) => id))
    }
    return this.index
  }

  follow(committed: Committed): void {
    if (committed.puts.some(({ collection }) => collection === 'synonymRules')) this.#learn()
    const touched = this.#touchedBy(committed)
    if (touched.size > AT_ONCE || this.#isBuiltElsewhere) this.#enqueue(touched)
    else for (const id of touched) this.#refresh(id)
  }

  /** True when the index holds everything up to the day. */
  isSettled(day: Day): boolean {
    this.on(day)
    return this.#work === null
  }

  #learn(): void {
    this.index.useOwnSynonyms(toOwnSynonyms(this.state.all('synonymRules')))
  }

  /** Settles when the index holds everything that was committed before the call. */
  async settled(): Promise<void> {
    await this.#work
  }

  #enqueue(ids: Iterable<ProductId>): void {
    for (const id of ids) this.#waiting.add(id)
    if (!this.#work) this.#begin(indexInTurns(this.#steps()))
  }

  #begin(work: Promise<void>): void {
    this.#work = work.finally(() => {
      this.#work = null
      // What came in after the last step and before this.
      if (this.#waiting.size > 0) this.#enqueue([])
    })
    // A failure is told by `settled`; that nobody waits is not to end the process.
    this.#work.catch(() => undefined)
  }

  /** Has the index made elsewhere; what is committed meanwhile waits. Where that fails it is made here. */
  async #takeOver({ build }: IndexBuilder, products: readonly Product[]): Promise<void> {
    const own = toOwnSynonyms(this.state.all('synonymRules'))
    this.#isBuiltElsewhere = true
    try {
      const snapshot = await build(this.#documents(products), own)
      this.index.useOwnSynonyms(own)
      await takeOver(this.index, snapshot)
      this.#learn()
    } catch {
      for (const { id } of products) this.#waiting.add(id)
    }
    this.#isBuiltElsewhere = false
    await indexInTurns(this.#steps())
  }

  *#documents(products: readonly Product[]): Generator<SearchDocument, void> {
    for (const { id } of products) {
      const product = this.state.find('products', id)
      if (product?.status === 'published') yield toSearchDocument(product, this.state, this.reference, this.#day)
    }
  }

  *#steps(): Generator<void, void> {
    do {
      for (const id of this.#waiting) {
        this.#waiting.delete(id)
        this.#refresh(id)
        yield
      }
      yield* this.index.settle()
    } while (this.#waiting.size > 0)
  }

  #refresh(id: ProductId): void {
    const product = this.state.find('products', id)
    if (product?.status === 'published')
      this.index.put(toSearchDocument(product, this.state, this.reference, this.#day))
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
    for (const sku of this.#soldOutOrBack(stock)) {
      const found = this.state.findBySku(sku)
      if (found) touched.add(found.product.id)
    }
    return touched
  }

  /** Search knows whether there is any stock, not how much: most sales change nothing for it. */
  *#soldOutOrBack(stock: Committed['stock']): Generator<Sku> {
    const moved = new Map<Sku, number>()
    for (const { sku, quantity } of stock) moved.set(sku, (moved.get(sku) ?? 0) + quantity)
    for (const [sku, quantity] of moved) {
      const level = this.state.stockOf(sku) ?? 0
      if (level > 0 !== level - quantity > 0) yield sku
    }
  }
}
