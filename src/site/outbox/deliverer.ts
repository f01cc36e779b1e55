import { isStillAhead } from '../../catalog/clock-set-back.js'
import { toInstant } from '../../catalog/day.js'
import type { Delivery } from '../../catalog/notify/delivery.js'
import { without } from '../../catalog/without.js'
import { LONGEST_DELAY, nextAttempt } from '../../notify/retry.js'
import { randomInt } from '../codes.js'
import type { SiteContext } from '../context.js'
import { failureNote } from '../failure-note.js'
import type { Carrier } from './carrier.js'
import type { SpareDeliveries } from './spare-deliveries.js'

/** A process that dies while it sends keeps a delivery from others for so long; far above the time that sending takes. */
const LEASE_MS = 60_000
/** Attempts under way at the same time: of all, and to one receiver. */
const [MOST_AT_ONCE, MOST_TO_ONE] = [8, 2]
/** A receiver that gave no good answer is left alone for a while, whatever else waits for it. */
const REST_MS = 10_000
/** The longest time between two looks. */
const LOOK_MS = 15_000

function receiverOf({ target }: Pick<Delivery, 'target'>): string {
  if (target.kind === 'mail') return `mail ${target.producerId}`
  return target.kind === 'push' ? target.deviceId : target.endpointId
}

/** Sends what waits, one process at a time for each delivery, until it has arrived or is given up. */
export class Deliverer {
  readonly #busy = new Map<string, number>()
  readonly #resting = new Map<string, number>()
  #sending: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #isStarted = false

  constructor(
    private readonly site: SiteContext,
    private readonly carrier: Carrier,
    private readonly spare: SpareDeliveries,
    private readonly processId: string,
    /** True when no other process can be sending: what one that died was sending is sent again at once. */
    private readonly isAlone: boolean,
  ) {}

  /** Sends from now on, as deliveries come and fall due. */
  start(): void {
    this.#isStarted = true
    this.wake()
  }

  /** Sends no more; waits for the attempts under way. */
  async stop(): Promise<void> {
    this.#isStarted = false
    if (this.#timer) clearTimeout(this.#timer)
    await this.#sending
  }

  /** Something new waits. */
  readonly wake = (): void => {
    if (this.#isStarted) this.#lookIn(0)
  }

  #lookIn(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      // A database that is lost now is there again later, and so are the deliveries.
      void this.sendDue()
        .then(() => this.spare.gather())
        .catch(() => undefined)
        .finally(() => {
          if (this.#isStarted) this.#lookIn(this.#untilNext())
        })
    }, ms)
    this.#timer.unref()
  }

  #untilNext(): number {
    const now = this.site.now().getTime()
    const dues = this.site.state.listBy('deliveries', 'status', 'waiting').map(({ dueAt }) => Date.parse(dueAt) - now)
    return dues.reduce((least, ms) => Math.min(least, Math.max(ms, 500)), LOOK_MS)
  }

  /** A person wants it tried now: its receiver is not left alone any longer. */
  forgive(delivery: Pick<Delivery, 'target'>): void {
    this.#resting.delete(receiverOf(delivery))
    this.wake()
  }

  /** Sends everything that is due, and ends when nothing is left to be tried at present. */
  sendDue(): Promise<void> {
    return (this.#sending ??= this.#sendAll().finally(() => (this.#sending = null)))
  }

  async #sendAll(): Promise<void> {
    const underWay = new Set<Promise<void>>()
    for (;;) {
      for (const delivery of this.#due()) {
        if (underWay.size >= MOST_AT_ONCE) break
        const receiver = receiverOf(delivery)
        const busy = this.#busy.get(receiver) ?? 0
        if (busy >= MOST_TO_ONE || this.#isResting(receiver)) continue
        this.#busy.set(receiver, busy + 1)
        const attempt = this.#attempt(delivery).finally(() => {
          this.#busy.set(receiver, (this.#busy.get(receiver) ?? 1) - 1)
          underWay.delete(attempt)
        })
        underWay.add(attempt)
      }
      if (underWay.size === 0) return
      await Promise.race(underWay)
    }
  }

  #isResting(receiver: string): boolean {
    return isStillAhead(this.#resting.get(receiver) ?? 0, this.site.now().getTime(), REST_MS)
  }

  /** What may be sent now, the longest due first; what this process is sending already is leased to it. */
  #due(): readonly Delivery[] {
    const now = this.site.now().getTime()
    const { state } = this.site
    const waiting = state
      .listBy('deliveries', 'status', 'waiting')
      .filter(({ dueAt }) => !isStillAhead(Date.parse(dueAt), now, LONGEST_DELAY))
    const left = state
      .listBy('deliveries', 'status', 'sending')
      .filter(
        ({ lease }) =>
          !lease ||
          !isStillAhead(Date.parse(lease.until), now, LEASE_MS) ||
          (this.isAlone && lease.by !== this.processId),
      )
    return [...left, ...waiting].toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const leased = await this.#claim(delivery)
    if (!leased) return
    const why = await this.carrier.carry(leased).then(() => null, failureNote)
    if (why !== null) this.#resting.set(receiverOf(delivery), this.site.now().getTime() + REST_MS)
    await this.#settle(leased, why)
  }

  /** Takes a delivery for this process; null when another one has it. */
  async #claim(delivery: Delivery): Promise<Delivery | null> {
    const until = toInstant(new Date(this.site.now().getTime() + LEASE_MS))
    return this.#put({ ...without(delivery, 'failure'), status: 'sending', lease: { by: this.processId, until } })
  }

  async #settle(leased: Delivery, why: string | null): Promise<void> {
    const sent = without(leased, 'lease')
    const now = this.site.now()
    const attempts = sent.attempts + 1
    if (why === null) {
      await this.#put({ ...sent, attempts, status: 'delivered' })
      return
    }
    const next = nextAttempt(attempts, now, randomInt(1000) / 1000)
    const failure = { at: toInstant(now), why }
    await this.#put({
      ...sent,
      attempts,
      failure,
      status: next ? 'waiting' : 'dead',
      dueAt: next ? toInstant(next) : sent.dueAt,
    })
  }

  async #put(delivery: Delivery): Promise<Delivery | null> {
    const record = { ...delivery, version: delivery.version + 1, changedAt: toInstant(this.site.now()) }
    const isFirst = await this.site.commitIfFirst({ puts: [this.site.put('deliveries', record)] })
    return isFirst ? record : null
  }
}
