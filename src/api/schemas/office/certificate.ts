import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { END_STAGES } from '../../../desk/certificate-end.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Words } from '../words.js'

/** Certificates of published products that run out, or have. */
export const EndingCertificatePage = named(
  'EndingCertificatePage',
  z.strictObject({
    total: z.int(),
    next: Next,
    certificates: z.array(
      z.strictObject({
        certificateId: z.string(),
        productId: z.string(),
        product: Words,
        producerId: z.string().nullable(),
        stage: z.enum(END_STAGES),
        /** The first day on which it is no longer valid. */
        until: Day,
        /** Negative once it has ended. */
        daysLeft: z.int(),
      }),
    ),
  }),
)

export const EndingCertificateQuery = z.strictObject({
  stage: z.enum(END_STAGES).optional(),
  limit: z.int().min(1).max(100).optional(),
  cursor: z.string().min(1).max(1000).optional(),
})
