import type { Store } from '../catalog/store.js'
import { TransactionCounts } from './counts.js'
import { NOTHING, type Figures } from './figures.js'

/** The outcome of counting the ledger anew. */
export interface Recount {
  /** Entries read, sales and voids. */
  readonly entries: number
  /** Transactions that stand: sales less what was voided. */
  readonly transactions: number
  /** Figures that differ between the counts kept along and the recount; empty when they agree. */
  readonly differences: readonly { readonly cell: string; readonly kept: number; readonly recounted: number }[]
}

const MEASURES = ['transactions', 'orderLines', 'units', 'amount'] as const satisfies readonly (keyof Figures)[]

function compare(kept: TransactionCounts, recounted: TransactionCounts): Recount['differences'] {
  const [a, b] = [new Map(kept.named()), new Map(recounted.named())]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [one, other] = [a.get(name) ?? NOTHING, b.get(name) ?? NOTHING]
    return MEASURES.filter((measure) => one[measure] !== other[measure]).map((measure) => ({
      cell: `${name} · ${measure}`,
      kept: one[measure],
      recounted: other[measure],
    }))
  })
}

/** Counts the whole ledger from its first entry and compares with the counts that were kept along. */
export async function recountLedger(store: Store, kept: TransactionCounts): Promise<Recount> {
  const recounted = new TransactionCounts()
  let entries = 0
  for await (const entry of store.readTransactions()) {
    recounted.apply([entry])
    entries += 1
  }
  let transactions = 0
  for (const [, figures] of recounted.sum({}).byMarket) transactions += figures.transactions
  return { entries, transactions, differences: compare(kept, recounted) }
}
