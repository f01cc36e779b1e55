import * as z from 'zod'
import { Membership } from '../account.js'
import { Day, Instant } from '../day.js'
import { ApiKeyId, Version } from '../ids.js'
import { line } from '../text.js'

/**
 * What a key opens of the JSON API, beside what is open to everybody. A key also has a role, and the commands ask for
 * the role's rights: a scope takes away from them and never adds.
 */
export const ApiScope = z.enum([
  'goods:read',
  'goods:write',
  'submissions:read',
  'submissions:write',
  'submissions:decide',
  'orders:read',
  'orders:write',
  'producers:read',
  'producers:write',
  'offers:read',
  'offers:write',
  'payments:read',
  'payments:write',
  'answers:read',
  'answers:write',
  'reviews:moderate',
  'listings:read',
  'listings:write',
  'imports:read',
  'imports:run',
  'sales:write',
  'reports:read',
  'reports:schedule',
  'audit:read',
  'feedback:read',
  'feedback:write',
  'data-requests:read',
  'data-requests:write',
  'accounts:read',
  'accounts:write',
  'webhooks:read',
  'webhooks:write',
  'news:read',
  'news:write',
  'search:teach',
  'exchange:manage',
  'keys:manage',
])
export type ApiScope = z.infer<typeof ApiScope>

/** A key by which a program of an office or a producer calls the JSON API. The key itself is shown once and not kept. */
export const ApiKey = z.strictObject({
  id: ApiKeyId,
  version: Version,
  /** What it is for, in the words of who made it. */
  name: line(100),
  /** SHA-256 of the key, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The key's beginning, by which people tell keys apart; opens nothing. */
  prefix: line(20),
  scopes: z.array(ApiScope).min(1).max(ApiScope.options.length),
  /** The role as which its program acts. */
  membership: Membership,
  /** Who made it, with the name borne then. */
  createdBy: z.strictObject({ id: line(64).optional(), name: line(200) }),
  createdAt: Instant,
  /** The last day on which it opens anything. */
  expiresOn: Day,
  /** Written once a day, so that a call costs no commit. */
  lastUsedOn: Day.optional(),
  revokedAt: Instant.optional(),
  changedAt: Instant,
})
export type ApiKey = z.infer<typeof ApiKey>
