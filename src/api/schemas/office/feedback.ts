import * as z from 'zod'
import { FeedbackKind, FeedbackStatus, FeedbackSubject } from '../../../catalog/care/feedback.js'
import { ProvinceKey } from '../../../catalog/places/place.js'
import { paragraphs } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { FeedbackCase } from '../shop/care.js'
import { Next } from '../paging.js'

/** Feedback as the office works on it. */
export const OfficeFeedback = named(
  'OfficeFeedback',
  FeedbackCase.extend({
    id: z.string(),
    subject: FeedbackSubject,
    province: ProvinceKey.nullable(),
    producerId: z.string().nullable(),
    text: z.string(),
    /** Who is to answer. */
    assignee: z.string().nullable(),
    version: z.int(),
  }),
)

export const OfficeFeedbackPage = named(
  'OfficeFeedbackPage',
  z.strictObject({ total: z.int(), next: Next, feedback: z.array(OfficeFeedback) }),
)

export const FeedbackQuery = z.strictObject({
  status: z.array(FeedbackStatus).max(5).optional(),
  kind: z.array(FeedbackKind).max(9).optional(),
  limit: z.int().min(1).max(100).optional(),
  cursor: z.string().min(1).max(1000).optional(),
})

export const OfficeAnswerBody = named('OfficeAnswerBody', z.strictObject({ text: paragraphs(3000).min(2) }))

/** Who is to answer: the id of an account that may. */
export const AssignBody = named('AssignBody', z.strictObject({ accountId: z.string().min(1).max(64) }))
