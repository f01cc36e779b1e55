import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { CatalogChanges } from '../catalog/changes.js'
import { toInstant } from '../catalog/day.js'
import { planChanges } from '../catalog/plan-changes.js'
import type { Commit, Committed } from '../catalog/store.js'
import type { PlatformSaleInput } from '../trade/platform-sales.js'
import type { SiteContext } from './context.js'
import { planSales } from './selling/plan-sales.js'
import { PutSubjects } from './put-subjects.js'
import { takeTurns } from './requests/give-way.js'
import { trail } from './trail.js'

/**
 * Changes that are made without review, by the program that runs the catalog or by a person with the right to it. What a
 * person changes stands in the audit trail, record by record.
 */
export class DirectChanges {
  readonly #subjects: PutSubjects

  constructor(
    private readonly site: SiteContext,
    private readonly settled: () => Promise<void>,
  ) {
    this.#subjects = new PutSubjects(site)
  }

  /** @throws as `Catalog.save` */
  async save(changes: CatalogChanges, actor: Actor): Promise<Committed> {
    const { state, reference, now } = this.site
    const planned = await takeTurns(planChanges(changes, state, reference.places, toInstant(now())))
    const { puts = [], stock = [] } = planned
    if (puts.length === 0 && stock.length === 0)
      return { revision: state.revision, puts, stock, transactions: [], audit: [] }
    const committed = await this.site.commit({ ...planned, audit: this.#allow(planned, actor) })
    await this.settled()
    return committed
  }

  /** @throws as `Catalog.recordPlatformSales` */
  async recordPlatformSales(input: readonly PlatformSaleInput[], actor: Actor) {
    const { sales, transactions } = await planSales(input, this.site)
    const name = { what: 'province', id: '' }
    if (actor.kind === 'person')
      for (const { province } of transactions)
        requireRight(actor, 'import.run', this.#subjects.ofProvince(province), name)
    const audit =
      actor.kind === 'person'
        ? [...new Set(transactions.map(({ platformId }) => platformId))].flatMap((id) =>
            trail(this.site, actor, {
              action: 'platforms.recordSales',
              subject: { collection: 'platforms', id },
              after: { entries: transactions.filter(({ platformId }) => platformId === id).length },
            }),
          )
        : []
    if (transactions.length > 0) await this.site.commit({ transactions, audit })
    return { recorded: transactions.length, known: sales.length - transactions.length }
  }

  #allow({ puts = [], stock = [] }: Commit, actor: Actor) {
    if (actor.kind === 'system') return []
    for (const put of puts)
      requireRight(actor, 'catalog.edit', this.#subjects.of(put, puts), { what: put.collection, id: put.record.id })
    for (const movement of stock)
      requireRight(actor, 'stock.change', this.#subjects.ofStock(movement, puts), { what: 'SKU', id: movement.sku })
    return [
      ...puts.map(({ collection, record }) => ({ collection, id: record.id, after: {} })),
      ...stock.map(({ sku, quantity }) => ({ collection: 'stock', id: sku, after: { quantity } })),
    ].flatMap(({ collection, id, after }) =>
      trail(this.site, actor, { action: `${collection}.save`, subject: { collection, id }, after }),
    )
  }
}
