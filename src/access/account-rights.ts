import type { Account, Membership } from '../catalog/account.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { Actor } from './actor.js'
import { may, type Subject } from './rights.js'

/** Where a producer lies, by its id; null when it is not known. */
export type FindProvince = (producerId: string) => ProvinceKey | null

/** What a membership gives power over: somebody who hands it out must reach all of it. */
function subjectsOf(membership: Membership, provinceOf: FindProvince): readonly Subject[] {
  if (membership.front === 'producer') {
    const { producerId } = membership
    return [{ kind: 'producer', producerId, province: provinceOf(producerId) }]
  }
  if (membership.scope === 'country') return [{ kind: 'country' }]
  return membership.scope.map((province) => ({ kind: 'province', province }))
}

/** True when somebody may give or take this role. */
export const mayGrant = (actor: Actor, membership: Membership, provinceOf: FindProvince): boolean =>
  subjectsOf(membership, provinceOf).every((subject) => may(actor, 'account.manage', subject))

type Held = Pick<Account, 'memberships' | 'registration'>

const subjectsOfAccount = ({ memberships, registration }: Held, provinceOf: FindProvince): readonly Subject[] => {
  const held = memberships.flatMap((membership) => subjectsOf(membership, provinceOf))
  if (held.length > 0) return held
  return [registration ? { kind: 'province', province: registration.province } : { kind: 'country' }]
}

/** True when an account stands in somebody's list: some of its roles lie within their reach. */
export const mayView = (actor: Actor, account: Held, provinceOf: FindProvince): boolean =>
  subjectsOfAccount(account, provinceOf).some((subject) => may(actor, 'account.view', subject))

/**
 * True when somebody may disable an account or make a new password possible: all its roles must lie within their reach,
 * or a province's administrator could take over an account with power over another province.
 */
export const mayManageWhole = (actor: Actor, account: Held, provinceOf: FindProvince): boolean =>
  subjectsOfAccount(account, provinceOf).every((subject) => may(actor, 'account.manage', subject))

const keyOf = (membership: Membership): string => JSON.stringify(membership)

/** The roles that differ between two lists: each must be somebody's to give or take. */
export function changedMemberships(before: readonly Membership[], after: readonly Membership[]): Membership[] {
  const [old, fresh] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  return [...before.filter((one) => !fresh.has(keyOf(one))), ...after.filter((one) => !old.has(keyOf(one)))]
}

/** True for somebody who shops and works for nobody: no entry of the list of people, unless they are looked for. */
export const isShopperOnly = ({ memberships, registration, shopper }: Pick<Account, 'shopper'> & Held): boolean =>
  shopper !== undefined && memberships.length === 0 && registration === undefined

/** True for a role that reaches everything, accounts included. */
export const isCountryAdministrator = ({ status, memberships }: Pick<Account, 'status' | 'memberships'>): boolean =>
  status === 'active' &&
  memberships.some((one) => one.front === 'office' && one.role === 'administrator' && one.scope === 'country')
