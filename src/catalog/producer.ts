import * as z from 'zod'
import { Instant } from './day.js'
import { FormerSlugs } from './former-slugs.js'
import { ProducerId, Slug, Version } from './ids.js'
import { PhoneNumber } from './phone.js'
import { PlaceRef } from './places/place.js'
import { line, localizedParagraphs } from './text.js'

/** Who may hold an OCOP certificate (Decision 26/2026/QĐ-TTg): HTX, tổ hợp tác, doanh nghiệp, hộ kinh doanh, other. */
export const ProducerKind = z.enum(['cooperative', 'cooperativeGroup', 'enterprise', 'household', 'other'])
export type ProducerKind = z.infer<typeof ProducerKind>

/**
 * The certified legal entity (chủ thể OCOP). Its name is public in the decision; its phone is personal data when it is
 * a household, so it stays empty unless the producer published it.
 */
export const Producer = z.strictObject({
  id: ProducerId,
  version: Version,
  slug: Slug,
  /** Slugs that it had before: their addresses lead here. Kept by the catalog. */
  formerSlugs: FormerSlugs.optional(),
  name: line(200),
  /** Null when no source says: never guessed. */
  kind: ProducerKind.nullable(),
  place: PlaceRef.nullable(),
  /** House, street, hamlet, as the producer published it; province and commune stand in `place`. */
  address: line(200).optional(),
  phone: PhoneNumber.optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  story: localizedParagraphs(5000).optional(),
  source: line(500).optional(),
  changedAt: Instant,
})
export type Producer = z.infer<typeof Producer>
