/**
 * ocop-catalog: the catalog of OCOP products as a library.
 *
 * `createCatalog` opens one; the schemas, rules and errors of the domain stand beside it, and so does the port for
 * stores of your own. The storefront is `ocop-catalog/storefront`.
 *
 * @module
 */
export { createCatalog } from './create-catalog.js'
export type { CatalogOptions, OpenStore } from './catalog-options.js'
export type { Catalog } from './site/catalog.js'
export type { Actor } from './access/actor.js'
export type { IdSource } from './site/site-options.js'
export { CatalogEvent, EVENT_TYPES, type EventOf, type EventType } from './catalog/notify/event.js'
export type { Enclosure, Letter, Mailer } from './catalog/ports/outbound.js'
export { createMailer, type MailServer, type MailSettings } from './outbound/mail.js'
export type { Reference } from './catalog/reference.js'

export { CatalogError, issueText, type ErrorCode, type FieldIssue, type IssueCode } from './catalog/errors.js'
export {
  Certificate,
  EXTENSION_DAYS,
  RENEWAL_WINDOW,
  VALID_MONTHS,
  validityOf,
  type Validity,
} from './catalog/certificate.js'
export type { CatalogChanges, Draft, StockAdjustment } from './catalog/changes.js'
export { addDays, addMonths, dayAt, Day, PartialDay } from './catalog/day.js'
export { AuditEntry } from './catalog/audit.js'
export { ExchangeSource } from './catalog/office/exchange-source.js'
export { CouncilResult, gradeOf, Stars } from './catalog/grade.js'
export { Gtin, hasValidCheckDigit } from './catalog/packs/gtin.js'
export { jsonSchemaOf, RECORD_NAMES, type RecordName } from './catalog/json-schema.js'
export { Listing, ListingStatus, listingStatusOn } from './catalog/listing.js'
export { Sku } from './catalog/ids.js'
export {
  amountOf,
  Order,
  Fulfillment,
  OrderLine,
  FULFILLMENT_STEPS,
  goodsOf,
  netAmounts,
  totalOf,
} from './catalog/order.js'
export { BankAccount } from './catalog/payments/bank-account.js'
export { Payment, PAYMENT_STEPS } from './catalog/payments/payment.js'
export type {
  PaymentAnswer,
  PaymentFact,
  PaymentInstructions,
  PaymentMessage,
  PaymentNotice,
  PaymentProvider,
  PaymentRequest,
  PaymentStart,
  RefundAnswer,
  RefundRequest,
} from './catalog/ports/payment-provider.js'
export { ReturnRequest, RETURN_STEPS } from './catalog/return-request.js'
export { SaleTerms, ShippingTerms } from './catalog/payments/sale-terms.js'
export { Voucher } from './catalog/prices/voucher.js'
export { PackSize, unitPrice, type UnitPrice } from './catalog/packs/pack-size.js'
export { covers, lastDay, parsePeriod, yearBefore, type Period } from './catalog/period.js'
export { parsePhone, PhoneNumber } from './catalog/phone.js'
export { PlaceRef, provinceKey, ProvinceKey } from './catalog/places/place.js'
export type {
  Commune,
  District,
  KindHistory,
  PlaceHit,
  PlaceMode,
  Places,
  PlaceSearchOptions,
  Province,
} from './catalog/places/places.js'
export { Platform } from './catalog/platform.js'
export { Producer, ProducerKind } from './catalog/producer.js'
export { parseProductCode, ProductCode } from './catalog/packs/product-code.js'
export type { ProductGroup, ProductGroups, ProductSet } from './catalog/product-groups.js'
export { missingLabelFacts, Product, Variant } from './catalog/product.js'
export { recognizedOn, renewalWindow, shownCertificate, standingOn, type Standing } from './catalog/standing.js'
export type { CatalogState } from './catalog/state.js'
export { MemorySentFiles } from './catalog/ports/memory-sent-files.js'
export type { FileWork, SentFile, SentFiles } from './catalog/ports/sent-files.js'
export { MemoryThrottle } from './catalog/ports/memory-throttle.js'
export type { Throttle, ThrottleKey, ThrottleRule, Tried, TryOutcome } from './catalog/ports/throttle.js'
export type {
  AuditPage,
  CatalogRecords,
  Collection,
  Commit,
  Committed,
  LedgerPage,
  OrderPage,
  OrderQuery,
  Put,
  Records,
  Snapshot,
  StockMovement,
  Store,
  StoreHealth,
} from './catalog/store.js'
export { compareVietnamese, fold, toSlug, type Language, type LocalizedText } from './catalog/text.js'
export { Transaction } from './catalog/transaction.js'
export { Vnd } from './catalog/vnd.js'

export type { SearchFilters, SearchQuery, SearchResult, Suggestion } from './search/index-port.js'
export type { Coverage, CoverageQuery, PlatformCoverage } from './reports/coverage.js'
export { RANKING_KEYS, type Ranking, type RankingQuery, type RankingRow } from './reports/ranking.js'
export type { TransactionFigures, TransactionQuery } from './reports/transactions.js'
export type { OrderRequest } from './trade/order-request.js'
export { PlatformSale, type PlatformSaleInput } from './trade/platform-sales.js'
export type { Cart, Quote } from './trade/quote.js'
export type { Recount } from './trade/recount.js'
export { cashOnDelivery } from './trade/payments/cash-on-delivery.js'
export { vietQrTransfer } from './trade/payments/viet-qr-transfer.js'
export { vietQr, type Transfer } from './trade/payments/vietqr.js'
export { FORMER_PRICE_DAYS, priceOn, type ShownPrice } from './catalog/prices/price.js'
export { lastReturnDay, refundOf, returnableUnits, RETURN_DAYS } from './trade/returns.js'
export { vatWithin, type VatPart } from './trade/vat.js'
export { flatShipping, type Shipment, type ShippingRule } from './trade/shipping.js'

export { previewImport, type ImportOptions, type ImportPreview } from './exchange/import/preview-import.js'
export { listingImport } from './exchange/listings/listing-import.js'
export { productImport } from './exchange/products/product-import.js'
export { openSigner, type BundleSigner } from './exchange/bundle/signing-key.js'
export { pullSource, takeBundle, type Taken } from './exchange/bundle/take-bundle.js'
export { writeBundle, type Since } from './exchange/bundle/write-bundle.js'
export { loadReference, loadSynonyms } from './exchange/reference-data.js'
export { saleImport } from './exchange/sales/sale-import.js'
export { loadSampleCatalog } from './exchange/sample/sample-catalog.js'

export { openLowdbStore, openMemoryStore } from './store/lowdb-store.js'
