import assert from 'node:assert/strict'
import { MAX_PRICE } from '../catalog/vnd.js'
import { aCertificate, aListing, anOrder, aPlatform, aProducer, aProduct, aSale, aVoid } from './records.js'
import { COFFEE, put, move } from './changes.js'
import type { Test } from './registrar.js'
import { ledgerOf, outcomeOf, type OpenFresh } from './scene.js'

/** Letters in NFC and beyond the basic plane, quotes, line ends, what JSON escapes, what looks like a line's end. */
const HARD_TEXT = 'Cà phê Ế Ỡ “Đặc biệt” – 100% \\ \t \u2028 \u2029 ]\n["đ"] 🐝'

export function describeReopening(test: Test, open: OpenFresh): void {
  test('opened again, the store shows what it showed before', async () => {
    const before = await open()
    const { store } = before
    await store.commit({
      puts: [
        { collection: 'producers', record: aProducer() },
        put(aProduct()),
        put(aProduct({ id: 'mat-ong' })),
        { collection: 'certificates', record: aCertificate() },
        { collection: 'platforms', record: aPlatform() },
        { collection: 'listings', record: aListing() },
      ],
      stock: [move(10)],
    })
    await store.commit({
      puts: [{ collection: 'orders', record: anOrder() }],
      transactions: [aSale({ orderId: 'order-1', externalNumber: 'PM-1' })],
      stock: [move(-2)],
    })
    await store.commit({ puts: [put(aProduct({ version: 2, name: { vi: 'Đổi tên' } }))] })
    await store.commit({
      puts: [{ collection: 'orders', record: anOrder({ version: 2 }) }],
      transactions: [aVoid(aSale({ orderId: 'order-1' }))],
    })

    const [newest] = (await store.listTransactions({ limit: 1 })).entries

    const after = await before.reopen()
    assert.equal(after.state.revision, 4)
    for (const collection of ['producers', 'products', 'certificates', 'platforms', 'listings'] as const)
      assert.deepEqual(after.state.all(collection), before.state.all(collection))
    assert.equal(after.state.stockOf(COFFEE), 8)
    assert.deepEqual((await after.store.listOrders({ limit: 5 })).orders, [anOrder({ version: 2 })])
    assert.deepEqual(await after.store.findOrderByCode(anOrder().code), anOrder({ version: 2 }))
    assert.deepEqual(
      (await ledgerOf(after.store)).map(({ id }) => id),
      ['sale-1', 'sale-1-void'],
    )
    // A place in the ledger is good for ever.
    const older = await after.store.listTransactions({ limit: 10, after: newest?.place ?? '' })
    assert.deepEqual(
      older.entries.map(({ entry }) => entry.id),
      ['sale-1'],
    )
    assert.deepEqual(await after.store.findSalesOf(anOrder().id), [])
    assert.deepEqual(await after.store.findExternalNumbers(aSale().platformId, ['PM-1']), new Map([['PM-1', 'sale-1']]))
  })

  test('opened again, the store goes on with its revisions and its rules', async () => {
    const before = await open()
    await before.store.commit({
      puts: [put(aProduct()), { collection: 'orders', record: anOrder() }],
      transactions: [aSale({ externalNumber: 'PM-1' }), aVoid(aSale())],
      stock: [move(1)],
    })
    const { store } = await before.reopen()
    const refusals = [
      store.commit({ puts: [put(aProduct())] }),
      store.commit({ puts: [put(aProduct({ id: 'khac', slug: 'ca-phe' }))] }),
      store.commit({ puts: [{ collection: 'orders', record: anOrder() }] }),
      store.commit({ puts: [{ collection: 'orders', record: anOrder({ id: 'o-2', code: anOrder().code }) }] }),
      store.commit({ transactions: [aSale({ id: 'sale-2', externalNumber: 'PM-1' })] }),
      store.commit({ transactions: [aVoid(aSale(), { id: 'second-void' })] }),
      store.commit({ stock: [move(-2)] }),
    ]
    assert.deepEqual(await Promise.all(refusals.map(outcomeOf)), [
      'CONFLICT',
      'DUPLICATE',
      'CONFLICT',
      'DUPLICATE',
      'DUPLICATE',
      'DUPLICATE',
      'OUT_OF_STOCK',
    ])
    assert.equal((await store.commit({ puts: [put(aProduct({ version: 2 }))] })).revision, 2)
  })

  test('text, amounts beyond 32 bits and days come back as they went in', async () => {
    const before = await open()
    const product = aProduct({
      name: { vi: 'Cà phê Ế Ỡ “Đặc biệt” – 100% \\ 🐝', en: 'Coffee' },
      description: { vi: HARD_TEXT },
      variants: [{ sku: 'S', packSize: { quantity: 0.25, unit: 'kg', count: 20 }, price: MAX_PRICE }],
    })
    const sale = aSale({ amount: Number.MAX_SAFE_INTEGER, count: 42_933, from: '2024-02-29', until: '2024-06-30' })
    await before.store.commit({ puts: [put(product)], transactions: [sale], stock: [move(3_000_000_000)] })
    const after = await before.reopen()
    assert.deepEqual(after.state.get('products', product.id), product)
    assert.equal(after.state.get('products', product.id).description?.vi, product.description?.vi.normalize('NFC'))
    assert.deepEqual(await ledgerOf(after.store), [sale])
    assert.equal(after.state.stockOf(COFFEE), 3_000_000_000)
  })

  test('a large commit is there when the store is opened again', async () => {
    const before = await open()
    const products = Array.from({ length: 2000 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await before.store.commit({ puts: products.map(put), stock: [move(1)] })
    const after = await before.reopen()
    assert.deepEqual(after.state.all('products'), products)
    assert.equal(after.state.stockOf(COFFEE), 1)
  })
}
