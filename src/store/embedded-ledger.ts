import type { LedgerPage } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import type { Part } from './journal/journal-lines.js'
import { pageOf, type PageQuery } from './paging.js'
import type { LedgerIndex } from './state/ledger-index.js'

/**
 * One page of the ledger, newest first; a line of the journal is read once however many of its entries are on the page.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `limit` and `after`.
 */
export async function pageOfLedger(
  ledger: LedgerIndex,
  page: PageQuery,
  read: (address: number) => Promise<Part>,
): Promise<LedgerPage> {
  const { ordinals, next } = pageOf(ledger.size, page)
  const lines = new Map<number, readonly Transaction[]>()
  const entries: LedgerPage['entries'][number][] = []
  for (const ordinal of ordinals) {
    const at = ledger.placeOf(ordinal)
    if (!at) continue
    const line = lines.get(at.address) ?? (await read(at.address)).transactions
    lines.set(at.address, line)
    const entry = line[at.index]
    if (entry) entries.push({ entry, place: String(ordinal) })
  }
  return { entries, next }
}
