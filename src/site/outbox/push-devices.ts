import { toPerson, type Actor, type Person } from '../../access/actor.js'
import { browserName } from '../../access/browser-name.js'
import { may } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { toInstant } from '../../catalog/day.js'
import type { Outbound, PushSealer } from '../../catalog/ports/outbound.js'
import type { PushDevice, PushKeys } from '../../catalog/notify/push-device.js'
import type { Language } from '../../catalog/text.js'
import { pushDeviceId } from '../codes.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

/** The most browsers of one person for one producer. */
const MOST = 10
const KEYS = 'web-push'

/** What a browser says of itself when it wants to be told. */
export interface PushWish {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly userAgent: string
  readonly language: Language
}

/** A browser that is told of new orders, with the name of whose it is. */
export interface ListedDevice {
  readonly device: PushDevice
  readonly owner: string
  readonly isOwn: boolean
}

/** Browsers of a producer's people that are told of new orders by web push. */
export class PushDevices {
  readonly #sealer: PushSealer | null

  constructor(
    private readonly site: SiteContext,
    private readonly outbound: Outbound,
  ) {
    this.#sealer = outbound.pushSealer
  }

  /** False for a site without the package for it: nothing can be turned on. */
  get isOffered(): boolean {
    return this.#sealer !== null
  }

  /** The site's keys, made when they are first asked for. @throws {CatalogError} `NOT_INSTALLED` */
  async keys(): Promise<PushKeys> {
    const sealer = this.#sealer
    if (!sealer) throw new CatalogError('NOT_INSTALLED', { details: { package: 'web-push' } })
    return (
      this.site.state.find('pushKeys', KEYS) ??
      this.site.change(async () => {
        const made = this.site.state.find('pushKeys', KEYS)
        if (made) return { commit: {}, result: made }
        const keys = this.site.draft('pushKeys', { id: KEYS, ...(await sealer.newKeys()) })
        return { commit: { puts: [this.site.put('pushKeys', keys)] }, result: keys }
      })
    )
  }

  /**
   * The browsers that hear of a producer's orders: the actor's own, and those of others for whoever manages the
   * producer's notices.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`
   */
  list(actor: Actor, producerId: string): readonly ListedDevice[] {
    requireForProducer(this.site, actor, 'order.view', producerId)
    return this.site.state
      .listBy('pushDevices', 'producer', producerId)
      .filter((device) => device.subscription !== null && (isOf(device, actor) || this.#manages(actor, producerId)))
      .map((device) => ({
        device,
        owner: this.site.state.find('accounts', device.accountId)?.name ?? '',
        isOwn: isOf(device, actor),
      }))
  }

  /**
   * Tells this browser of the producer's new orders from now on.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` for what is no subscription, an address that may
   * not be asked, or one browser too many.
   */
  async turnOn(actor: Person, producerId: string, wish: PushWish): Promise<PushDevice> {
    const { endpoint, p256dh, auth, userAgent, language } = wish
    requireForProducer(this.site, actor, 'order.view', producerId)
    this.#checkEndpoint(endpoint)
    return this.site.change(() => {
      requireForProducer(this.site, actor, 'order.view', producerId)
      const own = this.list(actor, producerId).filter(({ isOwn }) => isOwn)
      const id = pushDeviceId(producerId, endpoint)
      if (own.length >= MOST && own.every(({ device }) => device.id !== id))
        throw fieldError('endpoint', 'tooMany', { maximum: MOST })
      const device = this.site.draft('pushDevices', {
        id,
        producerId,
        accountId: actor.accountId,
        name: browserName(userAgent),
        language,
        subscription: { endpoint, p256dh, auth },
        createdAt: toInstant(this.site.now()),
      })
      return { commit: this.#commit(actor, 'pushDevices.turnOn', device), result: device }
    })
  }

  /** A browser within the actor's reach. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): PushDevice {
    const device = this.site.state.find('pushDevices', id)
    if (!device?.subscription) throw notFound(id)
    if (isOf(device, actor)) requireForProducer(this.site, actor, 'order.view', device.producerId)
    else requireForProducer(this.site, actor, 'webhook.manage', device.producerId)
    return device
  }

  /** Tells this browser no more. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  async end(actor: Actor, id: string): Promise<void> {
    await this.site.change(() => {
      const device = this.site.draft('pushDevices', { ...this.get(actor, id), subscription: null })
      return { commit: this.#commit(actor, 'pushDevices.end', device), result: null }
    })
  }

  /** A browser to which something is to be sent; null when its person may not hear of it any more, or it was ended. */
  findOpen(id: string): PushDevice | null {
    const device = this.site.state.find('pushDevices', id)
    const account = device && this.site.state.find('accounts', device.accountId)
    const producer = device && this.site.state.find('producers', device.producerId)
    if (!device?.subscription || !account || !producer) return null
    const subject = producerSubject(producer, this.site.reference.places, this.site.today())
    return may(toPerson(account), 'order.view', subject) ? device : null
  }

  /** The push service knows the browser no more: permission was taken back, or the app removed. */
  async forget(id: string): Promise<void> {
    await this.site.change(() => {
      const kept = this.site.state.get('pushDevices', id)
      if (!kept.subscription) return { commit: {}, result: null }
      const device = this.site.draft('pushDevices', { ...kept, subscription: null })
      return { commit: { puts: [this.site.put('pushDevices', device)] }, result: null }
    })
  }

  #manages(actor: Actor, producerId: string): boolean {
    const { state, reference, today } = this.site
    return may(actor, 'webhook.manage', producerSubject(state.get('producers', producerId), reference.places, today()))
  }

  #commit(actor: Actor, action: string, device: PushDevice) {
    const { id, producerId, name, subscription } = device
    const audit = trail(this.site, actor, {
      action,
      subject: { collection: 'pushDevices', id },
      after: { producerId, name, isOn: subscription !== null },
    })
    return { puts: [this.site.put('pushDevices', device)], audit }
  }

  #checkEndpoint(endpoint: string): void {
    try {
      this.outbound.checkAddress(endpoint)
    } catch (error) {
      if (!(error instanceof CatalogError) || error.code !== 'ADDRESS_REFUSED') throw error
      throw fieldError('endpoint', 'inconsistent', { why: error.text('vi'), whyEn: error.text('en') })
    }
  }
}

const isOf = ({ accountId }: PushDevice, actor: Actor): boolean =>
  actor.kind === 'person' && actor.accountId === accountId

const notFound = (id: string): CatalogError => new CatalogError('NOT_FOUND', { details: { what: 'device', id } })
