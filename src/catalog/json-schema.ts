import * as z from 'zod'
import { Account } from './account.js'
import { ApiKey } from './api-key.js'
import { Announcement } from './announcement.js'
import { AuditEntry } from './audit.js'
import { BankNotice } from './bank-notice.js'
import { Certificate } from './certificate.js'
import { DeliveryRefusals } from './delivery-refusals.js'
import { DataRequest } from './data-request.js'
import { Delivery } from './delivery.js'
import { ExchangeSource } from './exchange-source.js'
import { Feedback } from './feedback.js'
import { LinkCheck } from './link-check.js'
import { Listing } from './listing.js'
import { Lot } from './lot.js'
import { Order } from './order.js'
import { Platform } from './platform.js'
import { Producer } from './producer.js'
import { Product } from './product.js'
import { ProductCollection } from './product-collection.js'
import { ProducerSettings } from './producer-settings.js'
import { ReportSchedule } from './report-schedule.js'
import { SecurityDay } from './security-day.js'
import { ImportRecord } from './import-record.js'
import { Submission } from './submission.js'
import { SaleTerms } from './sale-terms.js'
import { Question } from './question.js'
import { Review } from './review.js'
import { SynonymRule } from './synonym-rule.js'
import { Transaction } from './transaction.js'
import { WebhookEndpoint } from './webhook-endpoint.js'
import { ViewMonth } from './view-month.js'
import { Voucher, VoucherUse } from './voucher.js'

const SCHEMAS = {
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
}

export type RecordName = keyof typeof SCHEMAS

export const RECORD_NAMES = Object.keys(SCHEMAS) as readonly RecordName[]

/** The JSON Schema (draft 2020-12) of a record as it is handed in, made from the schema that checks it. */
export const jsonSchemaOf = (name: RecordName): z.core.JSONSchema.JSONSchema =>
  z.toJSONSchema(SCHEMAS[name], { io: 'input', target: 'draft-2020-12' })
