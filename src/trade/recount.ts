import type { Store } from '../catalog/store.js'
import { TransactionCounts, type Cell, type Figures } from './counts.js'

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
  const keys = new Map<string, Cell>()
  for (const counts of [kept, recounted])
    for (const cell of counts.cells())
      keys.set([cell.from, cell.until, cell.platformId, cell.province, cell.productId ?? '*'].join(' · '), cell)
  return [...keys].flatMap(([name, key]) => {
    const [a, b] = [kept.find(key), recounted.find(key)]
    return MEASURES.filter((measure) => a[measure] !== b[measure]).map((measure) => ({
      cell: `${name} · ${measure}`,
      kept: a[measure],
      recounted: b[measure],
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
  const transactions = [...recounted.cells()]
    .filter(({ productId }) => productId === null)
    .reduce((sum, cell) => sum + cell.transactions, 0)
  return { entries, transactions, differences: compare(kept, recounted) }
}
