import * as z from 'zod'
import { Account } from './account.js'
import { ApiKey } from './office/api-key.js'
import { Announcement } from './office/announcement.js'
import { AuditEntry } from './audit.js'
import { BankNotice } from './payments/bank-notice.js'
import { Certificate } from './certificate.js'
import { DeliveryRefusals } from './delivery-refusals.js'
import { DataRequest } from './care/data-request.js'
import { Delivery } from './notify/delivery.js'
import { ExchangeSource } from './office/exchange-source.js'
import { Feedback } from './care/feedback.js'
import { LinkCheck } from './office/link-check.js'
import { Listing } from './listing.js'
import { Lot } from './packs/lot.js'
import { Order } from './order.js'
import { Platform } from './platform.js'
import { Producer } from './producer.js'
import { Product } from './product.js'
import { ProductCollection } from './office/product-collection.js'
import { ProducerSettings } from './notify/producer-settings.js'
import { ReportSchedule } from './notify/report-schedule.js'
import { SecurityDay } from './office/security-day.js'
import { ImportRecord } from './office/import-record.js'
import { Submission } from './submission.js'
import { SaleTerms } from './payments/sale-terms.js'
import { Question } from './care/question.js'
import { Review } from './care/review.js'
import { SynonymRule } from './office/synonym-rule.js'
import { Transaction } from './transaction.js'
import { WebhookEndpoint } from './notify/webhook-endpoint.js'
import { ViewMonth } from './office/view-month.js'
import { Voucher, VoucherUse } from './prices/voucher.js'

/** Schemas by name; the type is made of the names alone. */
const named = <N extends string>(schemas: Readonly<Record<N, z.ZodType>>): Readonly<Record<N, z.ZodType>> => schemas

const SCHEMAS = named({
  producer: Producer,
  product: Product,
  certificate: Certificate,
  platform: Platform,
  listing: Listing,
  linkCheck: LinkCheck,
  viewMonth: ViewMonth,
  order: Order,
  transaction: Transaction,
  announcement: Announcement,
  productCollection: ProductCollection,
  submission: Submission,
  synonymRule: SynonymRule,
  importRecord: ImportRecord,
  producerSettings: ProducerSettings,
  securityDay: SecurityDay,
  account: Account,
  apiKey: ApiKey,
  saleTerms: SaleTerms,
  voucher: Voucher,
  voucherUse: VoucherUse,
  bankNotice: BankNotice,
  deliveryRefusals: DeliveryRefusals,
  lot: Lot,
  review: Review,
  question: Question,
  feedback: Feedback,
  dataRequest: DataRequest,
  exchangeSource: ExchangeSource,
  reportSchedule: ReportSchedule,
  webhookEndpoint: WebhookEndpoint,
  delivery: Delivery,
  auditEntry: AuditEntry,
})

/** The name of a kind of record: `product`, `certificate`, `order`. */
export type RecordName = keyof typeof SCHEMAS

/** All names that {@link jsonSchemaOf} knows. */
export const RECORD_NAMES = Object.keys(SCHEMAS) as readonly RecordName[]

/** The JSON Schema (draft 2020-12) of a record as it is handed in, made from the schema that checks it. */
export const jsonSchemaOf = (name: RecordName): z.core.JSONSchema.JSONSchema =>
  z.toJSONSchema(SCHEMAS[name], { io: 'input', target: 'draft-2020-12' })
