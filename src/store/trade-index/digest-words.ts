import type { CountedTransaction } from '../../catalog/transaction.js'
import type { EntryDigest, OrderDigest, PartDigest } from '../state/digest.js'
import type { Names } from './names.js'
import type { WordReader, WordWriter } from './words.js'

const KINDS = ['sale', 'void'] as const satisfies readonly CountedTransaction['kind'][]
/** A producer or an amount that the platform does not say; otherwise the number is one more than it is. */
const UNSAID = 0

/** So many things made one after the other; `Array.from` takes several times as long, and a start makes millions. */
function repeat<T>(times: number, make: () => T): T[] {
  const made: T[] = []
  for (let index = 0; index < times; index += 1) made.push(make())
  return made
}

/** Puts digests into words and back. */
export class DigestWords {
  constructor(private readonly names: Names) {}

  write({ address, orders, entries, audit, hasCatalog }: PartDigest, to: WordWriter): void {
    to.large(address)
    to.small(audit * 2 + (hasCatalog ? 1 : 0))
    to.small(orders.length)
    for (const order of orders) this.#writeOrder(order, to)
    to.small(entries.length)
    for (const entry of entries) this.#writeEntry(entry, to)
  }

  read(from: WordReader): PartDigest {
    const address = from.large()
    const rest = from.small()
    const orders = repeat(from.small(), () => this.#readOrder(from))
    const entries = repeat(from.small(), () => this.#readEntry(from))
    return { address, orders, entries, audit: rest >>> 1, hasCatalog: (rest & 1) === 1 }
  }

  #writeOrder({ id, code, key, phone, version, shares }: OrderDigest, to: WordWriter): void {
    for (const hash of [id, code, key, phone]) to.hash(hash)
    to.small(version)
    to.small(shares.length)
    for (const { producerId, isOpen } of shares) to.small(this.names.numberOf(producerId) * 2 + (isOpen ? 1 : 0))
  }

  #readOrder(from: WordReader): OrderDigest {
    const [id, code, key, phone] = [from.hash(), from.hash(), from.hash(), from.hash()]
    const version = from.small()
    const shares = repeat(from.small(), () => {
      const share = from.small()
      return { producerId: this.names.nameOf(share >>> 1), isOpen: (share & 1) === 1 }
    })
    return { id, code, key, phone, version, shares }
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
    const id = from.hash()
    const [voids, order, number] = [from.maybeHash(), from.maybeHash(), from.maybeHash()]
    const kind = KINDS[from.small()] ?? 'sale'
    const name = (): string => this.names.nameOf(from.small())
    const facts = { kind, from: name(), until: name(), platformId: name(), province: name() }
    const producer = from.small()
    const count = from.large()
    const amount = from.large()
    const counted = {
      ...facts,
      producerId: producer === UNSAID ? null : this.names.nameOf(producer - 1),
      count,
      amount: amount === UNSAID ? null : amount - 1,
      lines: repeat(from.small(), () => ({ productId: name(), quantity: from.large(), amount: from.large() })),
    }
    // Ids, days and provinces were parsed before they were committed.
    return { id, voids, order, number, counted: counted as unknown as CountedTransaction }
  }
}
