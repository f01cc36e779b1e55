import * as z from 'zod'
import { Day, Instant, PartialDay } from './day.js'
import { Gtin } from './packs/gtin.js'
import { ProducerId, ProductId, Sku, SubmissionId, Version } from './ids.js'
import { LabelFacts } from './packs/label-facts.js'
import { PackSize } from './packs/pack-size.js'
import { PlaceRef } from './places/place.js'
import { ProductCode } from './packs/product-code.js'
import { Classification, Photo } from './product.js'
import { line, localizedLine, localizedParagraphs, paragraphs } from './text.js'
import { Price } from './vnd.js'

/** The most photos that a producer may send with one product. */
export const MAX_DRAFT_PHOTOS = 9

/** A variant on its way to the shop. What is not stated yet is left out; the SKU is ours from the start. */
export const DraftVariant = z.strictObject({
  sku: Sku,
  name: localizedLine(100).optional(),
  packSize: PackSize.optional(),
  price: Price.nullable(),
  gtin: Gtin.optional(),
  /** Units to begin with; counts for a variant that has no stock yet, since later stock is changed in the shop itself. */
  stock: z.int().min(0).max(1_000_000).optional(),
})
export type DraftVariant = z.infer<typeof DraftVariant>

/** A product as its producer writes it, complete or not. What is there is right in itself; what is missing is asked on sending. */
export const ProductDraft = z.strictObject({
  name: localizedLine(200).optional(),
  description: localizedParagraphs(10_000).optional(),
  classification: Classification.nullable(),
  origin: PlaceRef.optional(),
  variants: z.array(DraftVariant).max(50),
  photos: z.array(Photo).max(20),
  labelFacts: LabelFacts,
})
export type ProductDraft = z.infer<typeof ProductDraft>

/** What the producer says of its certificate, for the office to compare with the decision. */
export const CertificateClaim = z.strictObject({
  stars: z.union([z.literal(3), z.literal(4), z.literal(5)]),
  decisionNumber: line(100).optional(),
  issuedOn: PartialDay,
  expiresOn: Day.optional(),
  productCode: ProductCode.optional(),
})
export type CertificateClaim = z.infer<typeof CertificateClaim>

/** Who did something, with the name borne then; no id for work of the shop itself. */
export const Doer = z.strictObject({ id: line(64).optional(), name: line(200) })
export type Doer = z.infer<typeof Doer>

/** Why something comes back, and to which field it belongs: `photos`, `labelFacts.storage`; empty for the whole. */
export const ReturnReason = z.strictObject({ path: line(100, 0), text: line(300, 3) })
export type ReturnReason = z.infer<typeof ReturnReason>

export const SubmissionStatus = z.enum(['draft', 'sent', 'returned', 'approved', 'withdrawn'])
export type SubmissionStatus = z.infer<typeof SubmissionStatus>

const Step = z.strictObject({
  status: SubmissionStatus,
  at: Instant,
  by: Doer,
  /** For a decision: the day until which it was due. */
  dueOn: Day.optional(),
  reasons: z.array(ReturnReason).max(30).optional(),
  /** True for what was approved at once because its producer is trusted. */
  atOnce: z.literal(true).optional(),
})

/** What a later look at something that was approved at once has found. */
const Sampling = z.strictObject({
  /** The share of such approvals that is looked at, in percent, as it was then. */
  rate: z.int().min(0).max(100),
  isChosen: z.boolean(),
  checked: z.strictObject({ at: Instant, by: Doer, outcome: z.enum(['fine', 'faulty']) }).optional(),
})

/**
 * A producer's new product, or a change of one, on its way through the office (hồ sơ đăng ký). The public sees nothing of
 * it until it is approved. One product has at most one that is open.
 */
export const Submission = z.strictObject({
  id: SubmissionId,
  version: Version,
  producerId: ProducerId,
  /** The product that it makes or changes; a new one does not exist before approval. */
  productId: ProductId,
  status: SubmissionStatus,
  content: ProductDraft,
  /** The product as it was when the change was begun; null for a new product. */
  base: ProductDraft.nullable(),
  certificate: CertificateClaim.optional(),
  /** What the producer wants the office to know. */
  note: paragraphs(1000).optional(),
  sentAt: Instant.optional(),
  /** The last day on which a decision is in time. */
  dueOn: Day.optional(),
  sampling: Sampling.optional(),
  /** Grows only. */
  history: z.array(Step).min(1).max(200),
  createdAt: Instant,
  changedAt: Instant,
})
export type Submission = z.infer<typeof Submission>
export type SubmissionStep = z.infer<typeof Step>

/** True while its producer or the office still has something to do with it. */
export const isOpen = ({ status }: Pick<Submission, 'status'>): boolean =>
  status === 'draft' || status === 'sent' || status === 'returned'
