import * as z from 'zod'
import { Instant } from './day.js'
import { ProducerId, Version } from './ids.js'
import { Doer } from './submission.js'

/** Where a producer hears of new orders, besides its own pages. */
const NoticeChannels = z.strictObject({
  email: z.email().max(200).optional(),
  /** An address of the producer's own software, with the secret by which it knows that a notice is ours. */
  webhook: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).max(500),
      /** 32 random bytes in base64, as Standard Webhooks writes them: `whsec_…`. */
      secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{43}=$/),
    })
    .optional(),
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
