import { expect } from 'vitest'
import type { OrderId } from '../../src/catalog/ids.js'
import type { Order } from '../../src/catalog/order.js'
import type { Store } from '../../src/catalog/store.js'
import { anOrder } from '../support/records.js'
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
    expect(await store.findOrder(order.id)).toEqual(order)
    expect(await store.findOrderByCode(order.code)).toEqual(order)
    expect(await store.findOrderByKey(order.idempotencyKey)).toEqual(order)
    expect(await store.findOrder('order-9' as OrderId)).toBeNull()
    expect(await store.findOrderByCode('')).toBeNull()
    expect(await store.findOrderByKey('ORDER-2')).toBeNull()
  })

  test('gives the newest version of an order, by whatever it is asked for', async () => {
    const { store } = await open()
    await place(store, anOrder(), anOrder({ id: 'order-2' }))
    const changed = anOrder({ version: 2, changedAt: '2026-11-23T05:00:00.000Z' })
    await place(store, changed)
    expect(await outcomeOf(place(store, changed))).toBe('CONFLICT')
    expect(await store.findOrder(changed.id)).toEqual(changed)
    expect(await store.findOrderByCode(changed.code)).toEqual(changed)
    expect(await store.findOrderByKey(changed.idempotencyKey)).toEqual(changed)
    expect((await store.listOrders({ limit: 10 })).orders.map(({ id, version }) => [id, version])).toEqual([
      ['order-2', 1],
      ['order-1', 2],
    ])
  })

  test('lists orders page by page, newest first, until the last', async () => {
    const { store } = await open()
    for (const order of numbered(1, 5)) await place(store, order)
    const first = await store.listOrders({ limit: 2 })
    const second = await store.listOrders({ limit: 2, after: first.next })
    const third = await store.listOrders({ limit: 2, after: second.next })
    const ids = [first, second, third].map(({ orders }) => orders.map(({ id }) => id))
    expect(ids).toEqual([['order-5', 'order-4'], ['order-3', 'order-2'], ['order-1']])
    expect(third.next).toBeNull()
    expect((await store.listOrders({ limit: 5 })).next).toBeNull()
  })

  test('pages neither repeat nor skip an order while new ones come and old ones change', async () => {
    const { store } = await open()
    await place(store, ...numbered(1, 6))
    const first = await store.listOrders({ limit: 3, after: null })
    await place(store, ...numbered(7, 20))
    await place(store, anOrder({ id: 'order-1', version: 2 }), anOrder({ id: 'order-5', version: 2 }))
    const second = await store.listOrders({ limit: 3, after: first.next })
    expect([...first.orders, ...second.orders].map(({ id }) => id)).toEqual([
      'order-6',
      'order-5',
      'order-4',
      'order-3',
      'order-2',
      'order-1',
    ])
    expect(second.next).toBeNull()
  })

  test('refuses a page of no size and a place that it never gave', async () => {
    const { store } = await open()
    expect(await outcomeOf(store.listOrders({ limit: 0 }))).toBe('INVALID_INPUT')
    expect(await outcomeOf(store.listOrders({ limit: 1.5 }))).toBe('INVALID_INPUT')
    expect(await outcomeOf(store.listOrders({ limit: 5, after: 'không có' }))).toBe('INVALID_INPUT')
  })
}
