import assert from 'node:assert/strict'
import type { FulfillmentStatus, Order } from '../catalog/order.js'
import type { OrderQuery, Store } from '../catalog/store.js'
import { anOrder } from './records.js'
import type { Test } from './registrar.js'
import type { OpenFresh } from './scene.js'

const HANH = '+84905123456' as NonNullable<OrderQuery['phone']>
const BINH = '+84912345678' as NonNullable<OrderQuery['phone']>
const EA_TU = 'ea-tu' as NonNullable<OrderQuery['producerId']>
const GO_DEN = 'go-den' as NonNullable<OrderQuery['producerId']>

const save = (store: Store, ...orders: Order[]): Promise<unknown> =>
  store.commit({ puts: orders.map((record) => ({ collection: 'orders', record })) })

/** An order with a share of each producer, as far along as is said. */
function shared(number: number, statuses: Readonly<Record<string, FulfillmentStatus>>, fields = {}): Order {
  const order = anOrder({ id: `order-${number}`, ...fields })
  const [share] = order.fulfillments
  if (!share) throw new Error('an order has a share')
  const fulfillments = Object.entries(statuses).map(([producerId, status]) => ({ ...share, producerId, status }))
  return { ...order, fulfillments } as Order
}

const idsOf = async (store: Store, query: Omit<OrderQuery, 'limit'>): Promise<string[]> =>
  (await store.listOrders({ limit: 100, ...query })).orders.map(({ id }) => id.replace('order-', ''))

/** The same, read in pages of two. */
async function pagedIdsOf(store: Store, query: Omit<OrderQuery, 'limit'>): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await store.listOrders({ limit: 2, after: after ?? null, ...query })
    assert.ok(page.orders.length <= 2)
    ids.push(...page.orders.map(({ id }) => id.replace('order-', '')))
    after = page.next
  }
  return ids
}

/** Seven orders: of two producers, of two people, some done. */
async function sevenOrders(store: Store): Promise<void> {
  await save(
    store,
    shared(1, { 'ea-tu': 'placed' }),
    shared(2, { 'go-den': 'delivered' }),
    shared(3, { 'ea-tu': 'cancelled', 'go-den': 'shipped' }),
    shared(4, { 'ea-tu': 'returned' }),
  )
  const binh = { recipient: { ...anOrder().recipient, phone: '0912 345 678' } }
  await save(store, shared(5, { 'ea-tu': 'packed', 'go-den': 'placed' }, binh))
  await save(store, shared(6, { 'go-den': 'accepted' }, binh), shared(7, { 'ea-tu': 'delivered' }))
}

export function describeOrderLists(test: Test, open: OpenFresh): void {
  test('lists the orders in which a producer has a share, newest first', async () => {
    const { store } = await open()
    await sevenOrders(store)
    assert.deepEqual(await idsOf(store, { producerId: EA_TU }), ['7', '5', '4', '3', '1'])
    assert.deepEqual(await idsOf(store, { producerId: GO_DEN }), ['6', '5', '3', '2'])
    assert.deepEqual(await idsOf(store, { producerId: 'nobody' as never }), [])
  })

  test('lists what is still to be done and what is not, of a producer its own share', async () => {
    const { store } = await open()
    await sevenOrders(store)
    assert.deepEqual(await idsOf(store, { isOpen: true }), ['6', '5', '3', '1'])
    assert.deepEqual(await idsOf(store, { isOpen: false }), ['7', '4', '2'])
    assert.deepEqual(await idsOf(store, { isOpen: true, producerId: EA_TU }), ['5', '1'])
    assert.deepEqual(await idsOf(store, { isOpen: false, producerId: EA_TU }), ['7', '4', '3'])
  })

  test('lists the orders of a phone number, alone or with the other conditions', async () => {
    const { store } = await open()
    await sevenOrders(store)
    assert.deepEqual(await idsOf(store, { phone: BINH }), ['6', '5'])
    assert.deepEqual(await idsOf(store, { phone: HANH }), ['7', '4', '3', '2', '1'])
    assert.deepEqual(await idsOf(store, { phone: HANH, isOpen: true }), ['3', '1'])
    assert.deepEqual(await idsOf(store, { phone: HANH, producerId: GO_DEN, isOpen: false }), ['2'])
    assert.deepEqual(await idsOf(store, { phone: '+84900000000' as never }), [])
  })

  test('lists page by page what it lists at once, and the last page says that it is the last', async () => {
    const { store } = await open()
    await sevenOrders(store)
    for (const query of [{ producerId: EA_TU }, { isOpen: true }, { isOpen: false }, { phone: HANH }, { phone: BINH }])
      assert.deepEqual(await pagedIdsOf(store, query), await idsOf(store, query))
    const { next } = await store.listOrders({ limit: 2, phone: BINH })
    assert.equal(next, null)
  })

  test('follows an order that changes: done, or with another phone number', async () => {
    const { store } = await open()
    await sevenOrders(store)
    await save(store, shared(5, { 'ea-tu': 'shipped', 'go-den': 'delivered' }, { version: 2 }))
    assert.deepEqual(await idsOf(store, { phone: BINH }), ['6'])
    assert.deepEqual(await idsOf(store, { phone: HANH }), ['7', '5', '4', '3', '2', '1'])
    assert.deepEqual(await idsOf(store, { producerId: GO_DEN, isOpen: true }), ['6', '3'])
    await save(store, shared(5, { 'ea-tu': 'delivered', 'go-den': 'delivered' }, { version: 3 }))
    assert.deepEqual(await idsOf(store, { isOpen: true }), ['6', '3', '1'])
    assert.deepEqual(await idsOf(store, { isOpen: false }), ['7', '5', '4', '2'])
  })

  test('lists the same after the data are opened again', async () => {
    const scene = await open()
    await sevenOrders(scene.store)
    await save(scene.store, shared(6, { 'go-den': 'delivered' }, { version: 2 }))
    const queries = [{ producerId: GO_DEN }, { isOpen: true }, { isOpen: false }, { phone: HANH }, { phone: BINH }]
    const before = await Promise.all(queries.map((query) => idsOf(scene.store, query)))
    const { store } = await scene.reopen()
    assert.deepEqual(await Promise.all(queries.map((query) => idsOf(store, query))), before)
  })
}
