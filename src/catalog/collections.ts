import type * as z from 'zod'
import { Account } from './account.js'
import { ApiKey } from './office/api-key.js'
import { Announcement } from './office/announcement.js'
import { Certificate } from './certificate.js'
import { BankNotice } from './payments/bank-notice.js'
import type { Instant } from './day.js'
import { slugsOf } from './former-slugs.js'
import { DeliveryRefusals } from './delivery-refusals.js'
import { DataRequest } from './care/data-request.js'
import { Delivery } from './notify/delivery.js'
import { DoneRequest } from './done-request.js'
import { ExchangeSource } from './office/exchange-source.js'
import { Feedback } from './care/feedback.js'
import { toGtin14 } from './packs/gtin.js'
import { ImportRecord } from './office/import-record.js'
import { LinkCheck } from './office/link-check.js'
import { Listing } from './listing.js'
import { Lot } from './packs/lot.js'
import { parse } from './parse.js'
import { Platform } from './platform.js'
import { Producer } from './producer.js'
import { Product } from './product.js'
import { ProductCollection } from './office/product-collection.js'
import { CertificateWarning } from './notify/certificate-warning.js'
import { ProducerSettings } from './notify/producer-settings.js'
import { PushDevice, PushKeys } from './notify/push-device.js'
import { ReportSchedule } from './notify/report-schedule.js'
import { SecurityDay } from './office/security-day.js'
import { isOpen, Submission } from './submission.js'
import { SaleTerms } from './payments/sale-terms.js'
import { WebhookEndpoint } from './notify/webhook-endpoint.js'
import { ViewMonth } from './office/view-month.js'
import { Voucher, VoucherUse } from './prices/voucher.js'
import { Question } from './care/question.js'
import { Review } from './care/review.js'
import { SynonymRule } from './office/synonym-rule.js'

/** What every record has. */
interface Kept {
  readonly id: string
  readonly version: number
  readonly changedAt: Instant
}

/** Values of which each belongs to one record of a collection alone. */
interface Claimed<R> {
  /** What it is called in an error. */
  readonly what: string
  readonly of: (record: R) => readonly string[]
  /** True where nobody looks a record up by it: the store alone remembers who holds it. */
  readonly isForStore?: true
}

interface Traits<R> {
  readonly claims?: Readonly<Record<string, Claimed<R>>>
  /** Many records to one key, for look-ups such as "the reviews of a product"; null for a record that has no such key. */
  readonly groups?: Readonly<Record<string, (record: R) => string | null>>
  /** True for records that no public page shows: a change of one leaves the kept pages as they are. */
  readonly isPrivate?: true
}

const collection = <S extends z.ZodType<Kept>, const T extends Traits<z.output<S>>>(schema: S, traits: T) => ({
  schema,
  claims: traits.claims ?? {},
  isPrivate: traits.isPrivate ?? false,
  groups: (traits.groups ?? {}) as NonNullable<T['groups']>,
})

const slug = (what: string): Claimed<Parameters<typeof slugsOf>[0]> => ({ what, of: slugsOf })

/**
 * Every kind of record that lives in memory in each process: its schema, what a record holds alone, and by what records
 * are looked up together. A new kind is one entry here; the stores keep it without knowing it.
 *
 * Orders, the ledger and the audit trail are not among them: they grow without end and are read by key or page.
 */
export const COLLECTIONS = {
  producers: collection(Producer, { claims: { slug: slug('producer slug') } }),
  products: collection(Product, {
    claims: {
      slug: slug('product slug'),
      sku: { what: 'SKU', of: ({ variants }) => variants.map(({ sku }) => sku) },
      gtin: {
        what: 'GTIN',
        of: ({ variants }) => [...new Set(variants.flatMap(({ gtin }) => (gtin ? [toGtin14(gtin)] : [])))],
      },
    },
    groups: { producer: ({ producerId }) => producerId },
  }),
  certificates: collection(Certificate, { groups: { product: ({ productId }) => productId } }),
  certificateWarnings: collection(CertificateWarning, { isPrivate: true }),
  platforms: collection(Platform, { claims: { slug: slug('platform slug') } }),
  listings: collection(Listing, {
    claims: {
      pair: {
        what: 'listing (product, platform)',
        of: ({ productId, platformId }) => [`${productId} ${platformId}`],
        isForStore: true,
      },
    },
    groups: { product: ({ productId }) => productId, platform: ({ platformId }) => platformId },
  }),
  viewMonths: collection(ViewMonth, { groups: { producer: ({ producerId }) => producerId }, isPrivate: true }),
  linkChecks: collection(LinkCheck, { isPrivate: true }),
  securityDays: collection(SecurityDay, { isPrivate: true }),
  accounts: collection(Account, {
    isPrivate: true,
    claims: {
      identifier: {
        what: 'phone number or mail address of an account',
        of: ({ phone, email }) => [phone, email].filter((value) => value !== undefined),
      },
    },
  }),
  apiKeys: collection(ApiKey, {
    isPrivate: true,
    claims: { hash: { what: 'API key', of: ({ hash }) => [hash] } },
  }),
  doneRequests: collection(DoneRequest, {
    isPrivate: true,
    claims: { key: { what: 'request with an Idempotency-Key', of: ({ keyHash }) => [keyHash] } },
  }),
  announcements: collection(Announcement, { claims: { slug: slug('announcement slug') } }),
  synonymRules: collection(SynonymRule, {}),
  productCollections: collection(ProductCollection, { claims: { slug: slug('collection slug') } }),
  submissions: collection(Submission, {
    claims: {
      product: {
        what: 'open submission for the product',
        of: (submission) => (isOpen(submission) ? [submission.productId] : []),
      },
    },
    groups: {
      producer: ({ producerId }) => producerId,
      product: ({ productId }) => productId,
      status: ({ status }) => status,
    },
    isPrivate: true,
  }),
  imports: collection(ImportRecord, { isPrivate: true }),
  producerSettings: collection(ProducerSettings, { isPrivate: true }),
  saleTerms: collection(SaleTerms, {}),
  vouchers: collection(Voucher, {
    claims: { code: { what: 'voucher code', of: ({ code }) => [code] } },
    groups: { producer: ({ producerId }) => producerId },
    isPrivate: true,
  }),
  voucherUses: collection(VoucherUse, {
    claims: {
      place: {
        what: 'voucher use',
        of: ({ status, voucherId, place }) => (status === 'taken' && place !== null ? [`${voucherId} ${place}`] : []),
      },
      phone: {
        what: 'voucher use',
        of: ({ status, voucherId, phoneDigest }) => (status === 'taken' ? [`${voucherId} ${phoneDigest}`] : []),
      },
    },
    groups: { voucher: ({ voucherId, status }) => (status === 'taken' ? voucherId : null) },
    isPrivate: true,
  }),
  bankNotices: collection(BankNotice, {
    claims: { reference: { what: 'bank notice', of: ({ reference }) => [reference] } },
    groups: { producer: ({ producerId }) => producerId ?? null },
    isPrivate: true,
  }),
  deliveryRefusals: collection(DeliveryRefusals, { isPrivate: true }),
  lots: collection(Lot, {
    claims: {
      number: { what: 'lot number of the product', of: ({ productId, number }) => [`${productId} ${number}`] },
    },
    groups: { product: ({ productId }) => productId },
  }),
  reviews: collection(Review, {
    claims: { line: { what: 'review of the order line', of: ({ orderId, sku }) => [`${orderId} ${sku}`] } },
    groups: {
      product: ({ productId }) => productId,
      producer: ({ producerId }) => producerId,
      order: ({ orderId }) => orderId,
    },
  }),
  questions: collection(Question, {
    groups: {
      product: ({ productId }) => productId,
      producer: ({ producerId }) => producerId,
      phone: ({ phone }) => phone ?? null,
    },
  }),
  feedback: collection(Feedback, {
    claims: { code: { what: 'feedback code', of: ({ code }) => [code] } },
    groups: { phone: ({ contact }) => contact.phone ?? null },
    isPrivate: true,
  }),
  /** Shown on the pages of the products that come from it. */
  exchangeSources: collection(ExchangeSource, {
    claims: { site: { what: 'address of an exchange source', of: ({ site }) => [site] } },
  }),
  reportSchedules: collection(ReportSchedule, { isPrivate: true }),
  webhookEndpoints: collection(WebhookEndpoint, { isPrivate: true }),
  pushDevices: collection(PushDevice, { groups: { producer: ({ producerId }) => producerId }, isPrivate: true }),
  pushKeys: collection(PushKeys, { isPrivate: true }),
  deliveries: collection(Delivery, { groups: { status: ({ status }) => status }, isPrivate: true }),
  dataRequests: collection(DataRequest, {
    claims: { code: { what: 'request code', of: ({ code }) => [code] } },
    groups: { phone: ({ phone }) => phone ?? null, about: ({ about }) => about?.id ?? null },
    isPrivate: true,
  }),
}

type Registry = typeof COLLECTIONS
export type CatalogCollection = keyof Registry
/** The records that live in memory in every process. */
export type CatalogRecords = { readonly [C in CatalogCollection]: z.output<Registry[C]['schema']> }
export type GroupOf<C extends CatalogCollection> = keyof Registry[C]['groups'] & string

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly CatalogCollection[]

/** A record as a command hands it in: plain strings where it is branded; version and time of change are stamped. */
export type DraftRecord<C extends CatalogCollection> = Omit<z.input<Registry[C]['schema']>, 'version' | 'changedAt'>

/**
 * Checks a record of a collection.
 *
 * @throws {CatalogError} `INVALID_INPUT` with one issue per fault.
 */
export const parseRecord = <C extends CatalogCollection>(name: C, input: unknown): CatalogRecords[C] =>
  parse(COLLECTIONS[name].schema as z.ZodType, input) as CatalogRecords[C]

/** Names a kind of claim: `products.sku`. */
export type ClaimKind = `${CatalogCollection}.${string}`
export interface Claim {
  readonly kind: ClaimKind
  readonly value: string
}

/** The values that this record alone may hold. */
export const claimsOf = <C extends CatalogCollection>(
  name: C,
  record: CatalogRecords[C],
  isWanted: (claim: Claimed<never>) => boolean = () => true,
): readonly Claim[] =>
  Object.entries<Claimed<never>>(COLLECTIONS[name].claims).flatMap(([claim, claimed]) =>
    isWanted(claimed) ? claimed.of(record as never).map((value): Claim => ({ kind: `${name}.${claim}`, value })) : [],
  )

/** False for claims by which nobody looks a record up. */
export const isLookedUp = (claim: Claimed<never>): boolean => claim.isForStore !== true

/** What a kind of claim is called in an error: `SKU`. */
export function whatIsClaimed(kind: string): string {
  const [name = '', claim = ''] = kind.split('.')
  const claims: Readonly<Record<string, Claimed<never>>> = COLLECTIONS[name as CatalogCollection].claims
  return claims[claim]?.what ?? kind
}

/** True when a public page may show records of this collection; orders never are. */
export const isPublicCollection = (name: CatalogCollection | 'orders'): boolean =>
  name !== 'orders' && !COLLECTIONS[name].isPrivate
