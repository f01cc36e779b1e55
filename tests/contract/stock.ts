import { expect } from 'vitest'
import { CatalogError } from '../../src/catalog/errors.js'
import type { Sku } from '../../src/catalog/ids.js'
import { anOrder, aProduct, aSale } from '../support/records.js'
import { COFFEE, put, move } from './changes.js'
import type { Test } from './registrar.js'
import { ledgerOf, outcomeOf, tally, type OpenFresh } from './scene.js'

const HONEY = 'mat-ong' as Sku

export function describeStock(test: Test, open: OpenFresh): void {
  test('a stock level is the sum of its movements; one that nobody stated is not known', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(10), move(-3), move(0, HONEY)] })
    await store.commit({ stock: [move(-7)] })
    expect(state.stockOf(COFFEE)).toBe(0)
    expect(state.stockOf(HONEY)).toBe(0)
    expect(state.stockOf('chua-noi')).toBeNull()
  })

  test('refuses to take more than there is, and says how many there are', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(3)] })
    const refusal = await store.commit({ stock: [move(-2), move(-2)] }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(CatalogError)
    expect(refusal).toMatchObject({ code: 'OUT_OF_STOCK', details: { sku: COFFEE, available: 3, wanted: 4 } })
    expect(await outcomeOf(store.commit({ stock: [move(-1, HONEY)] }))).toBe('OUT_OF_STOCK')
    expect(state.stockOf(COFFEE)).toBe(3)
  })

  test('takes stock of several SKUs together or of none', async () => {
    const { store, state } = await open()
    await store.commit({ stock: [move(5), move(1, HONEY)] })
    expect(await outcomeOf(store.commit({ stock: [move(-5), move(-2, HONEY)] }))).toBe('OUT_OF_STOCK')
    expect([state.stockOf(COFFEE), state.stockOf(HONEY)]).toEqual([5, 1])
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
    expect(await tally(buyers)).toEqual({ resolved: 10, OUT_OF_STOCK: 90 })
    expect(state.stockOf(COFFEE)).toBe(0)
    expect((await store.listOrders({ limit: 100 })).orders).toHaveLength(10)
    expect(await ledgerOf(store)).toHaveLength(10)
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
    expect(await tally(both)).toEqual({ resolved: 2 })
    expect(state.stockOf(COFFEE)).toBe(0)
  })
}
