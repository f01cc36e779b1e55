import * as z from 'zod'
import { Membership } from '../../../catalog/account.js'
import { ApiScope } from '../../../catalog/office/api-key.js'
import { Day, Instant } from '../../../catalog/day.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

/** A key of this API; what it opens itself is kept nowhere. */
export const ApiKey = named(
  'ApiKey',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    /** Its beginning. */
    prefix: z.string(),
    scopes: z.array(ApiScope),
    membership: Membership,
    /** `orphaned`: whoever made it may not give its role any more; it opens nothing. */
    state: z.enum(['active', 'revoked', 'over', 'orphaned']),
    createdAt: Instant,
    expiresOn: Day,
    lastUsedOn: Day.nullable(),
  }),
)
export const ApiKeyPage = named('ApiKeyPage', z.strictObject({ total: z.int(), next: Next, keys: z.array(ApiKey) }))

/** What was turned away, by day, the newest first. */
export const SecurityDays = named(
  'SecurityDays',
  z.strictObject({
    next: Next,
    days: z.array(
      z.strictObject({
        day: Day,
        counts: z.strictObject({
          failedSignIn: z.int(),
          throttled: z.int(),
          refusedRight: z.int(),
          crossSite: z.int(),
          unknownPath: z.int(),
        }),
      }),
    ),
  }),
)
