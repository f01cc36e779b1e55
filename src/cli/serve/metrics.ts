import type { RequestListener } from 'node:http'
import { performance } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Catalog } from '../../site/catalog.js'
import { FRONT_ROUTES } from '../../storefront/fronts/all-routes.js'
import { shopRoutes } from '../../storefront/routes.js'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

const sections = new Set([
  ...shopRoutes.map(({ path }) => sectionOf(path)),
  ...Object.keys(FRONT_ROUTES).map((front) => `/${front}`),
])

/** The first part of an address: a label must not take as many values as there are addresses. */
function sectionOf(address: string): string {
  const end = /[/?.]/g
  end.lastIndex = 1
  const found = end.exec(address)
  return found ? address.slice(0, found.index) : address
}

/** What Prometheus is told: requests, orders and transactions, the size of the catalog, and the process itself. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter<'method' | 'section' | 'status'>
  readonly #seconds: Histogram<'section'>

  constructor(catalog: Catalog) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Counter({
      name: 'http_requests_total',
      help: 'Answered requests.',
      labelNames: ['method', 'section', 'status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'From the first byte of a request to the last byte of its answer.',
      labelNames: ['section'],
      buckets: SECONDS,
      registers,
    })
    const orders = new Counter({ name: 'ocop_orders_total', help: 'Orders placed since the start.', registers })
    const transactions = new Counter({
      name: 'ocop_transactions_total',
      help: 'Ledger entries recorded since the start, by kind.',
      labelNames: ['kind'],
      registers,
    })
    catalog.onCommit(({ puts, transactions: entries }) => {
      orders.inc(puts.filter(({ collection, record }) => collection === 'orders' && record.version === 1).length)
      for (const { kind, count } of entries) transactions.inc({ kind }, count)
    })
    const deliveries = new Gauge({
      name: 'ocop_deliveries',
      help: 'Events on their way to webhooks and by mail: waiting, and given up.',
      labelNames: ['state'],
      registers,
      collect: () => {
        const { waiting, dead } = catalog.deliveries.counts()
        deliveries.set({ state: 'waiting' }, waiting)
        deliveries.set({ state: 'dead' }, dead)
      },
    })
    const products = new Gauge({ name: 'ocop_products', help: 'Products in the catalog.', registers })
    const revision = new Gauge({
      name: 'ocop_revision',
      help: 'Revision of the catalog that this process shows.',
      registers,
      collect: () => {
        revision.set(catalog.state.revision)
        products.set(catalog.state.all('products').length)
      },
    })
  }

  /** Counts each request that `handler` has answered. */
  readonly count =
    (handler: RequestListener): RequestListener =>
    (request, response) => {
      const start = performance.now()
      response.once('close', () => {
        const own = sectionOf(request.url ?? '/')
        const section = sections.has(own) ? own : 'other'
        this.#requests.inc({ method: request.method ?? '', section, status: response.statusCode })
        this.#seconds.observe({ section }, (performance.now() - start) / 1000)
      })
      handler(request, response)
    }

  /** Answers a scrape, in Prometheus' text format. */
  readonly serve: RequestListener = (_request, response) => {
    void this.#registry.metrics().then((text) => {
      response.writeHead(200, { 'content-type': this.#registry.contentType }).end(text)
    })
  }
}
