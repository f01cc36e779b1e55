import { expect } from 'vitest'
import { COLLECTION_NAMES } from '../../src/catalog/collections.js'
import { aCertificate, aListing, anOrder, aPlatform, aProducer, aProduct, aSale } from '../support/records.js'
import { move, placed, put } from './changes.js'
import type { Test } from './registrar.js'
import { ledgerOf, outcomeOf, tally, type OpenFresh } from './scene.js'

export function describeCommits(test: Test, open: OpenFresh): void {
  test('a new store is empty, at revision 0', async () => {
    const { store, state } = await open()
    expect(state.revision).toBe(0)
    for (const collection of COLLECTION_NAMES) expect(state.all(collection)).toEqual([])
    expect(await store.listOrders({ limit: 10 })).toEqual({ orders: [], next: null })
  })

  test('each commit raises the revision by one and says what it did', async () => {
    const { store } = await open()
    const stock = [move(5)]
    expect(await store.commit({ puts: [put(aProduct())], stock })).toEqual({
      revision: 1,
      puts: [put(aProduct())],
      transactions: [],
      stock,
      audit: [],
    })
    expect((await store.commit({ transactions: [aSale()] })).revision).toBe(2)
    expect((await store.commit({})).revision).toBe(3)
  })

  test('records of every collection are there after one commit', async () => {
    const { store, state } = await open()
    await store.commit({
      puts: [
        { collection: 'producers', record: aProducer() },
        put(aProduct()),
        { collection: 'certificates', record: aCertificate() },
        { collection: 'platforms', record: aPlatform() },
        { collection: 'listings', record: aListing() },
        { collection: 'orders', record: anOrder() },
      ],
    })
    expect(state.all('producers')).toEqual([aProducer()])
    expect(state.all('products')).toEqual([aProduct()])
    expect(state.all('certificates')).toEqual([aCertificate()])
    expect(state.all('platforms')).toEqual([aPlatform()])
    expect(state.all('listings')).toEqual([aListing()])
    expect(await store.findOrder(anOrder().id)).toEqual(anOrder())
  })

  test('a record follows the version that is stored: a new one is version 1, a changed one is one more', async () => {
    const { store, state } = await open()
    expect(await outcomeOf(store.commit({ puts: [put(aProduct({ version: 2 }))] }))).toBe('CONFLICT')
    await store.commit({ puts: [put(aProduct())] })
    expect(await outcomeOf(store.commit({ puts: [put(aProduct({ version: 1 }))] }))).toBe('CONFLICT')
    expect(await outcomeOf(store.commit({ puts: [put(aProduct({ version: 3 }))] }))).toBe('CONFLICT')
    await store.commit({ puts: [put(aProduct({ version: 2, name: { vi: 'Cà phê rang xay' } }))] })
    expect(state.all('products').map(({ version, name }) => [version, name.vi])).toEqual([[2, 'Cà phê rang xay']])
  })

  test('of many who change the same version at once, one succeeds and the others hear of a conflict', async () => {
    const { store, state } = await open()
    await store.commit({ puts: [put(aProduct())] })
    const changes = Array.from({ length: 20 }, (_, index) =>
      store.commit({ puts: [put(aProduct({ version: 2, name: { vi: `Tên ${index}` } }))] }),
    )
    expect(await tally(changes)).toEqual({ resolved: 1, CONFLICT: 19 })
    expect(state.get('products', 'ca-phe').version).toBe(2)
  })

  test('one commit may hold several versions of a record, and commits may be sent without waiting', async () => {
    const { store, state } = await open()
    await Promise.all([
      store.commit({ puts: [put(aProduct()), put(aProduct({ version: 2 }))] }),
      store.commit({ puts: [put(aProduct({ version: 3 }))] }),
      store.commit({ puts: [put(aProduct({ version: 4 }))] }),
    ])
    expect(state.get('products', 'ca-phe').version).toBe(4)
  })

  test('50 commits at once lose nothing and get 50 revisions', async () => {
    const { store, state } = await open()
    const ids = Array.from({ length: 50 }, (_, index) => `san-pham-${index}`)
    const committed = await Promise.all(ids.map((id) => store.commit({ puts: [put(aProduct({ id }))] })))
    expect(committed.map(({ revision }) => revision)).toEqual(ids.map((_, index) => index + 1))
    expect(state.all('products').map(({ id }) => id)).toEqual(ids)
  })

  test('a commit of 3,000 records is one commit', async () => {
    const { store, state, announced } = await open()
    const products = Array.from({ length: 3000 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await store.commit({ puts: products.map(put) })
    expect(announced).toHaveLength(1)
    expect(state.all('products')).toEqual(products)
  })

  test('a refused commit leaves no trace: all of it can be committed afterwards', async () => {
    const { store, state, announced } = await open()
    const sale = aSale({ orderId: 'order-1', externalNumber: 'PM-1' })
    const commit = {
      puts: [put(aProduct()), placed(anOrder())],
      transactions: [sale],
    }
    expect(await outcomeOf(store.commit({ ...commit, stock: [move(-2)] }))).toBe('OUT_OF_STOCK')
    expect(announced).toEqual([])
    expect(state.find('products', 'ca-phe')).toBeNull()
    expect(await store.findOrder(anOrder().id)).toBeNull()
    expect(await store.findOrderByCode(anOrder().code)).toBeNull()
    expect(await store.findOrderByKey(anOrder().idempotencyKey)).toBeNull()
    expect(await store.listOrders({ limit: 10 })).toEqual({ orders: [], next: null })
    expect(await store.findSalesOf(anOrder().id)).toEqual([])
    expect(await store.findExternalNumbers(sale.platformId, ['PM-1'])).toEqual(new Map())
    expect(await ledgerOf(store)).toEqual([])

    expect((await store.commit({ ...commit, stock: [move(2)] })).revision).toBe(1)
  })

  test('a commit that was sent before closing is kept, one that comes later is refused; closing twice is harmless', async () => {
    const { store, state } = await open()
    const sent = Array.from({ length: 10 }, (_, index) => store.commit({ puts: [put(aProduct({ id: `p-${index}` }))] }))
    const closing = store.close()
    expect(await outcomeOf(store.commit({ puts: [put(aProduct())] }))).toBe('STORE_UNAVAILABLE')
    await closing
    expect(await tally(sent)).toEqual({ resolved: 10 })
    expect(state.all('products')).toHaveLength(10)
    await store.close()
  })
}
