import { toInstant } from '../../catalog/day.js'
import type { Delivery } from '../../catalog/notify/delivery.js'
import { without } from '../../catalog/without.js'
import type { SiteContext } from '../context.js'

const HOUR = 3_600_000
/** What was delivered stands in the list of deliveries for so long. */
const SHOWN_MS = 3 * 24 * HOUR
/** A process keeps spare records for itself for so long; after twice the time they are anybody's again. */
const KEPT_MS = 12 * HOUR
/** The most records that one commit sets free. */
const BATCH = 200

/**
 * Records of deliveries that are done with, kept for new ones. A record is free for one process alone, which took it by
 * version in a commit of its own, so that an order that needs one never meets another process's.
 */
export class SpareDeliveries {
  #own: Delivery[] = []

  constructor(
    private readonly site: SiteContext,
    private readonly processId: string,
  ) {}

  /** A record whose place a new delivery may take; null when a new record is needed. */
  take(): Delivery | null {
    for (let one = this.#own.pop(); one; one = this.#own.pop())
      if (this.#isOwn(one) && this.#age(one) < KEPT_MS) return one
    return null
  }

  #age({ changedAt }: Delivery): number {
    return this.site.now().getTime() - new Date(changedAt).getTime()
  }

  #isOwn({ id, version }: Delivery): boolean {
    return this.site.state.find('deliveries', id)?.version === version
  }

  /** Takes records that nobody needs any more, as many as one commit holds. */
  async gather(): Promise<void> {
    const { site } = this
    this.#own = this.#own.filter((one) => this.#isOwn(one) && this.#age(one) < KEPT_MS)
    const [delivered, free] = (['delivered', 'free'] as const).map((status) =>
      site.state.listBy('deliveries', 'status', status),
    )
    const unused = [
      ...(delivered ?? []).filter((one) => this.#age(one) > SHOWN_MS),
      ...(free ?? []).filter((one) => this.#age(one) > 2 * KEPT_MS),
    ].slice(0, BATCH)
    if (unused.length === 0) return
    const until = toInstant(new Date(site.now().getTime() + KEPT_MS))
    const freed = unused.map((one) =>
      site.draft('deliveries', {
        ...without(one, 'failure', 'also'),
        status: 'free',
        lease: { by: this.processId, until },
      }),
    )
    // Where another process is faster there is no hurry.
    if (await site.commitIfFirst({ puts: freed.map((record) => site.put('deliveries', record)) }))
      this.#own.push(...freed)
  }
}
