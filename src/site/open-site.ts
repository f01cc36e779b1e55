import { system } from '../access/actor.js'
import type { PlatformId } from '../catalog/ids.js'
import { CatalogState } from '../catalog/state.js'
import type { Committed } from '../catalog/store.js'
import { withPeriod } from '../catalog/period.js'
import { coverageOf } from '../reports/coverage.js'
import { rankingOf } from '../reports/ranking.js'
import { transactionsOf } from '../reports/transactions.js'
import { TransactionCounts } from '../trade/counts.js'
import { Accounts } from './accounts.js'
import { Audit } from './audit.js'
import type { Catalog } from './catalog.js'
import { Announcements } from './announcements.js'
import { ApiKeys } from './api-keys.js'
import { BankNotices } from './selling/bank-notices.js'
import { randomInt, sha256 } from './codes.js'
import { EmptySearches } from './search/empty-searches.js'
import { CertificateEnds } from './certificate-ends.js'
import { SiteContext } from './context.js'
import { DirectChanges } from './direct-changes.js'
import { Feedback } from './care/feedback.js'
import { FeedbackSubjects } from './care/feedback-subjects.js'
import { Freshness } from './freshness.js'
import { Goods } from './goods.js'
import { OrderBook } from './selling/order-book.js'
import { Imports } from './imports.js'
import { Ledger } from './ledger.js'
import { Lots } from './lots.js'
import { Orders } from './selling/orders.js'
import { Eraser } from './care/eraser.js'
import { PersonalData } from './care/personal-data.js'
import { Questions } from './care/questions.js'
import { Retention } from './care/retention.js'
import { Reviews } from './care/reviews.js'
import { SearchWords } from './search/search-words.js'
import { Security } from './security.js'
import { Payments } from './selling/payments.js'
import { PhoneLimit } from './selling/phone-limit.js'
import { Prices } from './selling/prices.js'
import { Returns } from './selling/returns.js'
import { SaleTermsDesk } from './selling/sale-terms.js'
import { OrderDesk } from './selling/order-desk.js'
import { Links } from './links.js'
import { ProductViews } from './product-views.js'
import { Upkeep } from './upkeep.js'
import { Platforms } from './platforms.js'
import { Producers } from './producers.js'
import { ProductCollections } from './product-collections.js'
import { SearchFeed } from './search/search-feed.js'
import { Submissions } from './submissions.js'
import { ReportSchedules } from './report-schedules.js'
import { Events } from './events.js'
import { Exchange } from './exchange/exchange.js'
import { SourceTotals } from './exchange/source-totals.js'
import { openOutbox } from './outbox/open-outbox.js'
import { eventsOf } from '../notify/events-of.js'
import { OwnPlatform } from './own-platform.js'
import { Quoting } from './selling/quoting.js'
import { recount } from './recount.js'
import type { SiteOptions } from './site-options.js'
import { UnpaidOrders } from './selling/unpaid-orders.js'
import { Vouchers } from './selling/vouchers.js'
import { callHost } from './call-host.js'
import { withWorkings } from './workings.js'

/**
 * Opens a site on a store: loads the catalog into memory, counts the ledger, and from then on follows every commit.
 * Commands flow one way: plan with the rules, commit durably, and only then state, index and counts change.
 */
export async function openSite({
  store,
  counted,
  media,
  reference,
  index,
  indexBuilder,
  shipping,
  payments,
  ordersPerPhone,
  payWithinHours,
  clock,
  name,
  ids,
  seals,
  ...options
}: SiteOptions): Promise<Catalog> {
  const { places } = reference
  const { state, follow } = CatalogState.from(await store.load())
  const counts = counted ?? new TransactionCounts()
  if (!counted) for await (const entry of store.readTransactions()) counts.apply([entry])
  const site = new SiteContext(store, state, reference, clock, ids.newId, seals)
  const { today } = site
  const security = new Security(site)
  const views = new ProductViews(site)
  const feed = new SearchFeed(index, state, reference, today(), indexBuilder)
  const freshness = new Freshness(state, today, (day) => feed.isSettled(day))
  const emptySearches = new EmptySearches()
  const events = new Events()
  const outbox = openOutbox(site, options)
  const apiKeys = new ApiKeys(site)
  const reportSchedules = new ReportSchedules(site, options.outbound, apiKeys)
  const certificateEnds = new CertificateEnds(site)
  const bankNotices = new BankNotices(site)
  const unpaidOrders = new UnpaidOrders(site, bankNotices)
  const listeners = new Set<(committed: Committed) => void>()

  store.watch((committed) => {
    const happened = eventsOf(committed, state)
    follow(committed)
    counts.apply(committed.transactions)
    site.requests.outside(() => {
      feed.follow(committed)
      freshness.follow(committed)
      outbox.follow(committed)
      unpaidOrders.follow(committed)
      for (const listener of listeners) callHost('A listener to commits', () => listener(committed))
      events.tell(happened)
    })
  })

  const direct = new DirectChanges(site, () => feed.settled())
  await feed.settled()
  const ownPlatform = new OwnPlatform(site)
  await ownPlatform.record(name, direct)

  const quoting = new Quoting(site, shipping)
  const tradeContext = () => ({
    now: clock(),
    platformId: ownPlatform.get().id,
    quote: quoting.context(),
    payments,
    payWithinHours,
    ...ids,
    newCode: ids.newOrderCode,
    sha256,
    randomInt,
  })
  const book = new OrderBook(site)
  const orders = new Orders(site, book, new PhoneLimit(ordersPerPhone, store, security, clock), tradeContext)
  const findOrder = (code: string, phone: string) => book.find({ code, phone })
  const feedback = new Feedback(site, new FeedbackSubjects(site, findOrder))

  const catalog: Catalog = {
    reference,
    state,
    media,
    get ownPlatform() {
      return ownPlatform.get()
    },
    now: clock,
    today,
    save: (changes, actor = system('library')) => direct.save(changes, actor),
    search: (query) => {
      const result = feed.on(today()).search(query)
      emptySearches.note(query, result)
      return result
    },
    suggest: (text, limit = 8) => feed.on(today()).suggest(text, limit),
    emptySearches: () => emptySearches.list(),
    quote: (cart, choices) => quoting.quote(cart, choices),
    placeOrder: (request) => orders.place(request),
    synonyms: new SearchWords(site, index, () => emptySearches.list()),
    findPlaced: (request) => orders.findPlaced(request),
    announcements: new Announcements(site),
    productCollections: new ProductCollections(site),
    certificateEnds,
    submissions: new Submissions(site),
    goods: new Goods(site),
    orderDesk: new OrderDesk(site),
    imports: new Imports(site, () => feed.settled()),
    ledger: new Ledger(site),
    platforms: new Platforms(site),
    views,
    links: new Links(site),
    lots: new Lots(site),
    reviews: new Reviews(site, findOrder, media),
    questions: new Questions(site),
    feedback,
    personalData: new PersonalData(site, media, { findOrder, findFeedback: feedback.find.bind(feedback) }),
    retention: new Retention(site, media),
    accounts: new Accounts(site, security, findOrder, options.commonPasswords),
    apiKeys,
    security,
    audit: new Audit(site),
    producers: new Producers(site),
    saleTerms: new SaleTermsDesk(site, outbox.notices.tellAccountChange),
    vouchers: new Vouchers(site),
    prices: new Prices(site),
    payments: new Payments(book, bankNotices, payments, payWithinHours),
    unpaidOrders,
    events,
    webhooks: outbox.webhooks,
    deliveries: outbox.deliveries,
    notices: outbox.notices,
    pushDevices: outbox.pushDevices,
    reportSchedules,
    exchange: new Exchange(site, new SourceTotals(site, counts), options.outbound),
    bankNotices,
    returns: new Returns(book, payments),
    findOrder,
    cancelOrder: (...asked) => orders.cancel(...asked),
    correctOwnRecipient: (...asked) => orders.correctOwn(...asked),
    correctRecipient: (code, producerId, input, actor) => orders.correct(code, producerId, input, actor),
    advanceOrder: (code, producerId, status, reason, { parcel, actor = system('library') } = {}) =>
      orders.advance(code, producerId, status, { reason, parcel }, actor),
    refusedDeliveries: (order) => orders.refusalsOf(order),
    recordPlatformSales: (sales, actor = system('library')) => direct.recordPlatformSales(sales, actor),
    findRecordedNumbers: async (platformId, numbers) =>
      new Set((await store.findExternalNumbers(platformId as PlatformId, numbers)).keys()),
    coverage: (query) => coverageOf(withPeriod(query), state, places, today()),
    transactions: (query) => transactionsOf(withPeriod(query), state, counts, places),
    ranking: (query) => rankingOf(withPeriod(query), state, counts, places, today()),
    recount: () => recount(store, state, counts),
    health: () => store.health(),
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await outbox.close()
      await views.close()
      await reportSchedules.stop()
      await certificateEnds.stop()
      await unpaidOrders.stop()
      await security.close()
      await store.close()
    },
  }
  return withWorkings(catalog, {
    freshness,
    requests: site.requests,
    seen: site.seen,
    turns: site.turns,
    seals,
    throttle: store.throttle,
    sentFiles: store.sentFiles,
    security,
    views,
    upkeep: new Upkeep(site, new Eraser(site, media)),
  })
}
