import { CatalogError } from '../catalog/errors.js'
import type { Person } from '../access/actor.js'
import type { Visitor } from '../site/accounts.js'
import type { Visit } from './visit.js'

/** Who is signed in: the actor for every command. @throws {CatalogError} `SIGN_IN_REQUIRED` */
export function personOf({ visitor }: Visit): Person {
  if (!visitor?.person) throw new CatalogError('SIGN_IN_REQUIRED')
  return visitor.person
}

/** The account and session of a visit, its one-time code given or not. @throws {CatalogError} `SIGN_IN_REQUIRED` */
export function visitorOf({ visitor }: Visit): Visitor {
  if (!visitor) throw new CatalogError('SIGN_IN_REQUIRED')
  return visitor
}
