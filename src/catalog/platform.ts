import * as z from 'zod'
import { Day, Instant } from './day.js'
import { PlatformId, Slug, Version } from './ids.js'
import { line, localizedLine, localizedParagraphs } from './text.js'

/** An e-commerce platform (sàn TMĐT) on which products are listed. Our own storefront is one among them. */
export const Platform = z.strictObject({
  id: PlatformId,
  version: Version,
  slug: Slug,
  name: localizedLine(100),
  /** Who runs it. */
  operator: line(200).optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  description: localizedParagraphs(2000).optional(),
  /** True for the storefront of this very site: its listings follow from what it sells. */
  own: z.boolean(),
  openedOn: Day.optional(),
  /** From this day nothing is sold there; its listings count as closed. */
  closedOn: Day.optional(),
  source: line(500).optional(),
  changedAt: Instant,
})
export type Platform = z.infer<typeof Platform>
