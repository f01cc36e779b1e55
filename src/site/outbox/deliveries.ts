import { CatalogError } from '../../catalog/errors.js'
import { toInstant } from '../../catalog/day.js'
import type { Delivery } from '../../catalog/notify/delivery.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Actor } from '../../access/actor.js'
import type { SiteContext } from '../context.js'
import { requireForProducer } from '../trail.js'
import type { Deliverer } from './deliverer.js'
import type { Outbox } from './outbox.js'
import type { PushDevices } from './push-devices.js'
import type { Webhooks } from './webhooks.js'

/** The most deliveries that a list shows. */
const SHOWN = 50

const byNewest = (a: Delivery, b: Delivery): number => (a.createdAt < b.createdAt ? 1 : -1)

/** What is on its way to programs and by mail: seen, tried again, and sent. */
export class Deliveries {
  constructor(
    private readonly site: SiteContext,
    private readonly outbox: Outbox,
    private readonly deliverer: Deliverer,
    private readonly receivers: { readonly webhooks: Webhooks; readonly pushDevices: PushDevices },
  ) {}

  /** Begins to send, until the catalog is closed: for a process that serves the shop. */
  start(): void {
    this.deliverer.start()
  }

  /** Sends what is due now and waits for it: for timed work in a process that ends. */
  sendDue(): Promise<void> {
    return this.deliverer.sendDue()
  }

  /** How many wait to be sent, and how many were given up. */
  counts(): { readonly waiting: number; readonly dead: number } {
    const count = (status: Delivery['status']) => this.site.state.listBy('deliveries', 'status', status).length
    return { waiting: count('waiting') + count('sending'), dead: count('dead') }
  }

  /** The latest deliveries to an endpoint, newest first. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  ofEndpoint(actor: Actor, endpointId: string): readonly Delivery[] {
    const { id } = this.receivers.webhooks.get(actor, endpointId)
    return this.#latest(({ target }) => target.kind === 'webhook' && target.endpointId === id)
  }

  /** The latest letters to a producer, newest first. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  ofMail(actor: Actor, producerId: string): readonly Delivery[] {
    requireForProducer(this.site, actor, 'webhook.manage', producerId)
    return this.#latest(({ target }) => target.kind === 'mail' && target.producerId === producerId)
  }

  /** The latest notices to a browser, newest first. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  ofDevice(actor: Actor, deviceId: string): readonly Delivery[] {
    const { id } = this.receivers.pushDevices.get(actor, deviceId)
    return this.#latest(({ target }) => target.kind === 'push' && target.deviceId === id)
  }

  #latest(isWanted: (delivery: Delivery) => boolean): readonly Delivery[] {
    return this.site.state
      .all('deliveries')
      .filter((delivery) => delivery.status !== 'free' && isWanted(delivery))
      .toSorted(byNewest)
      .slice(0, SHOWN)
  }

  /** Tries a delivery that was given up, or waits for its next time, again now. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.site.change(() => {
      const delivery = this.site.state.get('deliveries', id)
      this.#require(actor, delivery)
      if (delivery.status !== 'dead' && delivery.status !== 'waiting') return { commit: {}, result: null }
      const now = toInstant(this.site.now())
      const record = this.site.draft('deliveries', { ...delivery, status: 'waiting', attempts: 0, dueAt: now })
      return { commit: { puts: [this.site.put('deliveries', record)] }, result: null }
    })
    this.deliverer.forgive(this.site.state.get('deliveries', id))
  }

  /** Sends a test event to a program, a mail address or a browser. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  async test(actor: Actor, target: Delivery['target']): Promise<void> {
    const producerId = this.#producerFor(actor, target)
    const data = producerId === null ? {} : { producerId }
    const event = { type: 'test' as const, at: toInstant(this.site.now()), data }
    await this.site.change(() => ({ commit: { puts: [this.outbox.toPut({ target, event, also: [] })] }, result: null }))
    this.deliverer.forgive({ target })
  }

  /** The producer whose receiver it is, once the actor may send to it; null for an office's. */
  #producerFor(actor: Actor, target: Delivery['target']): ProducerId | null {
    const { webhooks, pushDevices } = this.receivers
    if (target.kind === 'push') return pushDevices.get(actor, target.deviceId).producerId
    const reach =
      target.kind === 'mail'
        ? { kind: 'producer' as const, producerId: target.producerId }
        : webhooks.get(actor, target.endpointId).reach
    if (reach.kind === 'office') return null
    requireForProducer(this.site, actor, 'webhook.manage', reach.producerId)
    return reach.producerId
  }

  #require(actor: Actor, { target, id }: Delivery): void {
    if (target.kind === 'mail') requireForProducer(this.site, actor, 'webhook.manage', target.producerId)
    else if (target.kind === 'push') this.receivers.pushDevices.get(actor, target.deviceId)
    else if (!this.receivers.webhooks.mayManage(actor, target.endpointId))
      throw new CatalogError('NOT_FOUND', { details: { what: 'delivery', id } })
  }
}
