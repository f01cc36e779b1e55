import { expect, it } from 'vitest'
import { createCatalog, parsePeriod, type OpenStore } from '../../src/index.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { cart, newKey, recipient, stockShop } from '../support/shop.js'
import { newFolder } from './folder.js'

it('a store that tells of its ledger as it opens is not read again; one that tells of nothing is read once', async () => {
  const folder = await newFolder()
  const shop = await createCatalog({ folder })
  await stockShop(shop)
  for (let buyer = 0; buyer < 3; buyer += 1)
    await shop.placeOrder({ cart: cart(['CF-250', 1]), recipient: recipient(), idempotencyKey: newKey(), adult: false })
  await shop.close()

  let reads = 0
  const openWith =
    (isTelling: boolean): OpenStore =>
    async ({ onEntry }) => {
      const store = await openLowdbStore({ folder, ...(isTelling ? { onEntry } : {}) })
      const read = store.readTransactions.bind(store)
      store.readTransactions = () => {
        reads += 1
        return read()
      }
      return store
    }
  for (const [isTelling, wanted] of [
    [true, 0],
    [false, 1],
  ] as const) {
    reads = 0
    const catalog = await createCatalog({ store: openWith(isTelling) })
    expect(reads).toBe(wanted)
    const { transactions, orderLines } = catalog.transactions({
      period: parsePeriod(catalog.today().slice(0, 4)),
      province: null,
      mode: 'asNow',
    }).total
    expect([transactions, orderLines]).toEqual([3, 3])
    expect((await catalog.recount()).differences).toEqual([])
    await catalog.close()
  }
})
