import type { Membership } from '../catalog/account.js'
import { CatalogError } from '../catalog/errors.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { Actor } from './actor.js'
import { isOfWholeSite, isRight, type Action } from './right-table.js'

/**
 * What an action is about. `producer` is whatever belongs to one producer: its products, orders, accounts; `province` is
 * that producer's province of today, null when it is not known, which only roles for the whole country reach.
 * `country` is what belongs to no province, such as a platform.
 */
export type Subject =
  | { readonly kind: 'producer'; readonly producerId: string; readonly province: ProvinceKey | null }
  | { readonly kind: 'province'; readonly province: ProvinceKey | null }
  | { readonly kind: 'country' }

const reaches = (membership: Membership, subject: Subject): boolean => {
  if (membership.front === 'producer')
    return subject.kind === 'producer' && subject.producerId === membership.producerId
  if (membership.scope === 'country') return true
  return subject.kind !== 'country' && subject.province !== null && membership.scope.includes(subject.province)
}

const isAllowed = (membership: Membership, action: Action): boolean => isRight(membership.role, action)

/** Whether somebody may do something to a subject. The software itself may do everything. */
export const may = (actor: Actor, action: Action, subject: Subject): boolean =>
  actor.kind === 'system' ||
  actor.memberships.some((membership) => isAllowed(membership, action) && reaches(membership, subject))

/** Whether there is anything at all to which somebody may do it: opens the page, whose lists are then narrowed. */
export const maySomewhere = (actor: Actor, action: Action): boolean =>
  isOfWholeSite(action)
    ? may(actor, action, { kind: 'country' })
    : actor.kind === 'system' || actor.memberships.some((membership) => isAllowed(membership, action))

/**
 * Refuses what somebody may not do. Who may do such things to nothing at all hears `FORBIDDEN`; who may, but not to this
 * subject, hears `NOT_FOUND`, since even that it exists is none of their business.
 *
 * @param name - How the subject is called in the error: its kind and its id as the caller gave it.
 * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`.
 */
export function requireRight(
  actor: Actor,
  action: Action,
  subject: Subject,
  name: { readonly what: string; readonly id: string } = { what: subject.kind, id: '' },
): void {
  if (may(actor, action, subject)) return
  if (maySomewhere(actor, action)) throw new CatalogError('NOT_FOUND', { details: name })
  throw new CatalogError('FORBIDDEN', { details: { action } })
}

/** What an actor's lists hold for an action: all, or what lies in some provinces or belongs to some producers. */
export interface Reach {
  readonly everything: boolean
  readonly provinces: ReadonlySet<ProvinceKey>
  readonly producers: ReadonlySet<string>
}

/** For narrowing lists and queries without asking {@link may} of each row. */
export function reachOf(actor: Actor, action: Action): Reach {
  const everywhere = { everything: true, provinces: new Set<ProvinceKey>(), producers: new Set<string>() }
  if (actor.kind === 'system') return everywhere
  const allowed = actor.memberships.filter((membership) => isAllowed(membership, action))
  if (allowed.some((one) => one.front === 'office' && one.scope === 'country')) return everywhere
  return {
    everything: false,
    provinces: new Set(
      allowed.flatMap((one) => (one.front === 'office' && one.scope !== 'country' ? [...one.scope] : [])),
    ),
    producers: new Set(allowed.flatMap((one) => (one.front === 'producer' ? [one.producerId] : []))),
  }
}
