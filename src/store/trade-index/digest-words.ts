import type { ProductId } from '../../catalog/ids.js'
import type { CountedTransaction } from '../../catalog/transaction.js'
import type { EntryDigest, OrderDigest, PartDigest } from '../state/digest.js'
import type { KeyHash } from '../state/key-hash.js'
import type { Names } from './names.js'
import type { WordReader, WordWriter } from './words.js'

const KINDS = ['sale', 'void'] as const satisfies readonly CountedTransaction['kind'][]
/** A producer or an amount that the platform does not say; otherwise the number is one more than it is. */
const UNSAID = 0

/** Hears of what the words of a block say, in the order in which it came about. */
export interface DigestReceiver {
  order(digest: OrderDigest, address: number): void
  entry(digest: EntryDigest, address: number): void
  /** The end of a line of the journal: its entries of the audit trail, and whether it holds records of the catalog. */
  line(address: number, audit: number, hasCatalog: boolean): void
}

type Filled<T> = { -readonly [K in keyof T]: T[K] }
const newHash = (): Filled<KeyHash> => ({ high: 0, low: 0 })
const NO_ENTRY = { kind: 'sale', lines: [], count: 0, amount: null, producerId: null } as unknown as CountedTransaction

/** Puts digests into words and back. A start reads millions of them, into the same few objects again and again. */
export class DigestWords {
  readonly #order = {
    id: newHash(),
    code: newHash(),
    key: newHash(),
    phone: newHash(),
    version: 0,
    shares: [] as OrderDigest['shares'][number][],
  }
  readonly #voids = newHash()
  readonly #orderOf = newHash()
  readonly #number = newHash()
  readonly #entry: Filled<EntryDigest> & { readonly id: Filled<KeyHash> } = {
    id: newHash(),
    voids: null,
    order: null,
    number: null,
    counted: NO_ENTRY,
  }

  constructor(private readonly names: Names) {}

  write({ address, orders, entries, audit, hasCatalog }: PartDigest, to: WordWriter): void {
    to.large(address)
    to.small(audit * 2 + (hasCatalog ? 1 : 0))
    to.small(orders.length)
    for (const order of orders) this.#writeOrder(order, to)
    to.small(entries.length)
    for (const entry of entries) this.#writeEntry(entry, to)
  }

  /** Hands on what the words say, line by line; a digest is made anew with the next one of its kind. */
  read(from: WordReader, to: DigestReceiver): void {
    while (!from.isAtEnd) {
      const address = from.large()
      const rest = from.small()
      for (let left = from.small(); left > 0; left -= 1) to.order(this.#readOrder(from), address)
      for (let left = from.small(); left > 0; left -= 1) to.entry(this.#readEntry(from), address)
      to.line(address, rest >>> 1, (rest & 1) === 1)
    }
  }

  #writeOrder({ id, code, key, phone, version, shares }: OrderDigest, to: WordWriter): void {
    for (const hash of [id, code, key, phone]) to.hash(hash)
    to.small(version)
    to.small(shares.length)
    for (const { producerId, isOpen } of shares) to.small(this.names.numberOf(producerId) * 2 + (isOpen ? 1 : 0))
  }

  #readOrder(from: WordReader): OrderDigest {
    const order = this.#order
    for (const hash of [order.id, order.code, order.key, order.phone]) from.hash(hash)
    order.version = from.small()
    order.shares.length = 0
    for (let left = from.small(); left > 0; left -= 1) {
      const share = from.small()
      order.shares.push({ producerId: this.names.nameOf(share >>> 1), isOpen: (share & 1) === 1 })
    }
    return order
  }

  #writeEntry({ id, voids, order, number, counted }: EntryDigest, to: WordWriter): void {
    const { kind, from, until, platformId, province, producerId, count, amount, lines } = counted
    to.hash(id)
    for (const hash of [voids, order, number]) to.maybeHash(hash)
    to.small(KINDS.indexOf(kind))
    for (const name of [from, until, platformId, province]) to.small(this.names.numberOf(name))
    to.small(producerId === null ? UNSAID : this.names.numberOf(producerId) + 1)
    to.large(count)
    to.large(amount === null ? UNSAID : amount + 1)
    to.small(lines.length)
    for (const { productId, quantity, amount } of lines) {
      to.small(this.names.numberOf(productId))
      to.large(quantity)
      to.large(amount)
    }
  }

  #readEntry(from: WordReader): EntryDigest {
    const { names } = this
    const entry = this.#entry
    from.hash(entry.id)
    entry.voids = from.hash(this.#voids) ? this.#voids : null
    entry.order = from.hash(this.#orderOf) ? this.#orderOf : null
    entry.number = from.hash(this.#number) ? this.#number : null
    const kind = KINDS[from.small()] ?? 'sale'
    const first = names.nameOf(from.small())
    const until = names.nameOf(from.small())
    const platformId = names.nameOf(from.small())
    const province = names.nameOf(from.small())
    const producer = from.small()
    const producerId = producer === UNSAID ? null : names.nameOf(producer - 1)
    const count = from.large()
    const said = from.large()
    const amount = said === UNSAID ? null : said - 1
    const lines: CountedTransaction['lines'][number][] = []
    for (let left = from.small(); left > 0; left -= 1) {
      const productId = names.nameOf(from.small()) as ProductId
      lines.push({ productId, quantity: from.large(), amount: from.large() })
    }
    // Ids, days and provinces were parsed before they were committed.
    const counted = { kind, from: first, until, platformId, province, producerId, count, amount, lines }
    entry.counted = counted as unknown as CountedTransaction
    return entry
  }
}
