import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/store/disk/files.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { outcomeOf } from '../../src/testing/scene.js'
import { newFolder } from '../store/folder.js'
import { FaultyFiles } from './faulty-files.js'
import { NOVEMBER } from './shop-folder.js'
import { placeOrder, stockUp } from './place-order.js'
import { expectIntact, STOCK } from './trade.js'

describe('while the disk is full', () => {
  it('orders are refused in plain words, reading goes on, and selling resumes by itself', async () => {
    const folder = await newFolder()
    let isFull = false
    const files = new FaultyFiles(
      nodeFiles,
      (_, operation) => (isFull && (operation === 'write' || operation === 'open to create') ? 'halfway' : null),
      'ENOSPC',
    )
    const clock = () => new Date('2026-11-22T05:00:00Z')
    const newestJournal = join(folder, NOVEMBER)
    const first = await openLowdbStore({ folder, clock })
    await stockUp(first, STOCK)
    await first.close()
    const store = await openLowdbStore({ folder, files, clock, onWarning: () => undefined })
    await placeOrder(store, 'order-1')

    isFull = true
    const before = await readFile(newestJournal, 'utf8')
    const refusal: unknown = await placeOrder(store, 'order-2').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
    // Half of it had been written. It is cut off for good, or a power cut could bring it back.
    expect(files.log.slice(-3)).toEqual(['write', 'truncate', 'sync'])
    expect(refusal).toHaveProperty('message', expect.stringContaining('the disk is full'))
    expect((refusal as { text(language: string): string }).text('vi')).toContain('đĩa đã đầy')
    const many = Array.from({ length: 20 }, (_, index) => outcomeOf(placeOrder(store, `order-at-full-${index}`)))
    expect(new Set(await Promise.all(many))).toEqual(new Set(['STORE_UNAVAILABLE']))
    expect((await store.listOrders({ limit: 50 })).orders.map(({ id }) => id)).toEqual(['order-1'])
    expect(await store.findOrderByKey('key-of-order-2')).toBeNull()
    expect(await readFile(newestJournal, 'utf8')).toBe(before)

    isFull = false
    await placeOrder(store, 'order-2')
    await store.close()
    const outcomes = { confirmed: ['order-1', 'order-2'], refused: [], uncertain: [] }
    expect((await expectIntact(folder, outcomes, [])).orders).toBe(3)
  })

  it('a write that can be neither finished nor cut off stops all writing until the store is opened again', async () => {
    const folder = await newFolder()
    let isBroken = false
    const files = new FaultyFiles(nodeFiles, (_, operation) =>
      isBroken && (operation === 'sync' || operation === 'truncate') ? 'before' : null,
    )
    const store = await openLowdbStore({ folder, files, onWarning: () => undefined })
    await stockUp(store, STOCK)
    isBroken = true
    expect(await outcomeOf(placeOrder(store, 'order-1'))).toBe('STORE_STOPPED')
    isBroken = false
    const refusal: unknown = await placeOrder(store, 'order-2').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'STORE_UNAVAILABLE' })
    expect(String(refusal)).toContain('restart to go on')
    expect(await store.findOrderByKey('key-of-order-1')).toBeNull()
    await store.close()

    const outcomes = { confirmed: [], refused: ['order-2'], uncertain: ['order-1'] }
    await expectIntact(folder, outcomes, outcomes.uncertain)
  })
})
