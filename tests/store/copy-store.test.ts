import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createCatalog } from '../../src/index.js'
import type { Store } from '../../src/catalog/store.js'
import { copyStore } from '../../src/store/copy-store.js'
import { fingerprintOf } from '../../src/store/fingerprint.js'
import { openLowdbStore, openMemoryStore } from '../../src/store/lowdb-store.js'
import { openPostgresStore } from '../../src/store/postgres/index.js'
import { COFFEE, move, placed, put } from '../../src/testing/changes.js'
import { ledgerOf } from '../../src/testing/scene.js'
import { anOrder, aPlatform, aProducer, aProduct, aSale, aVoid } from '../support/records.js'
import { serverForTests } from '../support/postgres-server.js'
import { newFolder } from './folder.js'

const report = (): void => undefined
const server = await serverForTests()
let schemas = 0

const openings: Record<string, () => Promise<Store>> = {
  memory: () => Promise.resolve(openMemoryStore({ onWarning: report })),
  folder: async () => openLowdbStore({ folder: await newFolder(), onWarning: report }),
  ...(server && {
    PostgreSQL: () => openPostgresStore({ url: server.url, schema: `shop_${(schemas += 1)}`, onWarning: report }),
  }),
}

async function opened(kind: string): Promise<Store> {
  const store = await openings[kind]?.()
  if (!store) throw new Error(`There is no store of kind ${kind}.`)
  onTestFinished(() => store.close())
  return store
}

/** Records that were changed, orders that moved on, more of them than go in one commit, and sales taken back. */
async function furnish(store: Store): Promise<void> {
  await store.commit({
    puts: [
      { collection: 'producers', record: aProducer() },
      put(aProduct()),
      put(aProduct({ version: 2, name: { vi: 'Cà phê Ế Ỡ “Đặc biệt” 🐝' } })),
      put(aProduct({ id: 'mat-ong' })),
      { collection: 'platforms', record: aPlatform() },
    ],
    stock: [move(3_000_000_000)],
  })
  const ids = Array.from({ length: 700 }, (_, index) => `order-${index}`)
  await store.commit({
    puts: ids.map((id) => placed(anOrder({ id }))),
    transactions: ids.map((id) => aSale({ id: `sale-of-${id}`, orderId: id })),
    stock: [move(-1400)],
  })
  await store.commit({
    puts: [placed(anOrder({ id: 'order-3', version: 2 }))],
    transactions: [aVoid(aSale({ id: 'sale-of-order-3', orderId: 'order-3' }))],
    stock: [move(2)],
  })
}

describe('copying one store into another', () => {
  afterAll(() => server?.stop())

  const ways = Object.keys(openings).flatMap((from) => Object.keys(openings).map((to) => [from, to] as const))
  it.each(ways)('carries everything over, from %s to %s', async (fromKind, toKind) => {
    const [from, to] = [await opened(fromKind), await opened(toKind)]
    await furnish(from)
    const counted: number[] = []
    const fingerprint = await copyStore(from, to, { onProgress: (copied) => counted.push(copied) })
    expect(fingerprint).toEqual(await fingerprintOf(from))
    expect(fingerprint).toMatchObject({ products: { count: 2 }, orders: { count: 700 }, ledger: { count: 701 } })
    expect(counted.at(-1)).toBe(4 + 1 + 700 + 701)

    expect((await to.load()).stock).toEqual((await from.load()).stock)
    expect(await to.listOrders({ limit: 1000 })).toEqual(await from.listOrders({ limit: 1000 }))
    expect(await ledgerOf(to)).toEqual(await ledgerOf(from))
    expect((await to.findOrderByKey('key-of-order-3'))?.version).toBe(2)
  })

  it('goes on where the other one ended: versions, stock and the rules of the ledger', async () => {
    const [from, to] = [await opened('memory'), await opened(server ? 'PostgreSQL' : 'folder')]
    await furnish(from)
    await copyStore(from, to)
    await expect(to.commit({ puts: [put(aProduct({ version: 2 }))] })).rejects.toMatchObject({ code: 'CONFLICT' })
    const again = aVoid(aSale({ id: 'sale-of-order-3' }), { id: 'again' })
    await expect(to.commit({ transactions: [again] })).rejects.toMatchObject({ code: 'DUPLICATE' })
    await expect(to.commit({ stock: [move(-3_000_000_000)] })).rejects.toMatchObject({ code: 'OUT_OF_STOCK' })
    await to.commit({ puts: [put(aProduct({ version: 3 }))], stock: [move(-1)] })
    const catalog = await createCatalog({ store: to })
    expect(catalog.state.stockOf(COFFEE)).toBe(3_000_000_000 - 1400 + 2 - 1)
    expect((await catalog.recount()).differences).toEqual([])
  })

  it('refuses a target that holds something, and leaves it as it is', async () => {
    const [from, to] = [await opened('memory'), await opened('memory')]
    await to.commit({ stock: [move(1)] })
    await expect(copyStore(from, to)).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'to' }] })
    expect((await to.load()).revision).toBe(1)
  })

  it('says what is not the same when somebody writes meanwhile', async () => {
    const [from, to] = [await opened('memory'), await opened('memory')]
    await furnish(from)
    to.watch(({ revision }) => {
      if (revision === 1) void from.commit({ stock: [move(5)] })
    })
    await expect(copyStore(from, to)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      details: { where: 'stock (1 → 1)' },
    })
  })
})
