import { expect } from 'vitest'
import { CatalogError } from '../../src/catalog/errors.js'
import type { Store } from '../../src/catalog/store.js'
import type { Files } from '../../src/store/disk/files.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder, type Verification } from '../../src/store/verify-folder.js'
import { COFFEE } from '../../src/testing/changes.js'
import { ledgerOf } from '../../src/testing/scene.js'
import { placeOrder, stockUp } from './place-order.js'

/** Units of the first delivery. */
export const STOCK = 100
const ignore = (): void => undefined

/** What became of each order that was sent. */
export interface Outcomes {
  readonly confirmed: string[]
  readonly refused: string[]
  /** The store could not say. */
  readonly uncertain: string[]
}

async function attempt<T>(run: () => Promise<T>): Promise<T | CatalogError> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CatalogError) return error
    throw error
  }
}

/**
 * Some days of trade: stock comes, orders come alone and together, a month ends, the clock jumps back, the shop is
 * closed and opened again. Whatever fails is not tried again, except for opening and the first delivery.
 */
export async function trade(folder: string, files: Files): Promise<Outcomes> {
  let now = new Date('2026-11-30T05:00:00Z')
  const outcomes: Outcomes = { confirmed: [], refused: [], uncertain: [] }
  const order = async (store: Store, id: string): Promise<void> => {
    const outcome = await attempt(() => placeOrder(store, id))
    if (!(outcome instanceof CatalogError)) outcomes.confirmed.push(id)
    else if (outcome.code === 'STORE_STOPPED') outcomes.uncertain.push(id)
    else outcomes.refused.push(id)
  }
  const open = async (): Promise<Store | null> => {
    for (let tries = 0; tries < 3; tries += 1) {
      const store = await attempt(() => openLowdbStore({ folder, files, clock: () => now, onWarning: ignore }))
      if (!(store instanceof CatalogError)) return store
      expect(store.code).toBe('STORE_UNAVAILABLE')
    }
    return null
  }

  const store = await open()
  if (!store) return outcomes
  for (let tries = 0; tries < 3; tries += 1)
    if (!((await attempt(() => stockUp(store, STOCK))) instanceof CatalogError)) break
  await order(store, 'order-1')
  await Promise.all(['order-2', 'order-3', 'order-4'].map((id) => order(store, id)))
  now = new Date('2026-12-01T05:00:00Z')
  await order(store, 'order-5')
  now = new Date('2026-11-15T05:00:00Z')
  await Promise.all(['order-6', 'order-7'].map((id) => order(store, id)))
  await attempt(() => store.close())

  const again = await open()
  if (!again) return outcomes
  await order(again, 'order-8')
  await attempt(() => again.close())
  return outcomes
}

/**
 * Opens what is left and checks it: each confirmed order exactly once, no refused one, each with its transaction and
 * its stock; and the shop can go on.
 */
export async function expectIntact(
  folder: string,
  outcomes: Outcomes,
  mayHold: readonly string[],
): Promise<Verification> {
  const store = await openLowdbStore({ folder, onWarning: ignore })
  const { orders } = await store.listOrders({ limit: 1000 })
  const ids = orders.map(({ id }) => id as string)
  expect(ids).toEqual([...new Set(ids)])
  expect(ids).toEqual(expect.arrayContaining(outcomes.confirmed))
  const possible = [...outcomes.confirmed, ...mayHold]
  expect(ids.filter((id) => !possible.includes(id))).toEqual([])
  expect((await ledgerOf(store)).map(({ id }) => id as string).sort()).toEqual(ids.map((id) => `sale-of-${id}`).sort())
  const { stock } = await store.load()
  if (ids.length > 0) expect(stock.get(COFFEE)).toBe(STOCK - 2 * ids.length)
  if (!stock.has(COFFEE)) await stockUp(store, STOCK)
  await placeOrder(store, 'the-next-order')
  await store.close()
  return verifyFolder(folder)
}
