import type * as z from 'zod'
import type { peopleOperations } from '../../../api/operations/people.js'
import type { ApiKey as ApiKeySchema } from '../../../api/schemas/office/api-key.js'
import type { ApiKey } from '../../../catalog/office/api-key.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<typeof peopleOperations, 'listApiKeys' | 'revokeApiKey' | 'listSecurityDays'>

const toKey = (key: ApiKey, { catalog }: Visit): z.input<typeof ApiKeySchema> => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  membership: key.membership,
  state: catalog.apiKeys.stateOf(key),
  createdAt: key.createdAt,
  expiresOn: key.expiresOn,
  lastUsedOn: key.lastUsedOn ?? null,
})

/** Keys of this API, and what was turned away. */
export const keyHandlers: HandlersOf<Part> = {
  listApiKeys: ({ actor, query, visit }) => {
    const all = visit.catalog.apiKeys.list(actor)
    const { entries, next } = takePage(all, query)
    return { body: { total: all.length, next, keys: entries.map((key) => toKey(key, visit)) } }
  },

  revokeApiKey: async ({ actor, params, visit }) => ({
    body: toKey(await visit.catalog.apiKeys.revoke(actor, params.id), visit),
  }),

  listSecurityDays: ({ actor, query, visit }) => {
    const { entries, next } = takePage(visit.catalog.security.days(actor), query)
    return { body: { next, days: [...entries] } }
  },
}
