import * as z from 'zod'
import { Day, Instant } from '../../../catalog/day.js'
import { CertificateClaim, ProductDraft, ReturnReason, SubmissionStatus } from '../../../catalog/submission.js'
import { line, paragraphs } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

/** What stands in a list of submissions. */
const SubmissionRow = named(
  'SubmissionRow',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    producerId: z.string(),
    productId: z.string(),
    /** Null until it is written. */
    name: z.string().nullable(),
    isNew: z.boolean(),
    status: SubmissionStatus,
    sentAt: Instant.nullable(),
    /** The last day on which a decision is in time. */
    dueOn: Day.nullable(),
    changedAt: Instant,
  }),
)

export const SubmissionPage = named(
  'SubmissionPage',
  z.strictObject({ total: z.int(), next: Next, submissions: z.array(SubmissionRow) }),
)

/** A new product, or a change of one, on its way through the office. */
export const Submission = named(
  'Submission',
  SubmissionRow.extend({
    content: ProductDraft,
    certificate: CertificateClaim.nullable(),
    note: z.string().nullable(),
    /** Fields that are to be filled in before it can be sent, by their paths. */
    gaps: z.array(z.string()),
    /** Why the office gave it back last. */
    reasons: z.array(ReturnReason),
    /** What it would change of what is public; null for what is not there. */
    changes: z.array(z.strictObject({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
)

/** An empty product; with `productId` a change of that product, with `likeProduct` a copy of it. */
export const BeginBody = named(
  'BeginBody',
  z.strictObject({
    productId: z.string().min(1).max(64).optional(),
    likeProduct: z.string().min(1).max(64).optional(),
  }),
)

/** What is written into it; what is left out stays as it is, `certificate: null` takes the claim back. */
export const WritingBody = named(
  'WritingBody',
  z.strictObject({
    content: ProductDraft.optional(),
    certificate: CertificateClaim.nullable().optional(),
    note: paragraphs(1000).optional(),
  }),
)

export const ReturnBody = named('ReturnBody', z.strictObject({ reasons: z.array(ReturnReason).min(1).max(30) }))

/** What the look at something that was approved at once has found; a faulty one ends the producer's trust. */
export const SampleBody = named(
  'SampleBody',
  z.strictObject({ outcome: z.enum(['fine', 'faulty']), remark: line(300).optional() }),
)
export const TrustBody = named('TrustBody', z.strictObject({ trusted: z.boolean() }))

/** Photos in the order in which they are to stand; what is left out is removed. */
export const PhotoOrderBody = named(
  'PhotoOrderBody',
  z.strictObject({ photos: z.array(z.string().min(1).max(200)).max(20) }),
)
