import type { CatalogState } from '../catalog/state.js'
import type { Store } from '../catalog/store.js'
import type { TransactionCounts } from '../trade/counts.js'
import { recountLedger, type Recount } from '../trade/recount.js'

const ATTEMPTS = 5

/** Counts the ledger anew. A commit during the count makes the two differ for a moment: then it is counted again. */
export async function recount(store: Store, state: CatalogState, kept: TransactionCounts): Promise<Recount> {
  for (let attempt = 1; ; attempt += 1) {
    const { revision } = state
    const outcome = await recountLedger(store, kept)
    if (outcome.differences.length === 0 || revision === state.revision || attempt === ATTEMPTS) return outcome
  }
}
