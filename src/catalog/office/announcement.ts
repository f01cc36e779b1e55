import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { AnnouncementId, Slug, Version } from '../ids.js'
import { localizedLine, localizedParagraphs } from '../text.js'

/** News that the office puts on the home page, such as a harvest fair, for as long as it is news. */
export const Announcement = z.strictObject({
  id: AnnouncementId,
  version: Version,
  slug: Slug,
  title: localizedLine(150),
  text: localizedParagraphs(2000).optional(),
  /** A page of this site (`/products?…`) or another one. Browsers read a backslash as a slash: none is taken. */
  link: z
    .string()
    .max(500)
    .regex(/^(?:\/(?![/\\])[^\\\p{Cc}]*|https?:\/\/[^\s\\]+)$/u)
    .optional(),
  from: Day,
  /** The last day on which it is shown; without one until it is withdrawn. */
  until: Day.optional(),
  status: z.enum(['published', 'withdrawn']),
  changedAt: Instant,
})
export type Announcement = z.infer<typeof Announcement>
