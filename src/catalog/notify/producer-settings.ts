import * as z from 'zod'
import { Instant } from '../day.js'
import { ProducerId, Version } from '../ids.js'
import { Doer } from '../submission.js'

/** Where a producer hears of new orders, besides its own pages and its own programs ({@link WebhookEndpoint}). */
const NoticeChannels = z.strictObject({
  email: z.email().max(200).optional(),
  /** The language of the letters; Vietnamese when left out. */
  language: z.enum(['vi', 'en']).optional(),
})

/** What the desk keeps about a producer and no public page shows. Its id is the producer's. */
export const ProducerSettings = z.strictObject({
  id: ProducerId,
  version: Version,
  /** Set by the office: what this producer sends is published at once and looked at later by samples. */
  trusted: z.strictObject({ since: Instant, by: Doer }).optional(),
  notices: NoticeChannels,
  changedAt: Instant,
})
export type ProducerSettings = z.infer<typeof ProducerSettings>
