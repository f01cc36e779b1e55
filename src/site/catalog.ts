import type { Actor } from '../access/actor.js'
import type { CatalogChanges } from '../catalog/changes.js'
import type { Day } from '../catalog/day.js'
import type { DeliveryRefusals } from '../catalog/delivery-refusals.js'
import type { FulfillmentStatus, Order } from '../catalog/order.js'
import type { Media } from '../catalog/ports/media.js'
import type { Platform } from '../catalog/platform.js'
import type { Reference } from '../catalog/reference.js'
import type { CatalogState } from '../catalog/state.js'
import type { Committed, StoreHealth } from '../catalog/store.js'
import type { Coverage, CoverageQuery } from '../reports/coverage.js'
import type { Ranking, RankingQuery } from '../reports/ranking.js'
import type { TransactionFigures, TransactionQuery } from '../reports/transactions.js'
import type { SearchQuery, SearchResult, Suggestion } from '../search/index-port.js'
import type { OrderRequest } from '../trade/order-request.js'
import type { PlatformSaleInput } from '../trade/platform-sales.js'
import type { Cart, Quote, QuoteChoices } from '../trade/quote.js'
import type { Recount } from '../trade/recount.js'
import type { ProductCollections } from './product-collections.js'
import type { Announcements } from './announcements.js'
import type { ApiKeys } from './api-keys.js'
import type { SearchWords } from './search/search-words.js'
import type { Audit } from './audit.js'
import type { Accounts } from './accounts.js'
import type { EmptySearch } from './search/empty-searches.js'
import type { Feedback } from './care/feedback.js'
import type { Goods } from './goods.js'
import type { OrderDesk } from './selling/order-desk.js'
import type { Submissions } from './submissions.js'
import type { Imports } from './imports.js'
import type { Links } from './links.js'
import type { ProductViews } from './product-views.js'
import type { Platforms } from './platforms.js'
import type { Ledger } from './ledger.js'
import type { Lots } from './lots.js'
import type { PersonalData } from './care/personal-data.js'
import type { Questions } from './care/questions.js'
import type { Producers } from './producers.js'
import type { Retention } from './care/retention.js'
import type { Reviews } from './care/reviews.js'
import type { Security } from './security.js'
import type { BankNotices } from './selling/bank-notices.js'
import type { Payments } from './selling/payments.js'
import type { UnpaidOrders } from './selling/unpaid-orders.js'
import type { Prices } from './selling/prices.js'
import type { Returns } from './selling/returns.js'
import type { SaleTermsDesk } from './selling/sale-terms.js'
import type { Vouchers } from './selling/vouchers.js'
import type { Exchange } from './exchange/exchange.js'
import type { ReportSchedules } from './report-schedules.js'
import type { Events } from './events.js'
import type { Deliveries } from './outbox/deliveries.js'
import type { Notices } from './outbox/notices.js'
import type { CertificateEnds } from './certificate-ends.js'
import type { PushDevices } from './outbox/push-devices.js'
import type { Webhooks } from './outbox/webhooks.js'

/** What a shopper has chosen so far, as pages know it; nothing has to be. */
export interface CartChoices extends Omit<QuoteChoices, 'isUsedByBuyer'> {
  /** In any spelling: a voucher is used once per phone. */
  readonly phone?: string
}

/** What comes with a producer's step. */
export interface StepMore {
  /** `{ carrier, trackingNumber? }`, for a parcel on its way. */
  readonly parcel?: unknown
  /** Who took the step; the software itself when it is left out. */
  readonly actor?: Actor | undefined
}

/** One running catalog: reads come from memory, commands end in one durable commit. Made by `createCatalog`. */
export interface Catalog {
  /** Provinces, communes, product groups and banks. */
  readonly reference: Reference
  /** What is stored, in memory. */
  readonly state: CatalogState
  /** Photos of products, producers and reviews. */
  readonly media: Media
  /** The platform that this site itself is. */
  readonly ownPlatform: Platform
  /** The site's clock: everything that depends on today asks it. */
  now(): Date
  /** The day in Vietnam. */
  today(): Day

  /**
   * Adds or changes producers, products, certificates, platforms, listings and stock, all or nothing. Drafts that
   * change nothing write nothing. On behalf of a person, only what lies within that person's reach, and each record is
   * noted in the audit trail.
   *
   * @param actor - Who asks; the program itself when it is left out.
   * @throws {CatalogError} `INVALID_INPUT` with every fault of every record, paths like `products.3.name.vi`; `CONFLICT`;
   * `FORBIDDEN`, `NOT_FOUND` out of the actor's reach.
   */
  save(changes: CatalogChanges, actor?: Actor): Promise<Committed>

  /**
   * Finds published products as they are sold today. @throws {CatalogError} `INVALID_INPUT` for a facet, a sort or a
   * field that there is none of.
   */
  search(query: SearchQuery): SearchResult
  /** What a text that is still being typed may become, best first; 8 unless `limit` says otherwise. */
  suggest(text: string, limit?: number): readonly Suggestion[]
  /** Words that an office teaches the search. */
  readonly synonyms: SearchWords
  /** What was searched for without filters and not found, since the process began: words only, most frequent first. */
  emptySearches(): readonly EmptySearch[]

  /** News on the home page. */
  readonly announcements: Announcements
  /** Products put together for a season or an event. */
  readonly productCollections: ProductCollections
  /** What producers write and offices decide on before it is public. */
  readonly submissions: Submissions
  /** Orders as their producers see them. */
  readonly orderDesk: OrderDesk
  /** Stock and prices, changed by their producers. */
  readonly goods: Goods
  /** Files that offices import, and how to take one back. */
  readonly imports: Imports
  /** The entries behind the figures. */
  readonly ledger: Ledger
  /** The platforms on which products are listed, kept by the office. */
  readonly platforms: Platforms
  /** How often products are looked at. */
  readonly views: Pick<ProductViews, 'note' | 'ofYear'>
  /** Addresses of listings on other platforms, and what checks of them found. */
  readonly links: Links
  /** The lots behind the QR codes on packs. */
  readonly lots: Lots
  /** What those who received a product say of it. */
  readonly reviews: Reviews
  /** What people ask about products, and what producers answer. */
  readonly questions: Questions
  /** Complaints, reports and questions to the office, with due days. */
  readonly feedback: Feedback
  /** Requests to see, correct and erase personal data (Law 91/2025/QH15). */
  readonly personalData: PersonalData
  /** Takes personal data out of what was kept long enough. */
  readonly retention: Retention

  /** What producers say of themselves: place, contact, story. */
  readonly producers: Producers
  /** Bank account, shipping and pick-up of each producer. */
  readonly saleTerms: SaleTermsDesk
  /** Codes that take something off orders. */
  readonly vouchers: Vouchers
  /** Prices and the rules that lower them, variant by variant. */
  readonly prices: Prices
  /** The ways of paying, and what is told of the payments of shares. */
  readonly payments: Payments
  /** Orders that nobody paid by their term. None is ended before `unpaidOrders.start()`. */
  readonly unpaidOrders: Omit<UnpaidOrders, 'stop' | 'follow'>
  /** What banks and payment providers tell of money that came in. */
  readonly bankNotices: BankNotices
  /** Goods that go back, and the money for them. */
  readonly returns: Returns

  /** What has happened, told in this process: `catalog.events.on('order.placed', …)`. */
  readonly events: Pick<Events, 'on'>
  /** Programs that are told of events, at least once. */
  readonly webhooks: Webhooks
  /** What is on its way to them. Nothing is sent before `deliveries.start()`. */
  readonly deliveries: Deliveries
  /** Reports that are made by themselves. Nothing is made before `reportSchedules.start(…)`. */
  readonly reportSchedules: Omit<ReportSchedules, 'stop'>
  /** Certificates that run out. Nobody is warned before `certificateEnds.start()`. */
  readonly certificateEnds: Omit<CertificateEnds, 'stop'>
  /** Other sites whose signed catalogs this one shows. */
  readonly exchange: Exchange
  /** How producers hear of new orders and of certificates that run out. */
  readonly notices: Notices
  /** Browsers that are told of the same by web push. */
  readonly pushDevices: PushDevices

  /** Prices a cart as it would be ordered now, and says what stands in the way. */
  quote(cart: Cart, choices?: CartChoices): Quote
  /**
   * Orders, exactly once per idempotency key: a repeat returns the stored order with `created: false`.
   *
   * @throws {CatalogError} `INVALID_INPUT`, `EMPTY_CART`, `NOT_FOR_SALE`, `OUT_OF_STOCK`, `AGE_CONFIRMATION_REQUIRED`,
   * `IDEMPOTENCY_MISMATCH`, `TOO_MANY_ORDERS`, `STORE_UNAVAILABLE`.
   */
  placeOrder(request: OrderRequest): Promise<{ order: Order; created: boolean }>
  /**
   * The order that this request has made already; null when it has made none.
   *
   * @throws {CatalogError} `INVALID_INPUT`, `IDEMPOTENCY_MISMATCH` when its key made another order.
   */
  findPlaced(request: OrderRequest): Promise<Order | null>
  /** Null unless the code exists and the phone number, in any spelling, is the recipient's. */
  findOrder(code: string, phone: string): Promise<Order | null>
  /**
   * Cancels the shares that no producer has accepted yet, gives their stock back and voids their transactions.
   *
   * @param producerIds - The producers whose shares are cancelled; all that may be when left out.
   * @throws {CatalogError} `NOT_FOUND`, `NOT_ALLOWED_NOW`; `INVALID_INPUT` at `reason`, and at `producerIds` for none, and
   * when the order's voucher needs more goods than would be left.
   */
  cancelOrder(code: string, phone: string, reason?: string, producerIds?: readonly string[]): Promise<Order>
  /**
   * Moves a producer's share of an order one step: accepted, packed, shipped, delivered, cancelled or returned.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `NOT_ALLOWED_NOW`, `INVALID_INPUT` at `reason` or `parcel`, `CONFLICT`.
   */
  advanceOrder(
    code: string,
    producerId: string,
    status: FulfillmentStatus,
    reason?: string,
    more?: StepMore,
  ): Promise<Order>
  /**
   * Corrects who receives an order, by its producer after a call, before anything is sent: name, phone, commune and street.
   * The province stays, since shipping is charged by it, and no sum changes. The new number opens the order from then on.
   *
   * @param input - `{ name, phone, commune, street }`; the last two only where goods are sent.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `NOT_ALLOWED_NOW` once goods are sent or when the order has another
   *   producer too, `INVALID_INPUT` with the issues of all fields.
   */
  correctRecipient(code: string, producerId: string, input: unknown, actor: Actor): Promise<Order>
  /**
   * Corrects who receives an order, by its buyer, until a producer accepts any of it. Phone number, province and sums stay.
   *
   * @param input - `{ name, note?, commune, street }`; the last two only where goods are sent. Without a note there is none.
   * @throws {CatalogError} `NOT_FOUND`, `NOT_ALLOWED_NOW` once a share is accepted, `INVALID_INPUT` with the issues of all fields.
   */
  correctOwnRecipient(code: string, phone: string, input: unknown): Promise<Order>
  /** How often deliveries to the order's phone came back unaccepted: a count for the producer, null for never. */
  refusedDeliveries(order: Order): DeliveryRefusals | null

  /**
   * Records what other platforms report, once per external number, all or nothing.
   *
   * @throws {CatalogError} `INVALID_INPUT` with the faults of all sales, paths beginning with the sale's position.
   */
  recordPlatformSales(sales: readonly PlatformSaleInput[], actor?: Actor): Promise<{ recorded: number; known: number }>

  /** Which of these numbers of a platform have a sale on record already. */
  findRecordedNumbers(platformId: string, numbers: readonly string[]): Promise<ReadonlySet<string>>

  /** People of producers and offices who sign in, and what they may do. */
  readonly accounts: Accounts
  /** Keys by which programs call the JSON API. */
  readonly apiKeys: ApiKeys
  /** What was turned away, by day. */
  readonly security: Pick<Security, 'days'>
  /** Who changed what, when, from what to what. */
  readonly audit: Audit

  /** How many recognized products are listed on platforms on the last day of a period, or today while it runs. */
  coverage(query: CoverageQuery): Coverage
  /** Transactions, units and amounts (whole đồng) of a period, by month, platform, province, producer and product. */
  transactions(query: TransactionQuery): TransactionFigures
  /** Provinces ranked by one figure; equal figures share a rank. */
  ranking(query: RankingQuery): Ranking
  /** Counts the ledger anew and compares with the counts kept along. */
  recount(): Promise<Recount>

  /** Whether changes are taken at present, and how full the disk is. */
  health(): StoreHealth

  /** Listeners hear of every commit after the catalog has followed it. Returns how to stop. */
  onCommit(listener: (committed: Committed) => void): () => void
  /** Frees the store once every commit under way has ended. */
  close(): Promise<void>
}
