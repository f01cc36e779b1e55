import { system, type Actor } from '../../access/actor.js'
import type { DeliveryRefusals } from '../../catalog/delivery-refusals.js'
import { CatalogError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { FulfillmentStatus, Order } from '../../catalog/order.js'
import type { Places } from '../../catalog/places/places.js'
import type { Put, Store } from '../../catalog/store.js'
import { correctOwnRecipient, correctRecipient, type CorrectedOrder } from '../../trade/correct-recipient.js'
import { planCancellation, planFulfillmentStep, type StepDetails } from '../../trade/fulfillment.js'
import { fetchesGoods, parseKey, requestHash, type OrderRequest } from '../../trade/order-request.js'
import { planOrder, type TradeContext } from '../../trade/place-order.js'
import { parseRecipient } from '../../trade/recipient.js'
import { findRefusals } from '../../trade/refused-deliveries.js'
import { useUnderPhone } from '../../trade/voucher-use.js'
import { sha256 } from '../codes.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'
import type { ChangedOrder, OrderBook } from './order-book.js'
import type { PhoneLimit } from './phone-limit.js'
import { settled } from './settled.js'

/** How often an order is planned anew when others took the voucher's places that it wanted. */
const ATTEMPTS = 20

const SHOPPER = system('shopper')

interface PlacedOrder {
  readonly order: Order
  /** False when an earlier request with the same key made it. */
  readonly created: boolean
}

/** The commands on orders: each reads what it needs, plans with the rules of trade, and ends in one commit. */
export class Orders {
  readonly #store: Store
  readonly #places: Places
  /** By their keys; resolves when the order is placed or refused. */
  readonly #underWay = new Map<string, Promise<void>>()

  constructor(
    private readonly site: SiteContext,
    private readonly book: OrderBook,
    private readonly limit: PhoneLimit,
    private readonly context: () => TradeContext,
  ) {
    this.#store = site.store
    this.#places = site.reference.places
  }

  /** What is sent again while it is still being placed waits for that, and is the same order. */
  async place(request: OrderRequest): Promise<PlacedOrder> {
    const key = request.idempotencyKey
    const first = this.#underWay.get(key)
    if (first) {
      await first
      return this.#place(request)
    }
    const placing = this.#place(request)
    this.#underWay.set(key, settled(placing))
    try {
      return await placing
    } finally {
      this.#underWay.delete(key)
    }
  }

  async #place(request: OrderRequest): Promise<PlacedOrder> {
    const repeated = await this.findPlaced(request)
    if (repeated) return { order: repeated, created: false }
    for (let attempt = 1; ; attempt += 1) {
      const { order, commit } = planOrder(request, this.site.state, this.#places, this.context())
      try {
        await this.limit.within(order, () => this.site.commit(commit))
        return { order, created: true }
      } catch (error) {
        if (!(error instanceof CatalogError) || error.code !== 'DUPLICATE') throw error
        const first = await this.findPlaced(request)
        if (first) return { order: first, created: false }
        if (!order.voucherUseId || attempt === ATTEMPTS) throw error
      }
    }
  }

  /** The order that this key made before. @throws {CatalogError} `IDEMPOTENCY_MISMATCH` when it was another order. */
  async findPlaced(request: OrderRequest): Promise<Order | null> {
    const order = await this.#store.findOrderByKey(parseKey(request))
    if (!order) return null
    const recipient = parseRecipient(request.recipient, this.#places, fetchesGoods(request))
    if (order.requestHash !== requestHash(request, recipient, this.context().sha256))
      throw new CatalogError('IDEMPOTENCY_MISMATCH')
    return order
  }

  cancel(code: string, phone: string, reason?: string, producerIds?: readonly string[]): Promise<Order> {
    const chosen = producerIds as readonly ProducerId[] | undefined
    return this.book.change({ code, phone }, (order, step) => planCancellation(order, step, reason, chosen))
  }

  advance(
    code: string,
    producerId: string,
    status: FulfillmentStatus,
    details: StepDetails,
    actor: Actor,
  ): Promise<Order> {
    const id = producerId as ProducerId
    return this.book.change({ code }, (order, step) => planFulfillmentStep(order, id, status, step, details), {
      actor,
      right: 'order.advance',
      action: `orders.${status}`,
      producerId: id,
      reason: details.reason,
    })
  }

  /** Corrects who receives an order. @throws {CatalogError} as {@link correctRecipient}, and `FORBIDDEN`. */
  correct(code: string, producerId: string, input: unknown, actor: Actor): Promise<Order> {
    const { site } = this
    const id = producerId as ProducerId
    requireForProducer(site, actor, 'order.advance', id)
    return this.book.change({ code }, (before, { now }) => {
      const corrected = correctRecipient(before, id, input, { places: this.#places, now })
      const { order, changed } = corrected
      const uses = changed.includes('phone') ? useUnderPhone(order, site.state, sha256, now) : []
      return this.#corrected(corrected, actor, { producerId: id }, uses)
    })
  }

  /** Corrects who receives an order, by its buyer. @throws {CatalogError} as {@link correctOwnRecipient}, and `NOT_FOUND`. */
  correctOwn(code: string, phone: string, input: unknown): Promise<Order> {
    return this.book.change({ code, phone }, (before, { now }) =>
      this.#corrected(correctOwnRecipient(before, input, { places: this.#places, now }), SHOPPER),
    )
  }

  #corrected(
    { order, changed }: CorrectedOrder,
    actor: Actor,
    by: object = {},
    uses: readonly Put[] = [],
  ): ChangedOrder {
    if (changed.length === 0) return { order, commit: {} }
    const subject = { collection: 'orders', id: order.code }
    // What it says is the shopper's, who may have it erased: the trail keeps only that it changed.
    const after = { ...by, changed: changed.join(', ') }
    const audit = trail(this.site, actor, { action: 'orders.correct', subject, after })
    return { order, commit: { puts: [{ collection: 'orders', record: order }, ...uses], audit } }
  }

  refusalsOf(order: Order): DeliveryRefusals | null {
    return findRefusals(order.recipient.phone, this.site.state, sha256)
  }
}
