import type { AuditEntry } from '../catalog/audit.js'
import type { CatalogCollection, CatalogRecords } from '../catalog/collections.js'
import type { Instant } from '../catalog/day.js'
import type { CatalogEvent } from '../catalog/notify/event.js'
import { amountOf, type Fulfillment, type Order } from '../catalog/order.js'
import type { Product } from '../catalog/product.js'
import type { CatalogState } from '../catalog/state.js'
import type { Commit, Put } from '../catalog/store.js'

/** Records of the catalog in one commit beyond this are an import: one event tells of all. */
const MOST_TOLD_SINGLY = 50

type Before = Pick<CatalogState, 'find'>

const recordsOf = <C extends CatalogCollection>(collection: C, puts: readonly Put[]): CatalogRecords[C][] =>
  puts.flatMap((put) => (put.collection === collection ? [put.record as CatalogRecords[C]] : []))

/** True for a share in which the last step of goods, payment or a return was taken with this very change of the order. */
function hasMoved({ history, payment, returns = [] }: Fulfillment, at: Instant): boolean {
  const latest = [history, payment?.history ?? [], ...returns.map((one) => one.history)]
  return latest.some((steps) => steps.at(-1)?.at === at)
}

/** True where this very commit corrects who receives the order of a share; no step says so. A buyer does for all producers. */
const isCorrected = (share: Fulfillment, order: Order, audit: readonly AuditEntry[]): boolean =>
  share.status !== 'cancelled' &&
  audit.some(
    ({ action, subject, after }) =>
      action === 'orders.correct' &&
      subject.id === order.code &&
      (after?.['producerId'] ?? share.producerId) === share.producerId,
  )

function ofOrder(order: Order, audit: readonly AuditEntry[]): CatalogEvent[] {
  const { code: orderCode, fulfillments, changedAt: at } = order
  if (order.version === 1)
    return fulfillments.map((share) => ({
      type: 'order.placed',
      at,
      data: {
        orderCode,
        producerId: share.producerId,
        units: share.lines.reduce((sum, { quantity }) => sum + quantity, 0),
        amount: amountOf(share),
        payment: share.payment?.method ?? 'cashOnDelivery',
      },
    }))
  return fulfillments
    .filter((share) => hasMoved(share, at) || isCorrected(share, order, audit))
    .map(({ producerId, status, payment }) => ({
      type: 'order.changed',
      at,
      data: { orderCode, producerId, status, ...(payment ? { payment: payment.status } : {}) },
    }))
}

function ofSubmissions(puts: readonly Put[], before: Before): CatalogEvent[] {
  return recordsOf('submissions', puts)
    .filter(({ id, status }) => status === 'approved' && before.find('submissions', id)?.status !== 'approved')
    .map(({ id, productId, producerId, changedAt: at }) => ({
      type: 'product.approved',
      at,
      data: { productId, producerId, submissionId: id },
    }))
}

function ofWarnings(puts: readonly Put[]): CatalogEvent[] {
  return recordsOf('certificateWarnings', puts).map(({ id: certificateId, changedAt: at, ...warning }) => {
    const { productId, producerId, step, until } = warning
    return { type: 'certificate.expiring', at, data: { certificateId, productId, producerId, step, until } }
  })
}

function ofCatalog(puts: readonly Put[], before: Before): CatalogEvent[] {
  const products = recordsOf('products', puts)
  const certificates = recordsOf('certificates', puts)
  const listings = recordsOf('listings', puts).filter((listing) => {
    const old = before.find('listings', listing.id)
    return listing.status !== old?.status || listing.url !== old.url || listing.price !== old.price
  })
  if (products.length + certificates.length + listings.length > MOST_TOLD_SINGLY) {
    const data = { products: products.length, certificates: certificates.length, listings: listings.length }
    const at = (products[0] ?? certificates[0] ?? listings[0])?.changedAt
    return at ? [{ type: 'records.imported', at, data }] : []
  }
  const sold = new Map(products.map((product) => [product.id, product.producerId]))
  const producerOf = (productId: Product['id']) =>
    sold.get(productId) ?? before.find('products', productId)?.producerId ?? null
  return [
    ...products.map(({ id, producerId, slug, status, changedAt: at }): CatalogEvent => ({
      type: 'product.changed',
      at,
      data: { productId: id, producerId, slug, status },
    })),
    ...certificates.map(({ id, productId, changedAt: at }): CatalogEvent => ({
      type: 'certificate.changed',
      at,
      data: { certificateId: id, productId, producerId: producerOf(productId) },
    })),
    ...listings.map(({ id, productId, platformId, status, changedAt: at }): CatalogEvent => ({
      type: 'listing.changed',
      at,
      data: { listingId: id, productId, producerId: producerOf(productId), platformId, status },
    })),
  ]
}

/**
 * What a commit makes happen, in the order of its records.
 *
 * @param before - The catalog without the commit.
 */
export function eventsOf(
  { puts = [], audit = [] }: Pick<Commit, 'puts' | 'audit'>,
  before: Before,
): readonly CatalogEvent[] {
  if (puts.every(({ collection }) => collection === 'deliveries')) return []
  return [
    ...puts.flatMap((put) => (put.collection === 'orders' ? ofOrder(put.record, audit) : [])),
    ...ofSubmissions(puts, before),
    ...ofWarnings(puts),
    ...ofCatalog(puts, before),
  ]
}
