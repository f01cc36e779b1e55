import assert from 'node:assert/strict'
import { COLLECTION_NAMES } from '../catalog/collections.js'
import { aCertificate, aListing, anOrder, aPlatform, aProducer, aProduct, aSale } from './records.js'
import { move, placed, put } from './changes.js'
import type { Test } from './registrar.js'
import { ledgerOf, outcomeOf, tally, type OpenFresh } from './scene.js'

export function describeCommits(test: Test, open: OpenFresh): void {
  test('a new store is empty, at revision 0', async () => {
    const { store, state } = await open()
    assert.equal(state.revision, 0)
    for (const collection of COLLECTION_NAMES) assert.deepEqual(state.all(collection), [])
    assert.deepEqual(await store.listOrders({ limit: 10 }), { orders: [], next: null })
  })

  test('each commit raises the revision by one and says what it did', async () => {
    const { store } = await open()
    const stock = [move(5)]
    assert.deepEqual(await store.commit({ puts: [put(aProduct())], stock }), {
      revision: 1,
      puts: [put(aProduct())],
      transactions: [],
      stock,
      audit: [],
    })
    assert.equal((await store.commit({ transactions: [aSale()] })).revision, 2)
    assert.equal((await store.commit({})).revision, 3)
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
    assert.deepEqual(state.all('producers'), [aProducer()])
    assert.deepEqual(state.all('products'), [aProduct()])
    assert.deepEqual(state.all('certificates'), [aCertificate()])
    assert.deepEqual(state.all('platforms'), [aPlatform()])
    assert.deepEqual(state.all('listings'), [aListing()])
    assert.deepEqual(await store.findOrder(anOrder().id), anOrder())
  })

  test('a record follows the version that is stored: a new one is version 1, a changed one is one more', async () => {
    const { store, state } = await open()
    assert.equal(await outcomeOf(store.commit({ puts: [put(aProduct({ version: 2 }))] })), 'CONFLICT')
    await store.commit({ puts: [put(aProduct())] })
    assert.equal(await outcomeOf(store.commit({ puts: [put(aProduct({ version: 1 }))] })), 'CONFLICT')
    assert.equal(await outcomeOf(store.commit({ puts: [put(aProduct({ version: 3 }))] })), 'CONFLICT')
    await store.commit({ puts: [put(aProduct({ version: 2, name: { vi: 'Cà phê rang xay' } }))] })
    assert.deepEqual(
      state.all('products').map(({ version, name }) => [version, name.vi]),
      [[2, 'Cà phê rang xay']],
    )
  })

  test('of many who change the same version at once, one succeeds and the others hear of a conflict', async () => {
    const { store, state } = await open()
    await store.commit({ puts: [put(aProduct())] })
    const changes = Array.from({ length: 20 }, (_, index) =>
      store.commit({ puts: [put(aProduct({ version: 2, name: { vi: `Tên ${index}` } }))] }),
    )
    assert.deepEqual(await tally(changes), { resolved: 1, CONFLICT: 19 })
    assert.equal(state.get('products', 'ca-phe').version, 2)
  })

  test('one commit may hold several versions of a record, and commits may be sent without waiting', async () => {
    const { store, state } = await open()
    await Promise.all([
      store.commit({ puts: [put(aProduct()), put(aProduct({ version: 2 }))] }),
      store.commit({ puts: [put(aProduct({ version: 3 }))] }),
      store.commit({ puts: [put(aProduct({ version: 4 }))] }),
    ])
    assert.equal(state.get('products', 'ca-phe').version, 4)
  })

  test('50 commits at once lose nothing and get 50 revisions', async () => {
    const { store, state } = await open()
    const ids = Array.from({ length: 50 }, (_, index) => `san-pham-${index}`)
    const committed = await Promise.all(ids.map((id) => store.commit({ puts: [put(aProduct({ id }))] })))
    assert.deepEqual(
      committed.map(({ revision }) => revision),
      ids.map((_, index) => index + 1),
    )
    assert.deepEqual(
      state.all('products').map(({ id }) => id),
      ids,
    )
  })

  test('a commit of 3,000 records is one commit', async () => {
    const { store, state, announced } = await open()
    const products = Array.from({ length: 3000 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await store.commit({ puts: products.map(put) })
    assert.equal(announced.length, 1)
    assert.deepEqual(state.all('products'), products)
  })

  test('a refused commit leaves no trace: all of it can be committed afterwards', async () => {
    const { store, state, announced } = await open()
    const sale = aSale({ orderId: 'order-1', externalNumber: 'PM-1' })
    const commit = {
      puts: [put(aProduct()), placed(anOrder())],
      transactions: [sale],
    }
    assert.equal(await outcomeOf(store.commit({ ...commit, stock: [move(-2)] })), 'OUT_OF_STOCK')
    assert.deepEqual(announced, [])
    assert.equal(state.find('products', 'ca-phe'), null)
    assert.equal(await store.findOrder(anOrder().id), null)
    assert.equal(await store.findOrderByCode(anOrder().code), null)
    assert.equal(await store.findOrderByKey(anOrder().idempotencyKey), null)
    assert.deepEqual(await store.listOrders({ limit: 10 }), { orders: [], next: null })
    assert.deepEqual(await store.findSalesOf(anOrder().id), [])
    assert.deepEqual(await store.findExternalNumbers(sale.platformId, ['PM-1']), new Map())
    assert.deepEqual(await ledgerOf(store), [])

    assert.equal((await store.commit({ ...commit, stock: [move(2)] })).revision, 1)
  })

  test('a commit that was sent before closing is kept, one that comes later is refused; closing twice is harmless', async () => {
    const { store, state } = await open()
    const sent = Array.from({ length: 10 }, (_, index) => store.commit({ puts: [put(aProduct({ id: `p-${index}` }))] }))
    const closing = store.close()
    assert.equal(await outcomeOf(store.commit({ puts: [put(aProduct())] })), 'STORE_UNAVAILABLE')
    await closing
    assert.deepEqual(await tally(sent), { resolved: 10 })
    assert.equal(state.all('products').length, 10)
    await store.close()
  })
}
