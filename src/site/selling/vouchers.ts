import type { Actor } from '../../access/actor.js'
import { requireRight } from '../../access/rights.js'
import type { DraftRecord } from '../../catalog/collections.js'
import type { Voucher } from '../../catalog/prices/voucher.js'
import { usesOf } from '../../trade/voucher-offer.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

/** Codes that take something off orders. */
export class Vouchers {
  constructor(private readonly site: SiteContext) {}

  /** All of the shop, or those of one producer, with how many orders use each now. */
  list(producerId?: string): readonly { readonly voucher: Voucher; readonly uses: number }[] {
    const { state } = this.site
    const vouchers = producerId === undefined ? state.all('vouchers') : state.listBy('vouchers', 'producer', producerId)
    return vouchers.map((voucher) => ({ voucher, uses: usesOf(voucher, state) }))
  }

  /**
   * Adds or changes a voucher. Orders that used it keep what it took off.
   *
   * @throws {CatalogError} `INVALID_INPUT`, `FORBIDDEN`; `DUPLICATE` for a code that another voucher has; `NOT_FOUND` for an unknown
   * producer.
   */
  save(actor: Actor, draft: DraftRecord<'vouchers'>): Promise<Voucher> {
    const { site } = this
    return site.change(() => {
      const before = site.state.find('vouchers', draft.id)
      for (const producerId of new Set([draft.producerId, before?.producerId ?? draft.producerId]))
        this.#requireRight(actor, producerId)
      const record = site.draft('vouchers', draft)
      const audit = trail(site, actor, {
        action: before ? 'vouchers.change' : 'vouchers.add',
        subject: { collection: 'vouchers', id: record.id },
        before: before ?? undefined,
        after: record,
      })
      return { commit: { puts: [site.put('vouchers', record)], audit }, result: record }
    })
  }

  #requireRight(actor: Actor, producerId: string | null): void {
    if (producerId === null) requireRight(actor, 'voucher.manage', { kind: 'country' })
    else requireForProducer(this.site, actor, 'voucher.manage', producerId)
  }
}
