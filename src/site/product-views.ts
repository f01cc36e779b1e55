import type { Actor } from '../access/actor.js'
import type { ViewMonth } from '../catalog/office/view-month.js'
import type { SiteContext } from './context.js'
import { requireForProducer } from './trail.js'

/** Views of one product since the last writing, by its id. */
type Counts = Map<string, number>

/** How often it is written: what is lost when the process is killed, against what the journal grows by. */
const WRITTEN_EVERY_MS = 600_000

/**
 * Counts how often products are looked at: in memory, written every ten minutes and when the site closes, so that a view
 * costs nothing but adding one. What ten minutes have counted is lost when the process is killed, and never what was
 * written.
 */
export class ProductViews {
  /** Counted by this process and not written yet, by the id of the month's record. */
  readonly #waiting = new Map<
    string,
    { readonly producerId: string; readonly month: string; readonly counts: Counts }
  >()
  readonly #timer: NodeJS.Timeout

  constructor(private readonly site: SiteContext) {
    // What could not be written waits for the next time.
    this.#timer = setInterval(() => void this.write().catch(() => undefined), WRITTEN_EVERY_MS)
    this.#timer.unref()
  }

  /** Counts one view of the product with this address; others than published ones of a producer are passed over. */
  note(slug: string): void {
    const product = this.site.state.findBySlug('products', slug)
    if (!product?.producerId || product.status !== 'published') return
    const { producerId } = product
    const month = this.site.today().slice(0, 7)
    const id = `${producerId}.${month}`
    const waiting = this.#waiting.get(id) ?? { producerId, month, counts: new Map<string, number>() }
    waiting.counts.set(product.id, (waiting.counts.get(product.id) ?? 0) + 1)
    this.#waiting.set(id, waiting)
  }

  /**
   * A producer's views in the months of a year, `2026-11` and product by product, those of today included.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`
   */
  ofYear(actor: Actor, producerId: string, year: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
    requireForProducer(this.site, actor, 'report.view', producerId)
    const months = new Map<string, Counts>()
    const add = (month: string, views: Iterable<readonly [string, number]>): void => {
      if (!month.startsWith(`${year}-`)) return
      const counts = months.get(month) ?? new Map<string, number>()
      for (const [product, count] of views) counts.set(product, (counts.get(product) ?? 0) + count)
      months.set(month, counts)
    }
    for (const { month, views } of this.site.state.listBy('viewMonths', 'producer', producerId))
      add(month, Object.entries(views))
    for (const waiting of this.#waiting.values())
      if (waiting.producerId === producerId) add(waiting.month, waiting.counts)
    return months
  }

  /** Makes the counts so far durable, in one commit. */
  async write(): Promise<void> {
    const taken = [...this.#waiting]
    if (taken.length === 0) return
    this.#waiting.clear()
    const plan = () => ({ commit: { puts: taken.map(([id, one]) => this.#put(id, one)) }, result: undefined })
    await this.site.change(plan).catch((error: unknown) => {
      for (const [id, one] of taken) this.#giveBack(id, one)
      throw error
    })
  }

  /** Writes what waits, if it can be written, and counts no more. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.write().catch(() => undefined)
  }

  #put(id: string, { producerId, month, counts }: { producerId: string; month: string; counts: Counts }) {
    const before: ViewMonth['views'] = this.site.state.find('viewMonths', id)?.views ?? {}
    const views: Record<string, number> = { ...before }
    for (const [product, count] of counts) views[product] = (views[product] ?? 0) + count
    return this.site.put('viewMonths', this.site.draft('viewMonths', { id, producerId, month, views }))
  }

  #giveBack(id: string, { producerId, month, counts }: { producerId: string; month: string; counts: Counts }): void {
    const waiting = this.#waiting.get(id) ?? { producerId, month, counts: new Map<string, number>() }
    for (const [product, count] of counts) waiting.counts.set(product, (waiting.counts.get(product) ?? 0) + count)
    this.#waiting.set(id, waiting)
  }
}
