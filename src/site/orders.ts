import { CatalogError } from '../catalog/errors.js'
import type { ProducerId } from '../catalog/ids.js'
import type { FulfillmentStatus, Order } from '../catalog/order.js'
import { parsePhone } from '../catalog/phone.js'
import type { Places } from '../catalog/places.js'
import type { Commit, Store } from '../catalog/store.js'
import { planCancellation, planFulfillmentStep, type StepContext } from '../trade/fulfillment.js'
import { planOrder, requestHash, type OrderRequest, type TradeContext } from '../trade/place-order.js'
import { parseRecipient } from '../trade/recipient.js'
import { newId, readOrderCode } from './codes.js'
import type { SiteContext } from './context.js'

/** The commands on orders: each reads what it needs, plans with the rules of trade, and ends in one commit. */
export class Orders {
  readonly #store: Store
  readonly #places: Places

  constructor(
    private readonly site: SiteContext,
    private readonly context: () => TradeContext,
  ) {
    this.#store = site.store
    this.#places = site.reference.places
  }

  async place(request: OrderRequest): Promise<{ order: Order; created: boolean }> {
    const repeated = await this.#findRepeated(request)
    if (repeated) return { order: repeated, created: false }
    const { order, commit } = planOrder(request, this.site.state, this.#places, this.context())
    try {
      await this.site.commit(commit)
      return { order, created: true }
    } catch (error) {
      if (!(error instanceof CatalogError) || error.code !== 'DUPLICATE') throw error
      const first = await this.#findRepeated(request)
      if (!first) throw error
      return { order: first, created: false }
    }
  }

  /** The order that this key made before. @throws {CatalogError} `IDEMPOTENCY_MISMATCH` when it was another order. */
  async #findRepeated(request: OrderRequest): Promise<Order | null> {
    const order = await this.#store.findOrderByKey(request.idempotencyKey)
    if (!order) return null
    const recipient = parseRecipient(request.recipient, this.#places)
    if (order.requestHash !== requestHash(request.cart, recipient, this.context().sha256))
      throw new CatalogError('IDEMPOTENCY_MISMATCH')
    return order
  }

  async find(code: string, phone: string): Promise<Order | null> {
    const order = await this.#store.findOrderByCode(readOrderCode(code))
    return order && order.recipient.phone === parsePhone(phone) ? order : null
  }

  cancel(code: string, phone: string, reason?: string): Promise<Order> {
    return this.#change(
      () => this.find(code, phone),
      code,
      (order, step) => planCancellation(order, step, reason),
    )
  }

  advance(code: string, producerId: string, status: FulfillmentStatus, reason?: string): Promise<Order> {
    return this.#change(
      () => this.#store.findOrderByCode(readOrderCode(code)),
      code,
      (order, step) => planFulfillmentStep(order, producerId as ProducerId, status, step, reason),
    )
  }

  #change(
    find: () => Promise<Order | null>,
    code: string,
    plan: (order: Order, step: StepContext) => { order: Order; commit: Commit },
  ): Promise<Order> {
    return this.site.change(async () => {
      const current = await find()
      if (!current) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: code } })
      const sales = await this.#store.findSalesOf(current.id)
      const { order, commit } = plan(current, { now: this.site.now(), newId, sales })
      return { commit, result: order }
    })
  }
}
