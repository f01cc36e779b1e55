import { isShareOpen, type Order } from '../../catalog/order.js'
import type { CountedTransaction, Transaction } from '../../catalog/transaction.js'
import type { Placed } from '../journal/journal-lines.js'
import { saleNumber } from './facts.js'
import type { KeyHash, KeyHasher } from './key-hash.js'

/** An order as far as the indexes know it. */
export interface OrderDigest {
  readonly id: KeyHash
  readonly code: KeyHash
  readonly key: KeyHash
  readonly phone: KeyHash
  readonly version: number
  readonly shares: readonly { readonly producerId: string; readonly isOpen: boolean }[]
}

/** A ledger entry as far as indexes and counts know it. */
export interface EntryDigest {
  readonly id: KeyHash
  /** Of a void: the entry that it takes back. */
  readonly voids: KeyHash | null
  readonly order: KeyHash | null
  /** Of the platform and its own number, see {@link saleNumber}. */
  readonly number: KeyHash | null
  readonly counted: CountedTransaction
}

/** All that memory keeps of the trade in one line of the journal, and where the line stands. */
export interface PartDigest {
  readonly address: number
  readonly orders: readonly OrderDigest[]
  readonly entries: readonly EntryDigest[]
  /** How many entries of the audit trail. */
  readonly audit: number
  /** Whether the line holds records of the catalog too. */
  readonly hasCatalog: boolean
}

/** Makes digests. */
export class Digester {
  constructor(readonly hasher: KeyHasher) {}

  part({ address, part }: Placed): PartDigest {
    const { puts, transactions, audit } = part
    const orders: OrderDigest[] = []
    for (const { collection, record } of puts) if (collection === 'orders') orders.push(this.#order(record))
    return {
      address,
      orders,
      entries: transactions.map((entry) => this.#entry(entry)),
      audit: audit.length,
      hasCatalog: puts.length > orders.length,
    }
  }

  #order({ id, code, idempotencyKey, recipient, version, fulfillments }: Order): OrderDigest {
    return {
      id: this.hasher.hash(id),
      code: this.hasher.hash(code),
      key: this.hasher.hash(idempotencyKey),
      phone: this.hasher.hash(recipient.phone),
      version,
      shares: fulfillments.map((share) => ({ producerId: share.producerId, isOpen: isShareOpen(share) })),
    }
  }

  #entry(entry: Transaction): EntryDigest {
    const { id, voids, orderId, platformId, externalNumber } = entry
    return {
      id: this.hasher.hash(id),
      voids: voids === undefined ? null : this.hasher.hash(voids),
      order: orderId === undefined ? null : this.hasher.hash(orderId),
      number: externalNumber === undefined ? null : this.hasher.hash(saleNumber(platformId, externalNumber)),
      counted: entry,
    }
  }
}
