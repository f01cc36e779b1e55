import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { WarningStep } from './certificate-warning.js'
import { CertificateId, ListingId, PlatformId, ProducerId, ProductId, SubmissionId } from '../ids.js'
import { ListingStatus } from '../listing.js'
import { FulfillmentStatus } from '../order.js'
import { PaymentMethod, PaymentStatus } from '../payments/payment.js'
import { line } from '../text.js'
import { Vnd } from '../vnd.js'

const event = <const T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.strictObject({ type: z.literal(type), at: Instant, data: z.strictObject(data) })

const count = z.int().min(0)

/**
 * What has happened, for programs: who and what it is about, and no personal data; the rest is asked for by those who
 * may see it. An order makes one event for each producer's share.
 */
export const CatalogEvent = z.discriminatedUnion('type', [
  event('order.placed', {
    orderCode: line(20),
    producerId: ProducerId,
    /** Units of goods, and what is to be paid for the share, in đồng. */
    units: count,
    amount: Vnd,
    payment: PaymentMethod,
  }),
  /** A step of goods, payment or a return, or a corrected recipient. */
  event('order.changed', {
    orderCode: line(20),
    producerId: ProducerId,
    status: FulfillmentStatus,
    payment: PaymentStatus.optional(),
  }),
  event('product.approved', { productId: ProductId, producerId: ProducerId, submissionId: SubmissionId }),
  event('product.changed', {
    productId: ProductId,
    producerId: ProducerId.nullable(),
    slug: line(100),
    status: line(20),
  }),
  event('certificate.changed', {
    certificateId: CertificateId,
    productId: ProductId,
    producerId: ProducerId.nullable(),
  }),
  /** 90 or 30 days are left of a certificate, or it has run out: told once each. */
  event('certificate.expiring', {
    certificateId: CertificateId,
    productId: ProductId,
    producerId: ProducerId.nullable(),
    step: WarningStep,
    /** The first day on which it is no longer valid. */
    until: Day,
  }),
  event('listing.changed', {
    listingId: ListingId,
    productId: ProductId,
    producerId: ProducerId.nullable(),
    platformId: PlatformId,
    status: ListingStatus,
  }),
  /** Many records in one go, in place of an event for each. */
  event('records.imported', { products: count, certificates: count, listings: count }),
  /** Sent on demand, to try whether events arrive. */
  event('test', { producerId: ProducerId.optional() }),
])
export type CatalogEvent = z.infer<typeof CatalogEvent>
/** The type of an event, such as `order.placed`. */
export type EventType = CatalogEvent['type']
/** One kind of event, by its type. */
export type EventOf<T extends EventType> = Extract<CatalogEvent, { readonly type: T }>

/** The types that one can be told of. */
export const EVENT_TYPES = [
  'order.placed',
  'order.changed',
  'product.approved',
  'product.changed',
  'certificate.changed',
  'certificate.expiring',
  'listing.changed',
  'records.imported',
] as const satisfies readonly EventType[]
