import type { Actor } from '../../access/actor.js'
import type { Operation } from '../../api/operation.js'
import type { ApiKey } from '../../catalog/office/api-key.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Catalog } from '../../site/catalog.js'
import { tokenOf } from '../request/api-key.js'
import { NOBODY } from './read-call.js'

/** Who calls: by which key, null for anybody, and as whom. */
export interface Caller {
  readonly actor: Actor
  readonly key: ApiKey | null
}

const ANYBODY: Caller = { actor: NOBODY, key: null }

/**
 * Who calls an operation. What is open to everybody needs no key and looks at none. Who changes something waits until this
 * process has heard of all that the others did: a key that was revoked there changes nothing here.
 *
 * @throws {CatalogError} `API_KEY_REFUSED`, `SCOPE_MISSING`; `FORBIDDEN` for the key of another front.
 */
export async function callerOf(
  { scope, front, method }: Operation,
  header: string | undefined,
  { apiKeys }: Catalog,
): Promise<Caller> {
  if (scope === undefined) return ANYBODY
  const token = tokenOf(header)
  const key = await (method === 'get' ? apiKeys.findFresh(token) : apiKeys.findToChange(token))
  if (!key) throw new CatalogError('API_KEY_REFUSED')
  if (!key.scopes.includes(scope)) throw new CatalogError('SCOPE_MISSING', { details: { scope } })
  if (key.membership.front !== front) throw new CatalogError('FORBIDDEN')
  return { actor: apiKeys.actorOf(key), key }
}
