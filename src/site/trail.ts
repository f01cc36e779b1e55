import type { Actor } from '../access/actor.js'
import { toAuditEntry } from '../access/audit.js'
import { requireRight } from '../access/rights.js'
import type { Action } from '../access/right-table.js'
import { producerSubject } from '../access/subjects.js'
import type { AuditEntry } from '../catalog/audit.js'
import { toInstant } from '../catalog/day.js'
import type { SiteContext } from './context.js'

/** What was done, to what, and the fields that changed; those that are undefined are left out. */
interface Deed extends Pick<AuditEntry, 'action' | 'subject' | 'reason'> {
  readonly before?: object | undefined
  readonly after?: object | undefined
}

const toJson = (fields: object): NonNullable<AuditEntry['before']> =>
  JSON.parse(JSON.stringify(fields)) as NonNullable<AuditEntry['before']>

/** The entry of the audit trail about one change, for its commit. */
export function trail(site: Pick<SiteContext, 'newId' | 'now'>, actor: Actor, deed: Deed): AuditEntry[] {
  const { before, after, ...what } = deed
  const fields = { ...(before ? { before: toJson(before) } : {}), ...(after ? { after: toJson(after) } : {}) }
  return [toAuditEntry(actor, { ...what, ...fields }, { id: site.newId(), at: toInstant(site.now()) })]
}

/**
 * Refuses what somebody may not do for a producer.
 *
 * @throws {CatalogError} `FORBIDDEN`; `NOT_FOUND` for an unknown producer, and for one that is out of the actor's reach.
 */
export function requireForProducer(site: SiteContext, actor: Actor, action: Action, producerId: string): void {
  const subject = producerSubject(site.state.get('producers', producerId), site.reference.places, site.today())
  requireRight(actor, action, subject, { what: 'producer', id: producerId })
}
