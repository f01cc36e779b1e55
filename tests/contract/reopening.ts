import { expect } from 'vitest'
import { MAX_PRICE } from '../../src/catalog/vnd.js'
import { aCertificate, aListing, anOrder, aPlatform, aProducer, aProduct, aSale, aVoid } from '../support/records.js'
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

    const after = await before.reopen()
    expect(after.state.revision).toBe(4)
    for (const collection of ['producers', 'products', 'certificates', 'platforms', 'listings'] as const)
      expect(after.state.all(collection)).toEqual(before.state.all(collection))
    expect(after.state.stockOf(COFFEE)).toBe(8)
    expect((await after.store.listOrders({ limit: 5 })).orders).toEqual([anOrder({ version: 2 })])
    expect(await after.store.findOrderByCode(anOrder().code)).toEqual(anOrder({ version: 2 }))
    expect((await ledgerOf(after.store)).map(({ id }) => id)).toEqual(['sale-1', 'sale-1-void'])
    expect(await after.store.findSalesOf(anOrder().id)).toEqual([])
    expect(await after.store.findExternalNumbers(aSale().platformId, ['PM-1'])).toEqual(new Map([['PM-1', 'sale-1']]))
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
    expect(await Promise.all(refusals.map(outcomeOf))).toEqual([
      'CONFLICT',
      'DUPLICATE',
      'CONFLICT',
      'DUPLICATE',
      'DUPLICATE',
      'DUPLICATE',
      'OUT_OF_STOCK',
    ])
    expect((await store.commit({ puts: [put(aProduct({ version: 2 }))] })).revision).toBe(2)
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
    expect(after.state.get('products', product.id)).toEqual(product)
    expect(after.state.get('products', product.id).description?.vi).toBe(product.description?.vi.normalize('NFC'))
    expect(await ledgerOf(after.store)).toEqual([sale])
    expect(after.state.stockOf(COFFEE)).toBe(3_000_000_000)
  })

  test('a large commit is there when the store is opened again', async () => {
    const before = await open()
    const products = Array.from({ length: 2000 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await before.store.commit({ puts: products.map(put), stock: [move(1)] })
    const after = await before.reopen()
    expect(after.state.all('products')).toEqual(products)
    expect(after.state.stockOf(COFFEE)).toBe(1)
  })
}
