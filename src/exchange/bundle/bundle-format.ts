import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Day, Instant } from '../../catalog/day.js'
import { ProvinceKey } from '../../catalog/places/place.js'
import { line, localizedLine } from '../../catalog/text.js'

/** Which form of bundle this is. */
export const FORMAT = 'ocop-exchange/1'
export const BUNDLE_TYPE = 'application/jsonl; charset=utf-8'
/** What a bundle may hold: a national catalog is far below it. */
export const BUNDLE_LIMITS = { bytes: 128 * 1024 ** 2, lines: 1_000_000 } as const

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What is signed: whose bundle it is, its place in the sequence, and what its lines amount to. */
export const BundleHeader = z.strictObject({
  format: z.literal(FORMAT),
  /** The address of the site, under which it publishes its keys. */
  site: z.url({ protocol: /^https?$/ }).max(300),
  name: localizedLine(100),
  /** The revision of the catalog; rises from bundle to bundle. */
  sequence: z.int().min(0),
  /** The sequence of the bundle that this one continues; null for the whole catalog. */
  since: z.int().min(0).nullable(),
  /** SHA-256 of that bundle's signature; null for the whole catalog. */
  previous: Digest.nullable(),
  /** Digest of all that the source publishes at this sequence; see `site/exchange/public-state.ts`. */
  state: Digest,
  issuedAt: Instant,
  lines: z.int().min(0).max(BUNDLE_LIMITS.lines),
  /** SHA-256 of the lines, each with its line end. */
  sha256: Digest,
})
export type BundleHeader = z.infer<typeof BundleHeader>

const OtherPlatform = z.strictObject({
  slug: line(100),
  name: localizedLine(100),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
})

/** A record as the catalog takes drafts; it is checked when it is taken. */
const record = z.looseObject({ id: line(64) })

/** One line of a bundle. */
export const BundleLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('producer'), record }),
  z.strictObject({
    kind: z.literal('product'),
    record,
    /** Its page at the source, and whether it can be bought there now. */
    url: z.url({ protocol: /^https?$/ }).max(1000),
    isSold: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('certificate'), record }),
  z.strictObject({
    kind: z.literal('listing'),
    record,
    platform: OtherPlatform,
  }),
  /** A product that is public no more. */
  z.strictObject({ kind: z.literal('withdrawal'), productId: line(64) }),
  /** What was counted on one platform in one province: on a day, or over a span that a platform stated as a whole. */
  z.strictObject({
    kind: z.literal('total'),
    /** Null for the source's own shop. */
    platform: OtherPlatform.nullable(),
    province: ProvinceKey,
    from: Day,
    until: Day,
    transactions: z.int().min(0).max(1_000_000_000),
    amount: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
])
export type BundleLine = z.infer<typeof BundleLine>

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
