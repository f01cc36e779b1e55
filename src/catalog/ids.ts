import * as z from 'zod'
import { form } from './form.js'

/** An identifier made by us: letters, digits, `-` and `_`, so that it is safe in an address, a file and a cookie. */
const id = form(/^[A-Za-z0-9_-]{1,64}$/, 'ca-phe-01')

export const ProductId = id.brand<'ProductId'>()
export type ProductId = z.infer<typeof ProductId>
export const ProducerId = id.brand<'ProducerId'>()
export type ProducerId = z.infer<typeof ProducerId>
export const CertificateId = id.brand<'CertificateId'>()
export type CertificateId = z.infer<typeof CertificateId>
export const PlatformId = id.brand<'PlatformId'>()
export type PlatformId = z.infer<typeof PlatformId>
export const ListingId = id.brand<'ListingId'>()
export type ListingId = z.infer<typeof ListingId>
export const OrderId = id.brand<'OrderId'>()
export type OrderId = z.infer<typeof OrderId>
export const TransactionId = id.brand<'TransactionId'>()
export type TransactionId = z.infer<typeof TransactionId>
export const AuditId = id.brand<'AuditId'>()
export type AuditId = z.infer<typeof AuditId>
export const ProductCollectionId = id.brand<'ProductCollectionId'>()
export type ProductCollectionId = z.infer<typeof ProductCollectionId>
export const AnnouncementId = id.brand<'AnnouncementId'>()
export type AnnouncementId = z.infer<typeof AnnouncementId>
export const VoucherId = id.brand<'VoucherId'>()
export type VoucherId = z.infer<typeof VoucherId>
export const VoucherUseId = id.brand<'VoucherUseId'>()
export type VoucherUseId = z.infer<typeof VoucherUseId>
export const BankNoticeId = id.brand<'BankNoticeId'>()
export type BankNoticeId = z.infer<typeof BankNoticeId>
export const RefusalsId = id.brand<'RefusalsId'>()
export type RefusalsId = z.infer<typeof RefusalsId>
export const LotId = id.brand<'LotId'>()
export type LotId = z.infer<typeof LotId>
export const ReviewId = id.brand<'ReviewId'>()
export type ReviewId = z.infer<typeof ReviewId>
export const QuestionId = id.brand<'QuestionId'>()
export type QuestionId = z.infer<typeof QuestionId>
export const FeedbackId = id.brand<'FeedbackId'>()
export type FeedbackId = z.infer<typeof FeedbackId>
export const DataRequestId = id.brand<'DataRequestId'>()
export type DataRequestId = z.infer<typeof DataRequestId>

export const SynonymRuleId = id.brand<'SynonymRuleId'>()
export type SynonymRuleId = z.infer<typeof SynonymRuleId>
export const SubmissionId = id.brand<'SubmissionId'>()
export type SubmissionId = z.infer<typeof SubmissionId>
export const ImportId = id.brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
export const ApiKeyId = id.brand<'ApiKeyId'>()
export type ApiKeyId = z.infer<typeof ApiKeyId>
export const DoneRequestId = id.brand<'DoneRequestId'>()
export type DoneRequestId = z.infer<typeof DoneRequestId>
export const AccountId = id.brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>
export const WebhookEndpointId = id.brand<'WebhookEndpointId'>()
export type WebhookEndpointId = z.infer<typeof WebhookEndpointId>
/** A digest: the same browser is never kept twice for a producer. */
export const PushDeviceId = form(/^[0-9a-f]{32}$/, '0f'.repeat(16)).brand<'PushDeviceId'>()
export type PushDeviceId = z.infer<typeof PushDeviceId>
/** A short name for another site: small letters and digits, so that it can stand in ids and addresses. */
export const ExchangeSourceId = form(/^[a-z0-9]{2,12}$/, 'daklak').brand<'ExchangeSourceId'>()
export type ExchangeSourceId = z.infer<typeof ExchangeSourceId>
export const ReportScheduleId = id.brand<'ReportScheduleId'>()
export type ReportScheduleId = z.infer<typeof ReportScheduleId>
export const DeliveryId = id.brand<'DeliveryId'>()
export type DeliveryId = z.infer<typeof DeliveryId>

/** A stock keeping unit: names one variant, unique over the whole catalog. */
export const Sku = id.brand<'Sku'>()
export type Sku = z.infer<typeof Sku>

const MAX_SLUG = 100

/** The readable part of a page's address: lower-case letters, digits and single hyphens. */
export const Slug = form(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'ca-phe-buon-ma-thuot',
  (value) => value.length <= MAX_SLUG,
).brand<'Slug'>()
export type Slug = z.infer<typeof Slug>

/**
 * Every stored record carries its version: 1 when it is new, one more with each change. A store accepts a record only
 * when it follows the version it holds, so two people who change the same thing hear of each other.
 */
export const Version = z.int().min(1)
