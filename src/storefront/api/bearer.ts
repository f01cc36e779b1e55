import type { Actor } from '../../access/actor.js'
import type { Operation } from '../../api/operation.js'
import type { ApiKey } from '../../catalog/office/api-key.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Catalog } from '../../site/catalog.js'
import { NOBODY } from './read-call.js'

/** Who calls: by which key, null for anybody, and as whom. */
export interface Caller {
  readonly actor: Actor
  readonly key: ApiKey | null
}

const ANYBODY: Caller = { actor: NOBODY, key: null }

/** The key as an `Authorization` header brings it; empty for none. */
export const tokenOf = (header: string | undefined): string => /^Bearer\s+(\S{1,200})$/i.exec(header ?? '')?.[1] ?? ''

/** The key that an `Authorization` header names and that opens something today; null for none. */
export const findKey = (header: string | undefined, { apiKeys }: Catalog) => apiKeys.find(tokenOf(header))

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
