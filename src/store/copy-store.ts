import type { AuditEntry } from '../catalog/audit.js'
import { COLLECTION_NAMES } from '../catalog/collections.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { OrderId } from '../catalog/ids.js'
import type { Commit, Put, Snapshot, StockMovement, Store } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import { allOrders, differences, fingerprintOf, type Fingerprint } from './fingerprint.js'

/** Records, orders or ledger entries in one commit of the copy. */
const BATCH = 500

/** Who hears how far a copy is. */
export interface CopyOptions {
  /** Hears how many records, orders and entries have been copied so far. */
  readonly onProgress?: (copied: number) => void
}

/**
 * Copies everything that one store holds into another one, which must be empty: the catalog, stock, orders in their
 * order, the ledger and the audit trail in theirs. Then counts and hashes both, and gives the fingerprint that they share. Nobody may
 * write to either meanwhile.
 *
 * Past versions of records and past movements of stock stay behind: a level is carried over as one adjustment.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the target is not empty; `STORE_DAMAGED` when the copy is not the same;
 * `STORE_UNAVAILABLE`. The target is then to be emptied before the next try.
 */
export async function copyStore(from: Store, to: Store, { onProgress }: CopyOptions = {}): Promise<Fingerprint> {
  await refuseUnlessEmpty(to)
  let copied = 0
  for await (const commit of commitsOf(from)) {
    await to.commit(commit)
    copied += sizeOf(commit)
    onProgress?.(copied)
  }
  const [original, copy] = [await fingerprintOf(from), await fingerprintOf(to)]
  const differing = differences(original, copy)
  if (differing.length > 0) throw notTheSame(differing, original, copy)
  return copy
}

async function refuseUnlessEmpty(store: Store): Promise<void> {
  if ((await store.load()).revision === 0) return
  const words = { why: 'Kho đích phải trống.', whyEn: 'The store to copy into must be empty.' }
  throw fieldError('to', 'inconsistent', words)
}

const sizeOf = ({ puts = [], transactions = [], stock = [], audit = [] }: Commit): number =>
  puts.filter((put, index) => puts[index + 1]?.record.id !== put.record.id).length +
  transactions.length +
  stock.length +
  audit.length

async function* commitsOf(store: Store): AsyncGenerator<Commit> {
  const snapshot = await store.load()
  for await (const batch of batches(recordsOf(snapshot))) yield { puts: batch.flatMap(versionsOf) }
  for await (const stock of batches(levelsOf(snapshot))) yield { stock }
  for await (const batch of batches(ordersOf(store))) yield { puts: batch.flatMap(versionsOf) }
  for await (const transactions of batches<Transaction>(store.readTransactions())) yield { transactions }
  for await (const audit of batches<AuditEntry>(store.readAudit())) yield { audit }
}

async function* batches<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function* recordsOf({ records }: Snapshot): Generator<Put> {
  for (const collection of COLLECTION_NAMES)
    for (const record of records[collection]) yield { collection, record } as Put
}

const levelsOf = ({ stock }: Snapshot): StockMovement[] =>
  [...stock].map(([sku, quantity]) => ({ sku, quantity, reason: 'adjustment' }))

/** Oldest first, as they are to be placed; a store lists them the other way, so their ids are gathered before. */
async function* ordersOf(store: Store): AsyncGenerator<Put> {
  const ids: OrderId[] = []
  for await (const { id } of allOrders(store)) ids.push(id)
  for (const id of ids.reverse()) {
    const record = await store.findOrder(id)
    if (record) yield { collection: 'orders', record }
  }
}

/** A store takes a record only after all its versions, and the earlier ones are not known: the last stands for them. */
const versionsOf = (put: Put): Put[] =>
  Array.from(
    { length: put.record.version },
    (_, index) => ({ ...put, record: { ...put.record, version: index + 1 } }) as Put,
  )

function notTheSame(differing: readonly (keyof Fingerprint)[], a: Fingerprint, b: Fingerprint): CatalogError {
  const where = differing.map((kind) => `${kind} (${a[kind].count} → ${b[kind].count})`).join(', ')
  return new CatalogError('STORE_DAMAGED', {
    details: {
      file: 'copy',
      where,
      why: 'bản sao không giống bản gốc',
      whyEn: 'the copy is not the same as the original',
      mend: 'Kho gốc còn nguyên. Hãy dừng mọi tiến trình đang ghi, làm trống kho đích rồi chép lại.',
      mendEn: 'The original is untouched. Stop whoever writes, empty the target and copy again.',
    },
  })
}
