import * as z from 'zod'
import { Day, Instant } from '../../catalog/day.js'
import { FeedbackKind, FeedbackStatus, FeedbackSubject } from '../../catalog/care/feedback.js'
import { ListingStatus } from '../../catalog/listing.js'
import { ProvinceKey } from '../../catalog/places/place.js'
import { paragraphs } from '../../catalog/text.js'
import { Price, Vnd } from '../../catalog/vnd.js'
import { named } from '../components.js'
import { FeedbackCase } from './care.js'
import { Next } from './paging.js'
import { Words } from './words.js'

/** An e-commerce platform on which products are listed. */
export const Platforms = named(
  'Platforms',
  z.strictObject({
    next: Next,
    platforms: z.array(
      z.strictObject({
        id: z.string(),
        slug: z.string(),
        name: Words,
        operator: z.string().nullable(),
        website: z.string().nullable(),
        /** True for this very shop. */
        own: z.boolean(),
        closedOn: Day.nullable(),
        listed: z.int(),
      }),
    ),
  }),
)

/** One product on one platform. */
export const OfficeListing = named(
  'OfficeListing',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    productId: z.string(),
    product: Words,
    platformId: z.string(),
    status: ListingStatus,
    url: z.string().nullable(),
    price: Price.nullable(),
    listedOn: Day,
    delistedOn: Day.nullable(),
    lastCheckedOn: Day.nullable(),
  }),
)

export const ListingPage = named(
  'ListingPage',
  z.strictObject({
    total: z.int(),
    next: Next,
    listings: z.array(OfficeListing),
  }),
)

/** What another platform reports: single sales by their numbers, or statements over a span of days. */
export const SalesBody = named(
  'SalesBody',
  z.strictObject({
    /** Where the report comes from, for the record of the import. */
    name: z.string().min(1).max(200),
    sales: z
      .array(
        z.strictObject({
          platformId: z.string(),
          /** Recorded once for each platform. */
          externalNumber: z.string().min(1).max(100),
          from: Day,
          until: Day.optional(),
          count: z.int().min(1).max(100_000_000).optional(),
          producerId: z.string().nullable().optional(),
          province: ProvinceKey.optional(),
          amount: Vnd.nullable().optional(),
          source: z.string().max(500).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
)
export const SalesRecorded = named('SalesRecorded', z.strictObject({ recorded: z.int(), known: z.int() }))

export const AuditPage = named(
  'AuditPage',
  z.strictObject({
    next: Next,
    entries: z.array(
      z.strictObject({
        id: z.string(),
        at: Instant,
        actor: z.strictObject({ id: z.string().optional(), name: z.string() }),
        action: z.string(),
        subject: z.strictObject({ collection: z.string(), id: z.string() }),
        before: z.record(z.string(), z.unknown()).optional(),
        after: z.record(z.string(), z.unknown()).optional(),
        reason: z.string().optional(),
      }),
    ),
  }),
)

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
