import { CatalogError, fieldError } from '../../catalog/errors.js'
import { toInstant } from '../../catalog/day.js'
import type { Outbound } from '../../catalog/ports/outbound.js'
import type { WebhookEndpoint, WebhookReach } from '../../catalog/notify/webhook-endpoint.js'
import type { Actor } from '../../access/actor.js'
import { maySomewhere, may, type Subject } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import { newWebhookSecret } from '../codes.js'
import type { SiteContext } from '../context.js'
import { trail } from '../trail.js'
import { sealEndpoint, webhookPlace } from './webhook-secrets.js'

const DAY = 24 * 3_600_000
/** The most endpoints of one producer, or of one office. */
const MOST = 10

/** What a person says of an endpoint. */
export interface EndpointWish {
  /** Left out for a new one. */
  readonly id?: string | undefined
  readonly name: string
  readonly url: string
  readonly events: readonly string[]
  readonly status?: 'on' | 'off' | undefined
}

/** An endpoint with its secret, which is shown this once. */
export interface WithSecret {
  readonly endpoint: WebhookEndpoint
  readonly secret: string
}

const shown = ({ name, url, events, status }: WebhookEndpoint) => ({ name, url, events, status })

/** Programs that are told of events by signed requests. */
export class Webhooks {
  constructor(
    private readonly site: SiteContext,
    private readonly outbound: Outbound,
  ) {}

  /** The endpoints of a producer, or of all offices, as far as the actor may see them. @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor, producerId: string | null): readonly WebhookEndpoint[] {
    if (!maySomewhere(actor, 'webhook.manage')) throw new CatalogError('FORBIDDEN')
    return this.site.state.all('webhookEndpoints').filter(({ reach, status }) => {
      const isWanted = producerId === null ? reach.kind === 'office' : isOf(reach, producerId)
      return isWanted && status !== 'removed' && this.#mayReach(actor, reach)
    })
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): WebhookEndpoint {
    if (!maySomewhere(actor, 'webhook.manage')) throw new CatalogError('FORBIDDEN')
    const endpoint = this.site.state.find('webhookEndpoints', id)
    if (!endpoint || endpoint.status === 'removed' || !this.#mayReach(actor, endpoint.reach)) throw notFound(id)
    return endpoint
  }

  mayManage(actor: Actor, id: string): boolean {
    const endpoint = this.site.state.find('webhookEndpoints', id)
    return endpoint !== null && this.#mayReach(actor, endpoint.reach)
  }

  /**
   * Makes an endpoint and shows its secret, this once.
   *
   * @param confirm - Asks who is there once more, when all else is right: what is sent to an endpoint outlasts the session
   * in which it is made. Rejects to refuse. Left out by programs, which have nobody to ask.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` at `name`, `url` or `events`.
   */
  async create(
    actor: Actor,
    reach: WebhookReach,
    wish: EndpointWish,
    confirm?: () => Promise<unknown>,
  ): Promise<WithSecret> {
    if (!maySomewhere(actor, 'webhook.manage')) throw new CatalogError('FORBIDDEN')
    if (!this.#mayReach(actor, reach)) throw notFound(reach.kind === 'producer' ? reach.producerId : 'office')
    this.#checkUrl(wish.url)
    const secret = newWebhookSecret()
    const id = this.site.newId()
    const plan = () => {
      const [given, known] = [JSON.stringify(reach), this.site.state.all('webhookEndpoints')]
      const others = known.filter((one) => JSON.stringify(one.reach) === given && one.status !== 'removed')
      if (others.length >= MOST) throw fieldError('url', 'tooMany', { maximum: MOST })
      const { name, url, events, status = 'on' } = wish
      const fields = { id, reach, name, url, events: events as unknown as WebhookEndpoint['events'], status }
      const endpoint = this.site.draft('webhookEndpoints', {
        ...fields,
        secret: this.site.seals.seal(secret, webhookPlace(id)),
        createdAt: toInstant(this.site.now()),
      })
      return this.#plan(actor, endpoint, 'webhookEndpoints.create', { endpoint, secret })
    }
    plan()
    await confirm?.()
    return this.site.change(plan)
  }

  /**
   * @param confirm - As of {@link create}; asks before another address, and nothing else.
   * @throws as {@link create}
   */
  async save(actor: Actor, id: string, wish: EndpointWish, confirm?: () => Promise<unknown>): Promise<WebhookEndpoint> {
    this.#checkUrl(wish.url)
    const change = (old: WebhookEndpoint): WebhookEndpoint => ({
      ...old,
      name: wish.name,
      url: wish.url,
      events: wish.events as unknown as WebhookEndpoint['events'],
      status: wish.status ?? old.status,
    })
    return this.#change(actor, id, 'webhookEndpoints.change', change, (old) =>
      wish.url === old.url ? undefined : confirm?.(),
    )
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.#change(actor, id, 'webhookEndpoints.remove', (old) => ({ ...old, status: 'removed' }))
  }

  /**
   * A new secret; requests are signed with the one before too for a day.
   *
   * @param confirm - As of {@link create}: whoever sees the secret can sign what the receiver believes.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`
   */
  async renewSecret(actor: Actor, id: string, confirm?: () => Promise<unknown>): Promise<WithSecret> {
    const secret = newWebhookSecret()
    const until = toInstant(new Date(this.site.now().getTime() + DAY))
    const change = (old: WebhookEndpoint): WebhookEndpoint => ({
      ...old,
      secret,
      formerSecret: { secret: old.secret, until },
    })
    const endpoint = await this.#change(actor, id, 'webhookEndpoints.renewSecret', change, () => confirm?.())
    return { endpoint, secret }
  }

  async #change(
    actor: Actor,
    id: string,
    action: string,
    change: (old: WebhookEndpoint) => WebhookEndpoint,
    ask?: (old: WebhookEndpoint) => Promise<unknown> | undefined,
  ): Promise<WebhookEndpoint> {
    const plan = () => {
      const before = this.get(actor, id)
      const endpoint = this.site.draft('webhookEndpoints', sealEndpoint(change(before), this.site.seals))
      return this.#plan(actor, endpoint, action, endpoint, before)
    }
    if (ask) {
      plan()
      await ask(this.get(actor, id))
    }
    return this.site.change(plan)
  }

  #plan<T>(actor: Actor, endpoint: WebhookEndpoint, action: string, result: T, before?: WebhookEndpoint) {
    const audit = trail(this.site, actor, {
      action,
      subject: { collection: 'webhookEndpoints', id: endpoint.id },
      before: before && shown(before),
      after: shown(endpoint),
    })
    return { commit: { puts: [this.site.put('webhookEndpoints', endpoint)], audit }, result }
  }

  #checkUrl(url: string): void {
    try {
      this.outbound.checkAddress(url)
    } catch (error) {
      if (!(error instanceof CatalogError) || error.code !== 'ADDRESS_REFUSED') throw error
      throw fieldError('url', 'inconsistent', { why: error.text('vi'), whyEn: error.text('en') })
    }
  }

  #mayReach(actor: Actor, reach: WebhookReach): boolean {
    return this.#subjectsOf(reach).every((subject) => may(actor, 'webhook.manage', subject))
  }

  #subjectsOf(reach: WebhookReach): readonly Subject[] {
    if (reach.kind === 'producer') {
      const producer = this.site.state.get('producers', reach.producerId)
      return [producerSubject(producer, this.site.reference.places, this.site.today())]
    }
    if (reach.scope === 'country') return [{ kind: 'country' }]
    return reach.scope.map((province) => ({ kind: 'province', province }))
  }
}

const isOf = (reach: WebhookReach, producerId: string): boolean =>
  reach.kind === 'producer' && reach.producerId === producerId

const notFound = (id: string): CatalogError =>
  new CatalogError('NOT_FOUND', { details: { what: 'webhook endpoint', id } })
