import assert from 'node:assert/strict'
import type { Commit } from '../catalog/store.js'
import { aListing, anAnnouncement, anOrder, aPlatform, aProducer, aProduct, aSale, aVoid } from './records.js'
import { put } from './changes.js'
import type { Test } from './registrar.js'
import { outcomeOf, tally, type OpenFresh } from './scene.js'

const variant = (sku: string) => ({ sku, packSize: { quantity: 500, unit: 'g' as const }, price: 1000 })

/** Each second commit wants a value that the first one holds. */
const TAKEN: readonly [what: string, first: Commit, second: Commit][] = [
  [
    'a SKU of another product',
    { puts: [put(aProduct({ id: 'a', variants: [variant('SAME')] }))] },
    { puts: [put(aProduct({ id: 'b', variants: [variant('SAME')] }))] },
  ],
  [
    "another product's slug",
    { puts: [put(aProduct({ id: 'a', slug: 'same' }))] },
    { puts: [put(aProduct({ id: 'b', slug: 'same' }))] },
  ],
  [
    "another producer's slug",
    { puts: [{ collection: 'producers', record: aProducer({ id: 'a', slug: 'same' }) }] },
    { puts: [{ collection: 'producers', record: aProducer({ id: 'b', slug: 'same' }) }] },
  ],
  [
    "another platform's slug",
    { puts: [{ collection: 'platforms', record: aPlatform({ id: 'a', slug: 'same' }) }] },
    { puts: [{ collection: 'platforms', record: aPlatform({ id: 'b', slug: 'same' }) }] },
  ],
  [
    'a second listing of a product on a platform',
    { puts: [{ collection: 'listings', record: aListing({ id: 'a' }) }] },
    { puts: [{ collection: 'listings', record: aListing({ id: 'b' }) }] },
  ],
  [
    "another announcement's slug",
    { puts: [{ collection: 'announcements', record: anAnnouncement({ id: 'a', slug: 'same' }) }] },
    { puts: [{ collection: 'announcements', record: anAnnouncement({ id: 'b', slug: 'same' }) }] },
  ],
  [
    "another order's code",
    { puts: [{ collection: 'orders', record: anOrder({ id: 'a', code: 'SAMECODE' }) }] },
    { puts: [{ collection: 'orders', record: anOrder({ id: 'b', code: 'SAMECODE' }) }] },
  ],
  [
    "another order's idempotency key",
    { puts: [{ collection: 'orders', record: anOrder({ id: 'a', idempotencyKey: 'same-key' }) }] },
    { puts: [{ collection: 'orders', record: anOrder({ id: 'b', idempotencyKey: 'same-key' }) }] },
  ],
  [
    "a platform's number of another sale",
    { transactions: [aSale({ id: 'a', externalNumber: 'PM-1' })] },
    { transactions: [aSale({ id: 'b', externalNumber: 'PM-1' })] },
  ],
  [
    'the id of another ledger entry',
    { transactions: [aSale({ id: 'a' })] },
    { transactions: [aSale({ id: 'a', amount: 1 })] },
  ],
  [
    'a sale that was voided, to void it again',
    { transactions: [aSale(), aVoid(aSale())] },
    { transactions: [aVoid(aSale(), { id: 'second-void' })] },
  ],
]

export function describeUniqueness(test: Test, open: OpenFresh): void {
  for (const [what, first, second] of TAKEN) {
    test(`refuses ${what}, in a later commit`, async () => {
      const { store } = await open()
      await store.commit(first)
      assert.equal(await outcomeOf(store.commit(second)), 'DUPLICATE')
    })

    test(`refuses ${what}, in the same commit`, async () => {
      const { store } = await open()
      const both = {
        puts: [...(first.puts ?? []), ...(second.puts ?? [])],
        transactions: [...(first.transactions ?? []), ...(second.transactions ?? [])],
      }
      assert.equal(await outcomeOf(store.commit(both)), 'DUPLICATE')
    })

    test(`refuses ${what}, while the first commit is under way`, async () => {
      const { store } = await open()
      assert.deepEqual(await tally([store.commit(first), store.commit(second)]), { resolved: 1, DUPLICATE: 1 })
    })
  }

  test('refuses a product that names a SKU twice', async () => {
    const { store } = await open()
    const product = aProduct({ variants: [variant('SAME'), variant('SAME')] })
    assert.equal(await outcomeOf(store.commit({ puts: [put(product)] })), 'DUPLICATE')
  })

  test('a value that was given up can be taken, and two records can swap theirs in one commit', async () => {
    const { store, state } = await open()
    await store.commit({
      puts: [
        put(aProduct({ id: 'a', slug: 'mot', variants: [variant('S1')] })),
        put(aProduct({ id: 'b', slug: 'hai', variants: [variant('S2')] })),
      ],
    })
    await store.commit({
      puts: [
        put(aProduct({ id: 'a', version: 2, slug: 'hai', variants: [variant('S2')] })),
        put(aProduct({ id: 'b', version: 2, slug: 'mot', variants: [variant('S1')] })),
      ],
    })
    await store.commit({ puts: [put(aProduct({ id: 'a', version: 3, slug: 'ba', variants: [] }))] })
    await store.commit({ puts: [put(aProduct({ id: 'c', slug: 'hai', variants: [variant('S2')] }))] })
    assert.deepEqual(
      state.all('products').map(({ id, slug, variants }) => [id, slug, variants[0]?.sku]),
      [
        ['a', 'ba', undefined],
        ['b', 'mot', 'S1'],
        ['c', 'hai', 'S2'],
      ],
    )
  })

  test('a slug is free in another collection, an external number on another platform', async () => {
    const { store } = await open()
    await store.commit({
      puts: [put(aProduct({ slug: 'same' })), { collection: 'producers', record: aProducer({ slug: 'same' }) }],
      transactions: [
        aSale({ id: 'a', externalNumber: 'N-1' }),
        aSale({ id: 'b', externalNumber: 'N-1', platformId: 'san-khac' }),
      ],
    })
  })

  test('the same order sent twenty times at once is one order, and the others find it at once', async () => {
    const { store } = await open()
    const sent = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const order = anOrder({ id: `order-${index}`, idempotencyKey: 'one-and-the-same' })
        const outcome = await outcomeOf(store.commit({ puts: [{ collection: 'orders', record: order }] }))
        return [outcome, (await store.findOrderByKey('one-and-the-same'))?.id]
      }),
    )
    assert.deepEqual(
      sent,
      sent.map((_, index) => [index === 0 ? 'resolved' : 'DUPLICATE', 'order-0']),
    )
  })

  test('only a sale on record can be voided', async () => {
    const { store } = await open()
    assert.equal(await outcomeOf(store.commit({ transactions: [aVoid(aSale())] })), 'NOT_FOUND')
    await store.commit({ transactions: [aSale(), aVoid(aSale())] })
    const voidOfVoid = aVoid(aSale({ id: 'sale-1-void' }), { id: 'void-of-void' })
    assert.equal(await outcomeOf(store.commit({ transactions: [voidOfVoid] })), 'NOT_FOUND')
  })
}
