import assert from 'node:assert/strict'
import { CatalogError } from '../catalog/errors.js'
import type { Sku } from '../catalog/ids.js'
import { anOrder, aProduct, aSale } from './records.js'
import { COFFEE, put, move } from './changes.js'
import type { Test } from './registrar.js'
import { ledgerOf, outcomeOf, tally, type OpenFresh } from './scene.js'

const HONEY = 'mat-ong' as Sku

export function describeStock(test: Test, open: OpenFresh): void {
  test('a stock level is the sum of its movements; one that nobody stated is not known', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(10), move(-3), move(0, HONEY)] })
    await store.commit({ stock: [move(-7)] })
    assert.equal(state.stockOf(COFFEE), 0)
    assert.equal(state.stockOf(HONEY), 0)
    assert.equal(state.stockOf('chua-noi'), null)
  })

  test('refuses to take more than there is, and says how many there are', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(3)] })
    const refusal = await store.commit({ stock: [move(-2), move(-2)] }).catch((error: unknown) => error)
    assert.ok(refusal instanceof CatalogError)
    assert.equal(refusal.code, 'OUT_OF_STOCK')
    const { sku, available, wanted } = refusal.details
    assert.deepEqual({ sku, available, wanted }, { sku: COFFEE, available: 3, wanted: 4 })
    assert.equal(await outcomeOf(store.commit({ stock: [move(-1, HONEY)] })), 'OUT_OF_STOCK')
    assert.equal(state.stockOf(COFFEE), 3)
  })

  test('takes stock of several SKUs together or of none', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(5), move(1, HONEY)] })
    assert.equal(await outcomeOf(store.commit({ stock: [move(-5), move(-2, HONEY)] })), 'OUT_OF_STOCK')
    assert.deepEqual([state.stockOf(COFFEE), state.stockOf(HONEY)], [5, 1])
  })

  test('100 buyers on 10 units buy exactly 10', async () => {
    const { store, state } = await open()
    await store.commit({ puts: [put(aProduct())], stock: [move(10)] })
    const buyers = Array.from({ length: 100 }, (_, index) => {
      const order = anOrder({ id: `order-${index}` })
      return store.commit({
        puts: [{ collection: 'orders', record: order }],
        transactions: [aSale({ id: `sale-${index}`, orderId: order.id })],
        stock: [{ sku: COFFEE, quantity: -1, reason: 'order', orderId: order.id }],
      })
    })
    assert.deepEqual(await tally(buyers), { resolved: 10, OUT_OF_STOCK: 90 })
    assert.equal(state.stockOf(COFFEE), 0)
    assert.equal((await store.listOrders({ limit: 100 })).orders.length, 10)
    assert.equal((await ledgerOf(store)).length, 10)
  })

  test('what a cancellation gives back can be sold again', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(2)] })
    const order = { orderId: anOrder().id }
    await store.commit({ stock: [{ sku: COFFEE, quantity: -2, reason: 'order', ...order }] })
    const both = [
      store.commit({ stock: [{ sku: COFFEE, quantity: 2, reason: 'cancellation', ...order }] }),
      store.commit({ stock: [move(-2)] }),
    ]
    assert.deepEqual(await tally(both), { resolved: 2 })
    assert.equal(state.stockOf(COFFEE), 0)
  })
}
