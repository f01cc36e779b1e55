import * as z from 'zod'
import { Instant } from '../day.js'
import { form } from '../form.js'
import { ExchangeSourceId, Version } from '../ids.js'
import { line } from '../text.js'

const PREFIX = 'x-'

/** A public Ed25519 key (RFC 8037) with its RFC 7638 thumbprint as `kid`. */
export const ExchangeKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: form(/^[A-Za-z0-9_-]{43}$/, '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'),
  kid: form(/^[A-Za-z0-9_-]{43}$/, 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'),
})
export type ExchangeKey = z.infer<typeof ExchangeKey>

/**
 * Another site whose signed catalog this one shows. Its records bear ids that begin with `x-` and the source's id, so
 * they can replace nothing but themselves.
 */
export const ExchangeSource = z.strictObject({
  id: ExchangeSourceId,
  version: Version,
  name: line(100),
  /** The address of the other shop, mount included; it is also the name under which it signs. */
  site: z.url({ protocol: /^https?$/ }).max(300),
  /** What it may sign with, as somebody here has accepted it. */
  keys: z.array(ExchangeKey).min(1).max(5),
  status: z.enum(['on', 'off']),
  /** The bundle that was taken last; left out before the first. */
  latest: z
    .strictObject({
      sequence: z.int().min(0),
      /** SHA-256 of its signature: the next one names it. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      issuedAt: Instant,
      takenAt: Instant,
    })
    .optional(),
  /** When a shop that is open last asked it by itself; several processes agree by it on who asks. */
  askedAt: Instant.optional(),
  /** Why the latest attempt came to nothing. */
  failure: z.strictObject({ at: Instant, why: line(300), code: line(40).optional() }).optional(),
  createdAt: Instant,
  changedAt: Instant,
})
export type ExchangeSource = z.infer<typeof ExchangeSource>

/** The beginning of the ids of all records that come from a source. */
export const prefixOf = (sourceId: string): string => `${PREFIX}${sourceId}-`

/** The platform that a source itself is, among those of this site. */
export const ownPlatformOf = (sourceId: string): string => `${prefixOf(sourceId)}own`

/** The source that a record comes from, by its id; null for one of this site's own. */
export const sourceIdOf = (recordId: string): string | null => /^x-([a-z0-9]{2,12})-/.exec(recordId)?.[1] ?? null
