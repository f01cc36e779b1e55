import type { Account, Membership } from '../catalog/account.js'
import type { AccountId } from '../catalog/ids.js'

/** A signed-in person, as far as rights and the record of changes need to know. */
export interface Person {
  readonly kind: 'person'
  readonly accountId: AccountId
  readonly name: string
  readonly memberships: readonly Membership[]
}

/** The software itself at the command of whoever runs it: the command line, timed work, the sample catalog. */
export interface System {
  readonly kind: 'system'
  /** Which part of it: `cli`, `schedule`. */
  readonly name: string
}

/** Who asks for something to be done. Every command on behalf of a producer or an office takes one. */
export type Actor = Person | System

/** An account that may not sign in acts for nobody: it has no memberships then. */
export const toPerson = ({ id, name, status, memberships }: Account): Person => ({
  kind: 'person',
  accountId: id,
  name,
  memberships: status === 'active' ? memberships : [],
})

export const system = (name: string): System => ({ kind: 'system', name })
