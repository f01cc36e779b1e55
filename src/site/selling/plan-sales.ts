import type { PlatformId, TransactionId } from '../../catalog/ids.js'
import type { Store } from '../../catalog/store.js'
import type { Transaction } from '../../catalog/transaction.js'
import {
  parsePlatformSales,
  planPlatformSales,
  type PlatformSale,
  type PlatformSaleInput,
} from '../../trade/platform-sales.js'
import type { SiteContext } from '../context.js'
import { takeTurns } from '../requests/give-way.js'

async function findKnownNumbers(
  store: Store,
  sales: readonly PlatformSale[],
): Promise<ReadonlyMap<PlatformId, ReadonlyMap<string, TransactionId>>> {
  const known = new Map<PlatformId, ReadonlyMap<string, TransactionId>>()
  for (const platformId of new Set(sales.map((sale) => sale.platformId))) {
    const numbers = sales.filter((sale) => sale.platformId === platformId).map(({ externalNumber }) => externalNumber)
    known.set(platformId, await store.findExternalNumbers(platformId, numbers))
  }
  return known
}

/**
 * What platforms report, as entries of the ledger; numbers that are on record already are left out.
 *
 * @throws {CatalogError} `INVALID_INPUT` with the faults of all sales, paths beginning with the sale's position.
 */
export async function planSales(
  input: readonly PlatformSaleInput[],
  { store, state, reference, now, newId }: SiteContext,
): Promise<{ sales: readonly PlatformSale[]; transactions: readonly Transaction[] }> {
  const sales = await takeTurns(parsePlatformSales(input))
  const known = await findKnownNumbers(store, sales)
  const isKnown = (platformId: PlatformId, number: string) => known.get(platformId)?.has(number) ?? false
  const context = { now: now(), newId }
  return { sales, transactions: await takeTurns(planPlatformSales(sales, isKnown, state, reference.places, context)) }
}
