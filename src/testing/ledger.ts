import assert from 'node:assert/strict'
import type { OrderId, PlatformId } from '../catalog/ids.js'
import { aSale, aVoid } from './records.js'
import type { Test } from './registrar.js'
import { ledgerOf, outcomeOf, type OpenFresh } from './scene.js'

const POSTMART = aSale().platformId

export function describeLedger(test: Test, open: OpenFresh): void {
  test('reads the ledger in the order in which it was recorded, cancellations included', async () => {
    const { store } = await open()
    await store.commit({ transactions: [aSale({ id: 'c' }), aSale({ id: 'a' })] })
    await store.commit({ transactions: [aVoid(aSale({ id: 'c' }))] })
    await store.commit({ transactions: [aSale({ id: 'b' })] })
    const ids = (await ledgerOf(store)).map(({ id }) => id)
    assert.deepEqual(ids, ['c', 'a', 'c-void', 'b'])
  })

  test('reads the ledger by page, newest first, from any place on', async () => {
    const { store } = await open()
    await store.commit({ transactions: [aSale({ id: 'a' }), aSale({ id: 'b' }), aSale({ id: 'c' })] })
    await store.commit({ transactions: [aVoid(aSale({ id: 'b' }))] })
    const first = await store.listTransactions({ limit: 2 })
    assert.deepEqual(
      first.entries.map(({ entry }) => entry),
      [aVoid(aSale({ id: 'b' })), aSale({ id: 'c' })],
    )
    await store.commit({ transactions: [aSale({ id: 'd' })] })
    const second = await store.listTransactions({ limit: 2, after: first.next })
    assert.deepEqual(
      second.entries.map(({ entry }) => entry.id),
      ['b', 'a'],
    )
    assert.equal(second.next, null)
    const within = await store.listTransactions({ limit: 10, after: first.entries[0]?.place ?? '' })
    assert.deepEqual(
      within.entries.map(({ entry }) => entry.id),
      ['c', 'b', 'a'],
    )
    for (const page of [{ limit: 0 }, { limit: 1001 }, { limit: 10, after: 'x' }])
      assert.equal(await outcomeOf(store.listTransactions(page)), 'INVALID_INPUT')
  })

  test('the ledger can be read while it grows, and more than once', async () => {
    const { store } = await open()
    await store.commit({ transactions: [aSale({ id: 'a' }), aSale({ id: 'b' })] })
    let read = 0
    for await (const { id } of store.readTransactions()) {
      if (read++ === 0) await store.commit({ transactions: [aSale({ id: 'c' })] })
      assert.ok(['a', 'b', 'c'].includes(id))
    }
    assert.ok(read >= 2)
    assert.equal((await ledgerOf(store)).length, 3)
  })

  test("gives an order's sales without those that were voided, whenever they were recorded", async () => {
    const { store } = await open()
    const orderId = 'order-1' as OrderId
    const [first, second, third] = [
      aSale({ id: 'a', orderId }),
      aSale({ id: 'b', orderId }),
      aSale({ id: 'c', orderId }),
    ]
    await store.commit({ transactions: [first, second, aSale({ id: 'other', orderId: 'order-2' })] })
    await store.commit({ transactions: [third] })
    assert.deepEqual(await store.findSalesOf(orderId), [first, second, third])
    await store.commit({ transactions: [aVoid(second)] })
    assert.deepEqual(await store.findSalesOf(orderId), [first, third])
    assert.deepEqual(await store.findSalesOf('order-9' as OrderId), [])
  })

  test("knows which of a platform's numbers are on record; a sale that is voided gives its number free", async () => {
    const { store } = await open()
    const second = aSale({ id: 'sale-2', externalNumber: 'PM 2' })
    await store.commit({ transactions: [aSale({ externalNumber: 'PM 1' }), second] })
    await store.commit({ transactions: [aVoid(second), aSale({ id: 'without' })] })
    const numbers = ['PM 1', 'PM 2', 'PM 4', 'PM 1', '']
    assert.deepEqual(await store.findExternalNumbers(POSTMART, numbers), new Map([['PM 1', 'sale-1']]))
    await store.commit({ transactions: [aSale({ id: 'sale-3', externalNumber: 'PM 2' })] })
    assert.deepEqual(await store.findExternalNumbers(POSTMART, ['PM 2']), new Map([['PM 2', 'sale-3']]))
    assert.deepEqual(await store.findExternalNumbers('san-khac' as PlatformId, numbers), new Map())
  })

  test('2,000 numbers recorded in one commit are all found again', async () => {
    const { store } = await open()
    const numbers = Array.from({ length: 2000 }, (_, index) => `PM-${index}`)
    await store.commit({
      transactions: numbers.map((externalNumber) => aSale({ id: `sale-of-${externalNumber}`, externalNumber })),
    })
    const found = await store.findExternalNumbers(POSTMART, numbers)
    assert.deepEqual(
      [...found],
      numbers.map((number) => [number, `sale-of-${number}`]),
    )
  })
}
