import type { Delivery } from '../../catalog/notify/delivery.js'
import type { CatalogEvent, EventOf } from '../../catalog/notify/event.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Outbound } from '../../catalog/ports/outbound.js'
import {
  certificateEndingLetter,
  certificateEndingNotice,
  type Ending,
} from '../../notify/letters/certificate-ending.js'
import { newOrderLetter } from '../../notify/letters/new-order.js'
import { newOrderNotice } from '../../notify/letters/new-order-notice.js'
import { toWebhookMessage } from '../../notify/webhook-message.js'
import type { SiteContext } from '../context.js'
import type { PushDevices } from './push-devices.js'
import { openSecrets } from './webhook-secrets.js'

/** What a push service answers when the browser is no longer there (RFC 8030, 7.3). */
const GONE = [404, 410]
/** Whom a push service asks when the shop has no public `https:` address. */
const NO_CONTACT = 'mailto:postmaster@ocop.invalid'

type ForProducers = EventOf<'order.placed' | 'certificate.expiring' | 'test'>

/** True for what producers are told by mail and on their devices. */
const isForProducers = (event: CatalogEvent): event is ForProducers =>
  event.type === 'order.placed' || event.type === 'certificate.expiring' || event.type === 'test'

const isTaken = (status: number): boolean => status >= 200 && status < 300

/** Brings one delivery to its receiver, once. */
export class Carrier {
  /** @param address - The public address of the shop, for links; null when nobody has said it. */
  constructor(
    private readonly site: SiteContext,
    private readonly outbound: Outbound,
    private readonly devices: PushDevices,
    private readonly address: string | null,
  ) {}

  /** Ends when the receiver has taken it, or when there is no receiver any more. Rejects otherwise. */
  async carry(delivery: Delivery): Promise<void> {
    const { target } = delivery
    if (target.kind === 'webhook') await this.#post(delivery, target.endpointId)
    else if (target.kind === 'push') await this.#push(delivery, target.deviceId)
    else await this.#write(delivery, target.producerId)
  }

  async #post(delivery: Delivery, endpointId: string): Promise<void> {
    const endpoint = this.site.state.find('webhookEndpoints', endpointId)
    if (!endpoint || (endpoint.status !== 'on' && delivery.event.type !== 'test')) return
    const { headers, body } = toWebhookMessage(delivery, openSecrets(endpoint, this.site.seals), this.site.now())
    const { status } = await this.outbound.post(endpoint.url, headers, body)
    if (!isTaken(status)) throw new Error(`HTTP ${status}`)
  }

  async #push(delivery: Delivery, deviceId: string): Promise<void> {
    const { event, messageId } = delivery
    const device = this.devices.findOpen(deviceId)
    if (!device?.subscription || !isForProducers(event)) return
    const keys = await this.devices.keys()
    const { producerId, language, subscription } = device
    const producer = this.site.state.get('producers', producerId).name
    const sealed = await this.outbound.pushSealer?.seal({
      subscription,
      keys,
      contact: this.address?.startsWith('https:') ? this.address : NO_CONTACT,
      payload: JSON.stringify(
        event.type === 'certificate.expiring'
          ? certificateEndingNotice(this.#endingsOf(delivery), { language, messageId })
          : newOrderNotice(event, { producer, language, messageId }),
      ),
    })
    if (!sealed) throw new CatalogError('NOT_INSTALLED', { details: { package: 'web-push' } })
    const { status } = await this.outbound.post(subscription.endpoint, sealed.headers, sealed.body)
    if (GONE.includes(status)) await this.devices.forget(deviceId)
    else if (!isTaken(status)) throw new Error(`HTTP ${status}`)
  }

  async #write(delivery: Delivery, producerId: string): Promise<void> {
    const { event } = delivery
    const { state } = this.site
    const notices = state.find('producerSettings', producerId)?.notices
    const producer = state.find('producers', producerId)
    if (notices?.email === undefined || !producer) return
    if (!isForProducers(event)) return
    if (!this.outbound.mailer) throw new CatalogError('NO_MAIL')
    const context = {
      producer: producer.name,
      shop: state.all('platforms').find(({ own }) => own)?.name ?? { vi: 'OCOP' },
      address: this.address,
      language: notices.language ?? 'vi',
    }
    const letter =
      event.type === 'certificate.expiring'
        ? certificateEndingLetter(this.#endingsOf(delivery), context)
        : newOrderLetter(event, context)
    await this.outbound.mailer.send({ to: notices.email, ...letter })
  }

  #endingsOf({ event, also = [] }: Delivery): readonly Ending[] {
    return [event, ...also].flatMap((one) =>
      one.type === 'certificate.expiring'
        ? [{ ...one.data, at: one.at, product: this.site.state.get('products', one.data.productId).name.vi }]
        : [],
    )
  }
}
