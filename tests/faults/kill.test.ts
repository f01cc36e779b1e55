import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { COFFEE } from '../../src/testing/changes.js'
import { ledgerOf } from '../../src/testing/scene.js'
import { newFolder } from '../store/folder.js'
import { stockUp } from './place-order.js'

const TRADING = fileURLToPath(new URL('trading-process.ts', import.meta.url))

/** Lets a process trade until so many orders are confirmed, and kills it then, in the middle of others. */
async function tradeUntilKilled(folder: string, round: number, orders: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', TRADING, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const confirmed: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'open') confirmed.push(line)
    if (confirmed.length >= orders) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return confirmed
}

const DYING = fileURLToPath(new URL('dying-process.ts', import.meta.url))

/** Lets a process take orders and kills it while it writes the index: so much of the n-th write reaches the file. */
async function dieInIndex(folder: string, orders: readonly string[], write: number, share: number): Promise<void> {
  const args = ['--import', 'tsx', DYING, folder, orders.join(), String(write), String(share)]
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
}

describe('a process that is killed in the middle of trade', () => {
  it('loses no confirmed order and doubles none, round after round on the same folder', async () => {
    const folder = await newFolder()
    const confirmed: string[] = []
    for (const [round, orders] of [1, 33, 210, 5, 480, 77].entries())
      confirmed.push(...(await tradeUntilKilled(folder, round, orders)))
    expect(confirmed.length).toBeGreaterThan(800)

    const store = await openLowdbStore({ folder, onWarning: () => undefined })
    const sales = (await ledgerOf(store)).map(({ id }) => id as string)
    expect(new Set(sales).size).toBe(sales.length)
    expect(sales).toEqual(expect.arrayContaining(confirmed.map((id) => `sale-of-${id}`)))
    // Of each round, at most what the eight buyers had just sent.
    expect(sales.length - confirmed.length).toBeLessThanOrEqual(6 * 8)
    expect((await store.load()).stock.get(COFFEE)).toBe(1_000_000 - 2 * sales.length)
    for (const id of confirmed) expect((await store.findOrderByKey(`key-of-${id}`))?.id).toBe(id)
    await store.close()
    expect((await verifyFolder(folder)).orders).toBe(sales.length)
  })

  it('leaves an index that the next start completes, wherever in its writing it was killed', async () => {
    const folder = await newFolder()
    const first = await openLowdbStore({ folder, onWarning: () => undefined })
    await stockUp(first, 100)
    await first.close()
    const orders: string[] = []
    // The head of a new index, its first block, and blocks that are added to those that are there.
    for (const { isNew, write, share } of [
      { isNew: true, write: 1, share: 0.5 },
      { isNew: true, write: 2, share: 0.5 },
      { isNew: true, write: 2, share: 1 },
      { isNew: false, write: 1, share: 0 },
      { isNew: false, write: 1, share: 0.99 },
    ]) {
      if (isNew) await rm(join(folder, 'trade.index'))
      const fresh = ['a', 'b', 'c'].map((name) => `order-${orders.length}${name}`)
      await dieInIndex(folder, fresh, write, share)
      orders.push(...fresh)
      await verifyFolder(folder)
      const store = await openLowdbStore({ folder, onWarning: () => undefined })
      const kept = await store.listOrders({ limit: 100 })
      expect(kept.orders.map(({ id }) => id as string).toReversed()).toEqual(orders)
      expect((await ledgerOf(store)).length).toBe(orders.length)
      for (const id of orders) expect((await store.findOrderByKey(`key-of-${id}`))?.id).toBe(id)
      expect((await store.load()).stock.get(COFFEE)).toBe(100 - 2 * orders.length)
      await store.close()
      expect((await verifyFolder(folder)).orders).toBe(orders.length)
    }
  })
})
