import type { Actor } from '../access/actor.js'
import { requireRight, reachOf, type Subject } from '../access/rights.js'
import type { Action } from '../access/right-table.js'
import { producerSubject } from '../access/subjects.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { SiteContext } from './context.js'

/** Who did something, as records of care name them. */
export const toDoer = (actor: Actor): { id?: string; name: string } =>
  actor.kind === 'person' ? { id: actor.accountId, name: actor.name } : { name: actor.name }

/** Who may act on what belongs to a producer, or to none that is known. */
export class Reaches {
  constructor(private readonly site: SiteContext) {}

  /** The province of today in which a producer lies; null when it is not known. */
  provinceOf(producerId: string | null): ProvinceKey | null {
    const subject = this.subjectOf(producerId)
    return subject.kind === 'country' ? null : subject.province
  }

  subjectOf(producerId: string | null): Subject {
    const producer = producerId === null ? null : this.site.state.find('producers', producerId)
    if (!producer) return { kind: 'province', province: null }
    return producerSubject(producer, this.site.reference.places, this.site.today())
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  require(actor: Actor, action: Action, producerId: string | null, name: { what: string; id: string }): void {
    requireRight(actor, action, this.subjectOf(producerId), name)
  }

  /** Tells for each producer whether an actor's lists hold what belongs to it. */
  withinReach(actor: Actor, action: Action): (producerId: string | null) => boolean {
    const reach = reachOf(actor, action)
    return (producerId) => {
      if (reach.everything || (producerId !== null && reach.producers.has(producerId))) return true
      const province = this.provinceOf(producerId)
      return province !== null && reach.provinces.has(province)
    }
  }
}
