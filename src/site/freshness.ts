import { isPublicCollection } from '../catalog/collections.js'
import type { Day } from '../catalog/day.js'
import type { Sku } from '../catalog/ids.js'
import type { CatalogState } from '../catalog/state.js'
import type { Committed } from '../catalog/store.js'
import { shownStock } from '../trade/shown-stock.js'

/** The moment from which something public was made; {@link Freshness.holds} tells whether it still says the truth. */
export interface Mark {
  readonly day: Day
  readonly revision: number
  readonly records: number
  stock: number
}

/** What a view shows of the catalog: `everything` when any commit may change it, otherwise the variants whose stock it shows. */
export type Shown = 'everything' | ReadonlySet<string>

/**
 * Tells whether what was made from the catalog may be shown again. Three things make it stale: a new day in Vietnam,
 * since certificates and offers run by the calendar; a commit of any public record, or of stock that brings a variant
 * into the shop or sells it out, since lists, counts and filters follow both; and a change of the stock that the view
 * itself shows. An order that takes one of forty jars changes no page.
 */
export class Freshness {
  #records = 0
  #stock = 0
  readonly #changed = new Map<string, number>()

  /**
   * @param today - The day in Vietnam.
   * @param isSettled - False while the search index is behind the catalog: what is made then is not to be kept.
   */
  constructor(
    private readonly state: CatalogState,
    private readonly today: () => Day,
    private readonly isSettled: (day: Day) => boolean,
  ) {}

  /** To be called for each commit once state and index have followed it. */
  follow({ puts, stock }: Committed): void {
    if (puts.some(({ collection }) => isPublicCollection(collection))) this.#records += 1
    const moved = new Map<Sku, number>()
    for (const { sku, quantity } of stock) moved.set(sku, (moved.get(sku) ?? 0) + quantity)
    for (const [sku, quantity] of moved) {
      const level = this.state.stockOf(sku) ?? 0
      const [before, after] = [shownStock(level - quantity), shownStock(level)]
      if (before === after && quantity !== level) continue
      if (!before || !after) this.#records += 1
      this.#changed.set(sku, (this.#stock += 1))
    }
  }

  /** Marks the present moment, before anything is read; null when what is made now is not to be kept. */
  mark(): Mark | null {
    const day = this.today()
    if (!this.isSettled(day)) return null
    return { day, revision: this.state.revision, records: this.#records, stock: this.#stock }
  }

  holds(mark: Mark, shown: Shown): boolean {
    if (mark.records !== this.#records || mark.day !== this.today()) return false
    if (shown === 'everything') return mark.revision === this.state.revision
    if (mark.stock === this.#stock) return true
    for (const sku of shown) if ((this.#changed.get(sku) ?? 0) > mark.stock) return false
    mark.stock = this.#stock
    return true
  }
}
