import type { AuditEntry } from '../catalog/audit.js'
import type { Instant } from '../catalog/day.js'
import type { AuditId } from '../catalog/ids.js'
import type { Actor } from './actor.js'

/** What was done to which record; see {@link AuditEntry}. */
export type Deed = Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after' | 'reason'>

/** An entry of the audit trail, for the very commit that makes the change. */
export const toAuditEntry = (
  actor: Actor,
  deed: Deed,
  stamp: { readonly id: string; readonly at: Instant },
): AuditEntry => ({
  id: stamp.id as AuditId,
  at: stamp.at,
  actor: actor.kind === 'person' ? { id: actor.accountId, name: actor.name } : { name: actor.name },
  ...deed,
})

type Fields = Readonly<Record<string, unknown>>
type Json = NonNullable<AuditEntry['before']>

/**
 * The named fields that differ between two states of a record, as they were and as they are. Name only what may be kept
 * for good: no secrets, and nothing personal about shoppers.
 *
 * @param before - Null for a record that is new.
 */
export function differenceOf(
  before: object | null,
  after: object,
  names: readonly string[],
): Pick<Deed, 'before' | 'after'> {
  const [old, fresh] = [(before ?? {}) as Fields, after as Fields]
  const differing = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
  const pick = (fields: Fields): Json =>
    Object.fromEntries(
      differing.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
    ) as Json
  return { ...(before === null ? {} : { before: pick(old) }), after: pick(fresh) }
}
