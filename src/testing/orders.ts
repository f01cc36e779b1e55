import assert from 'node:assert/strict'
import type { OrderId } from '../catalog/ids.js'
import type { Order } from '../catalog/order.js'
import type { Store } from '../catalog/store.js'
import { anOrder } from './records.js'
import type { Test } from './registrar.js'
import { outcomeOf, type OpenFresh } from './scene.js'

const place = (store: Store, ...orders: Order[]): Promise<unknown> =>
  store.commit({ puts: orders.map((record) => ({ collection: 'orders', record })) })

const numbered = (from: number, to: number): Order[] =>
  Array.from({ length: to - from + 1 }, (_, index) => anOrder({ id: `order-${from + index}` }))

export function describeOrders(test: Test, open: OpenFresh): void {
  test('finds an order by id, by code and by idempotency key; null for what is not known', async () => {
    const { store } = await open()
    await place(store, ...numbered(1, 3))
    const order = anOrder({ id: 'order-2' })
    assert.deepEqual(await store.findOrder(order.id), order)
    assert.deepEqual(await store.findOrderByCode(order.code), order)
    assert.deepEqual(await store.findOrderByKey(order.idempotencyKey), order)
    assert.equal(await store.findOrder('order-9' as OrderId), null)
    assert.equal(await store.findOrderByCode(''), null)
    assert.equal(await store.findOrderByKey('ORDER-2'), null)
  })

  test('gives the newest version of an order, by whatever it is asked for', async () => {
    const { store } = await open()
    await place(store, anOrder(), anOrder({ id: 'order-2' }))
    const changed = anOrder({ version: 2, changedAt: '2026-11-23T05:00:00.000Z' })
    await place(store, changed)
    assert.equal(await outcomeOf(place(store, changed)), 'CONFLICT')
    assert.deepEqual(await store.findOrder(changed.id), changed)
    assert.deepEqual(await store.findOrderByCode(changed.code), changed)
    assert.deepEqual(await store.findOrderByKey(changed.idempotencyKey), changed)
    assert.deepEqual(
      (await store.listOrders({ limit: 10 })).orders.map(({ id, version }) => [id, version]),
      [
        ['order-2', 1],
        ['order-1', 2],
      ],
    )
  })

  test('lists orders page by page, newest first, until the last', async () => {
    const { store } = await open()
    for (const order of numbered(1, 5)) await place(store, order)
    const first = await store.listOrders({ limit: 2 })
    const second = await store.listOrders({ limit: 2, after: first.next })
    const third = await store.listOrders({ limit: 2, after: second.next })
    const ids = [first, second, third].map(({ orders }) => orders.map(({ id }) => id))
    assert.deepEqual(ids, [['order-5', 'order-4'], ['order-3', 'order-2'], ['order-1']])
    assert.equal(third.next, null)
    assert.equal((await store.listOrders({ limit: 5 })).next, null)
  })

  test('pages neither repeat nor skip an order while new ones come and old ones change', async () => {
    const { store } = await open()
    await place(store, ...numbered(1, 6))
    const first = await store.listOrders({ limit: 3, after: null })
    await place(store, ...numbered(7, 20))
    await place(store, anOrder({ id: 'order-1', version: 2 }), anOrder({ id: 'order-5', version: 2 }))
    const second = await store.listOrders({ limit: 3, after: first.next })
    assert.deepEqual(
      [...first.orders, ...second.orders].map(({ id }) => id),
      ['order-6', 'order-5', 'order-4', 'order-3', 'order-2', 'order-1'],
    )
    assert.equal(second.next, null)
  })

  test('refuses a page of no size and a place that it never gave', async () => {
    const { store } = await open()
    assert.equal(await outcomeOf(store.listOrders({ limit: 0 })), 'INVALID_INPUT')
    assert.equal(await outcomeOf(store.listOrders({ limit: 1.5 })), 'INVALID_INPUT')
    assert.equal(await outcomeOf(store.listOrders({ limit: 5, after: 'không có' })), 'INVALID_INPUT')
  })
}
