import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { DataRequestId, Version } from '../ids.js'
import { PhoneNumber } from '../phone.js'
import { line, paragraphs } from '../text.js'

/**
 * What a person asks of the data kept about them, with the code of an order or of feedback and the number that was given
 * with it (Law 91/2025/QH15 on personal data). Seeing and exporting are done on the spot; these two need the office.
 */
export const DataRequest = z.strictObject({
  id: DataRequestId,
  version: Version,
  code: line(20, 8),
  kind: z.enum(['correction', 'erasure']),
  /**
   * The order or feedback whose code was given: the request is about what that code opens. Left out where the office
   * recorded it for somebody who has no code: it is about all that is kept with the number.
   */
  about: z.strictObject({ of: z.enum(['order', 'feedback']), id: line(64) }).optional(),
  /** Left out once what the request is about was erased. */
  phone: PhoneNumber.optional(),
  /** What is to be corrected; for an erasure, what the person wants to say. */
  text: paragraphs(2000).optional(),
  receivedAt: Instant,
  /** The last day for the first answer: 2 working days (Decree 356/2025/NĐ-CP). */
  dueOn: Day,
  status: z.enum(['received', 'done', 'refused']),
  /** The office's answer. */
  answer: z.strictObject({ text: paragraphs(2000).min(1), at: Instant, by: line(200) }).optional(),
  changedAt: Instant,
})
export type DataRequest = z.infer<typeof DataRequest>
