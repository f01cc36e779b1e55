import { CatalogError, type ErrorCode } from '../catalog/errors.js'
import type { CatalogState } from '../catalog/state.js'
import type { Committed, Store } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'

/** A fresh, empty store, and how the same data are opened again after `store.close()`, where that is possible. */
export interface OpenedStore {
  readonly store: Store
  /** Opens the same data again, once `store` was closed; left out where that cannot be. */
  readonly reopen?: () => Promise<Store>
}

/** A store under test with the catalog that follows it, as a site would have it. */
export interface Scene {
  readonly store: Store
  readonly state: CatalogState
  /** All that was announced, in order. */
  readonly announced: Committed[]
  /** Closes the store and opens its data again. */
  reopen(): Promise<Scene>
}

/** Opens a fresh, empty store, which is closed when the test ends. */
export type OpenFresh = () => Promise<Scene>

/** The code with which a promise is refused; `resolved` when it is not refused. */
export async function outcomeOf(promise: Promise<unknown>): Promise<ErrorCode | 'resolved'> {
  try {
    await promise
    return 'resolved'
  } catch (error) {
    if (error instanceof CatalogError) return error.code
    throw error
  }
}

/** How often each outcome came, such as `{ resolved: 10, OUT_OF_STOCK: 90 }`. */
export async function tally(promises: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const outcome of await Promise.all(promises.map(outcomeOf))) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

/** The whole ledger, read to its end. */
export async function ledgerOf(store: Store): Promise<Transaction[]> {
  const entries: Transaction[] = []
  for await (const entry of store.readTransactions()) entries.push(entry)
  return entries
}
