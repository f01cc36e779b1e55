import { toInstant } from '../../catalog/day.js'
import type { Commit, Put } from '../../catalog/store.js'
import { eventsOf } from '../../notify/events-of.js'
import { tellingsOf, type Telling } from '../../notify/receivers.js'
import { producerSubject } from '../../access/subjects.js'
import type { SiteContext } from '../context.js'
import type { SpareDeliveries } from './spare-deliveries.js'

/** Puts what is to be told to others into the commit that makes it happen. */
export class Outbox {
  constructor(
    private readonly site: SiteContext,
    private readonly spare: SpareDeliveries,
  ) {}

  /** The commit with a delivery for each message that its events make. */
  readonly add = (commit: Commit): Commit => {
    const { state } = this.site
    const tellings = tellingsOf(eventsOf(commit, state), state, (id) => this.#provinceOf(id))
    const deliveries = tellings.map((telling) => this.toPut(telling))
    return deliveries.length === 0 ? commit : { ...commit, puts: [...(commit.puts ?? []), ...deliveries] }
  }

  toPut({ target, event, also }: Telling): Put {
    const { site } = this
    const now = toInstant(site.now())
    const spare = this.spare.take()
    const record = site.draft('deliveries', {
      id: spare?.id ?? site.newId(),
      messageId: `msg_${site.newId()}`,
      target,
      event,
      ...(also.length > 0 ? { also: [...also] } : {}),
      status: 'waiting',
      attempts: 0,
      dueAt: now,
      createdAt: now,
    })
    return site.put('deliveries', record)
  }

  #provinceOf(producerId: string) {
    const { state, reference, today } = this.site
    const producer = state.find('producers', producerId)
    const subject = producer && producerSubject(producer, reference.places, today())
    return subject?.kind === 'producer' ? subject.province : null
  }
}
