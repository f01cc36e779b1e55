import { system } from '../../access/actor.js'
import type { BankNotice } from '../../catalog/payments/bank-notice.js'
import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import type { Committed } from '../../catalog/store.js'
import { planUnpaidEnd } from '../../trade/fulfillment.js'
import { unpaidEnd } from '../../trade/payments/payment-term.js'
import { sha256 } from '../codes.js'
import type { SiteContext } from '../context.js'
import { Rounds } from '../rounds.js'
import { SteadyClock } from '../steady-clock.js'
import { trail } from '../trail.js'
import type { BankNotices } from './bank-notices.js'
import { ordersOf } from './orders-of.js'

/** How often the serving process looks. */
const LOOK_MS = 60_000
/**
 * Nothing is ended before the process has served for so long with a clock that runs evenly: what banks and buyers had to
 * say while the shop was closed, or its machine asleep, comes in first.
 */
const SETTLED_MS = 15 * 60_000

const ACTOR = system('unpaid orders')

/** Ends orders that were not paid by their term, so that they keep no goods from others. */
export class UnpaidOrders {
  readonly #rounds = new Rounds(LOOK_MS)
  /** When the first share of an order may have to be ended, in milliseconds, by the order's code. */
  readonly #waiting = new Map<string, number>()
  #isRead = false

  constructor(
    private readonly site: SiteContext,
    private readonly notices: Pick<BankNotices, 'listOpen' | 'producerOf'>,
  ) {}

  /** Hears of every commit of every process. */
  follow({ puts }: Pick<Committed, 'puts'>): void {
    for (const put of puts) if (put.collection === 'orders') this.#note(put.record)
  }

  /** Ends what is due from now on, from a quarter of an hour after the call until the catalog is closed. */
  start(): void {
    const clock = new SteadyClock(this.site.now)
    this.#rounds.start(() => (clock.look() < SETTLED_MS ? Promise.resolve(0) : this.#endAll()))
  }

  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  /** Ends what is due, at once; of several processes one does each. @returns how many shares were ended. */
  endDue(): Promise<number> {
    return this.#rounds.run(() => this.#endAll())
  }

  #note(order: Order): void {
    const ends = order.fulfillments.flatMap((share) => unpaidEnd(share) ?? [])
    if (ends.length > 0) this.#waiting.set(order.code, Math.min(...ends))
    else this.#waiting.delete(order.code)
  }

  async #endAll(): Promise<number> {
    if (!this.#isRead) for await (const order of ordersOf(this.site.store, { isOpen: true })) this.#note(order)
    this.#isRead = true
    const due = [...this.#waiting].filter(([, end]) => end <= this.site.now().getTime())
    let ended = 0
    for (const [code] of due) ended += await this.#end(code)
    return ended
  }

  /** Plans on the order of the moment: what was paid or told by any process until then is not ended. */
  #end(code: string): Promise<number> {
    const { site } = this
    return site.change(async () => {
      const order = await site.store.findOrderByCode(code)
      if (!order) return { commit: {}, result: 0 }
      this.#note(order)
      const sales = await site.store.findSalesOf(order.id)
      const step = { now: site.now(), newId: site.newId, sha256, sales, state: site.state }
      const planned = planUnpaidEnd(order, step, (share) => this.#isExplained(share))
      if (!planned) return { commit: {}, result: 0 }
      const audit = planned.ended.flatMap((producerId) =>
        trail(site, ACTOR, {
          action: 'orders.endUnpaid',
          subject: { collection: 'orders', id: order.code },
          after: { producerId },
        }),
      )
      return { commit: { ...planned.commit, audit }, result: planned.ended.length }
    })
  }

  /** True while money of this very sum has come in that nobody could place yet: it may be this one's. */
  #isExplained(share: Fulfillment): boolean {
    const isThis = (notice: BankNotice): boolean => {
      const owner = this.notices.producerOf(notice)
      return notice.amount === amountOf(share) && (owner === null || owner === share.producerId)
    }
    return this.notices.listOpen().some(isThis)
  }
}
