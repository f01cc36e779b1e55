import type { Day } from '../../catalog/day.js'
import type { PlatformId, TransactionId } from '../../catalog/ids.js'
import type { ProvinceKey } from '../../catalog/places/place.js'
import type { Platform } from '../../catalog/platform.js'
import type { Transaction } from '../../catalog/transaction.js'
import { toInstant } from '../../catalog/day.js'
import type { TransactionCounts } from '../../trade/counts.js'
import { voidOf } from '../../trade/undone-sales.js'
import type { SiteContext } from '../context.js'

/** Transactions and đồng of one platform in one province, on a day or over a span that was stated as a whole. */
export interface SourceTotal {
  readonly platformId: PlatformId
  readonly province: ProvinceKey
  readonly from: Day
  readonly until: Day
  readonly transactions: number
  readonly amount: number
}

export interface PublishedTotal extends Omit<SourceTotal, 'platformId'> {
  readonly platform: Platform
}

/** A total that changes back and forth so often is not told any more; nothing real does. */
const MOST_RETURNS = 20

const placeOf = ({ platformId, province, from, until }: Omit<SourceTotal, 'transactions' | 'amount'>): string =>
  [platformId, province, from, until].join('|')

/** What a ledger holds of such totals, kept by platform, province and span. */
export class SourceTotals {
  constructor(
    private readonly site: SiteContext,
    private readonly counts: TransactionCounts,
  ) {}

  list(isWanted: (platformId: PlatformId) => boolean): readonly SourceTotal[] {
    return this.counts
      .totals()
      .filter(({ platformId }) => isWanted(platformId))
      .map(({ figures, ...place }) => ({ ...place, transactions: figures.transactions, amount: figures.amount }))
  }

  /**
   * The entries that bring the ledger's totals of some platforms to what a source says: what has changed is voided and
   * said anew, what is the same stays.
   */
  async plan(
    told: readonly SourceTotal[],
    isOfSource: (platformId: PlatformId) => boolean,
    source: string,
  ): Promise<Transaction[]> {
    const kept = new Map(this.list(isOfSource).map((total) => [placeOf(total), total]))
    const entries: Transaction[] = []
    for (const total of told) {
      const old = kept.get(placeOf(total))
      kept.delete(placeOf(total))
      if (old?.transactions === total.transactions && old.amount === total.amount) continue
      if (old) entries.push(await this.#voidLatest(old))
      if (total.transactions > 0) entries.push(await this.#sale(total, source))
    }
    // What a source tells no more, it has taken back.
    for (const old of kept.values()) entries.push(await this.#voidLatest(old))
    return entries
  }

  /** The entries that said this very total, the latest last: a total that returns to a former value is said again. */
  async #numbersOf({ platformId, province, from, until, transactions, amount }: SourceTotal) {
    const name = ['exchange', province, from, until, transactions, amount].join(' ')
    const numbers = Array.from({ length: MOST_RETURNS }, (_, index) => (index === 0 ? name : `${name} #${index + 1}`))
    const known = await this.site.store.findExternalNumbers(platformId, numbers)
    const used = numbers.flatMap((number) => {
      const id = known.get(number)
      return id === undefined ? [] : [{ number, id }]
    })
    return { latest: used.at(-1), next: numbers[used.length] ?? numbers[0] ?? name }
  }

  #entry(total: SourceTotal, id: TransactionId, externalNumber: string): Transaction {
    const { platformId, province, from, until, transactions, amount } = total
    const facts = { platformId, producerId: null, province, from, until, count: transactions, lines: [], amount }
    return { id, kind: 'sale', ...facts, externalNumber, recordedAt: toInstant(this.site.now()) }
  }

  async #sale(total: SourceTotal, source: string): Promise<Transaction> {
    const { next } = await this.#numbersOf(total)
    return { ...this.#entry(total, this.site.newId() as TransactionId, next), source }
  }

  async #voidLatest(total: SourceTotal): Promise<Transaction> {
    const { latest, next } = await this.#numbersOf(total)
    const id = latest?.id ?? ('' as TransactionId)
    return voidOf(this.#entry(total, id, latest?.number ?? next), { now: this.site.now(), newId: this.site.newId })
  }
}
