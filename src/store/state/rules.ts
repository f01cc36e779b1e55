import { claimsOf, whatIsClaimed, type CatalogCollection } from '../../catalog/collections.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import type { Commit, Put, StockMovement } from '../../catalog/store.js'
import type { Transaction } from '../../catalog/transaction.js'
import { saleNumber, type Overlay } from './facts.js'

const duplicate = (what: string, id: string): CatalogError => new CatalogError('DUPLICATE', { details: { what, id } })

/**
 * Checks a commit against the facts below `draft` and notes in it what the commit changes. When it throws, the draft is
 * to be dropped.
 *
 * @throws {CatalogError} `CONFLICT`, `DUPLICATE`, `OUT_OF_STOCK`; `NOT_FOUND` when what is to be voided is no sale.
 */
export function applyRules(commit: Commit, draft: Overlay): void {
  const { puts = [], transactions = [], stock = [] } = commit
  for (const put of puts) followVersion(put, draft)
  for (const put of puts) if (put.collection !== 'orders') holdClaims(put, draft)
  for (const transaction of transactions) recordOnce(transaction, draft)
  takeStock(stock, draft)
}

function followVersion(put: Put, draft: Overlay): void {
  const { collection, record } = put
  const previous = draft.get(collection, record.id)
  if (record.version !== (previous?.version ?? 0) + 1)
    throw new CatalogError('CONFLICT', { details: { what: collection.slice(0, -1), id: record.id } })
  if (put.collection === 'orders') {
    putOrder(put.record, draft)
    return
  }
  // All that is given up is given up before anything is claimed, so that two records may swap.
  if (previous)
    for (const { kind, value } of claimsOf(put.collection, previous as never))
      if (draft.get(kind, value) === record.id) draft.set(kind, value, undefined)
  draft.set(collection as CatalogCollection, record.id, record as never)
}

function holdClaims({ collection, record }: Exclude<Put, { collection: 'orders' }>, draft: Overlay): void {
  if (draft.get(collection, record.id) !== record) return
  for (const { kind, value } of claimsOf(collection, record as never)) {
    if (draft.get(kind, value) !== undefined) throw duplicate(whatIsClaimed(kind), value)
    draft.set(kind, value, record.id)
  }
}

function putOrder(order: Order, draft: Overlay): void {
  const count = draft.get('orderCount', 'all') ?? 0
  const ordinal = draft.get('orders', order.id)?.ordinal ?? count
  if (ordinal === count) draft.set('orderCount', 'all', count + 1)
  draft.set('orders', order.id, { version: order.version, ordinal })
  claimForOrder('orderCode', order.code, ordinal, 'order code', draft)
  claimForOrder('idempotencyKey', order.idempotencyKey, ordinal, 'idempotency key', draft)
}

function claimForOrder(
  kind: 'orderCode' | 'idempotencyKey',
  value: string,
  ordinal: number,
  what: string,
  draft: Overlay,
): void {
  const holder = draft.get(kind, value)
  if (holder !== undefined && holder !== ordinal) throw duplicate(what, value)
  draft.set(kind, value, ordinal)
}

function recordOnce(transaction: Transaction, draft: Overlay): void {
  const { id, kind, voids, platformId, externalNumber } = transaction
  if (draft.get('transactions', id)) throw duplicate('transaction', id)
  draft.set('transactions', id, kind)
  const number = externalNumber === undefined ? null : saleNumber(platformId, externalNumber)
  if (kind === 'void') {
    voidOnce(voids ?? '', draft)
    if (number !== null) draft.set('externalNumber', number, undefined)
  } else if (number !== null) numberOnce(number, draft)
}

function numberOnce(number: string, draft: Overlay): void {
  if (draft.get('externalNumber', number)) throw duplicate('sale', number)
  draft.set('externalNumber', number, true)
}

function voidOnce(voids: string, draft: Overlay): void {
  const state = draft.get('transactions', voids)
  if (state === 'voidedSale') throw duplicate('cancellation of transaction', voids)
  if (state !== 'sale') throw new CatalogError('NOT_FOUND', { details: { what: 'sale', id: voids } })
  draft.set('transactions', voids, 'voidedSale')
}

function takeStock(stock: readonly StockMovement[], draft: Overlay): void {
  const changes = new Map<string, number>()
  for (const { sku, quantity } of stock) changes.set(sku, (changes.get(sku) ?? 0) + quantity)
  for (const [sku, change] of changes) {
    const available = draft.get('stock', sku) ?? 0
    const level = available + change
    if (!Number.isInteger(level)) throw fieldError(`stock.${sku}`, 'notInteger')
    if (level > Number.MAX_SAFE_INTEGER)
      throw fieldError(`stock.${sku}`, 'tooLarge', { maximum: Number.MAX_SAFE_INTEGER })
    if (level < 0) throw new CatalogError('OUT_OF_STOCK', { details: { sku, available, wanted: -change } })
    draft.set('stock', sku, level)
  }
}
