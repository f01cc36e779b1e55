import { copyFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CountedTransaction } from '../../src/catalog/transaction.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { blockChecksum, toBlock } from '../../src/store/trade-index/block.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { move, placed, put } from '../../src/testing/changes.js'
import { ledgerOf } from '../../src/testing/scene.js'
import { newFolder } from '../store/folder.js'
import { anAuditEntry, anOrder, aProduct, aSale } from '../support/records.js'
import { placeOrder, stockUp } from './place-order.js'
import { contentsOf, copyOf, OCTOBER, shopFolders } from './shop-folder.js'

const INDEX = 'trade.index'
const CHECKPOINT = 'catalog.jsonl'
const ignore = (): void => undefined

/**
 * A shop of four sessions, so that its index has several blocks: orders of three months, some together at the first
 * write of one, one changed, one voided; a product that is edited between orders, entries of the audit trail. `old` is
 * its folder after the second session, `expected` what it answers when it has nothing but its journal.
 */
async function shop(): Promise<{ folder: string; old: string; expected: unknown }> {
  const folder = await newFolder()
  let now = new Date('2026-10-20T05:00:00Z')
  const session = async (trade: (store: Awaited<ReturnType<typeof openLowdbStore>>) => Promise<unknown>) => {
    const store = await openLowdbStore({ folder, clock: () => now, onWarning: ignore })
    await trade(store)
    await store.close()
  }
  await session(async (store) => {
    await stockUp(store, 100)
    await placeOrder(store, 'order-1')
    await placeOrder(store, 'order-2')
  })
  await session(async (store) => {
    await store.commit({ puts: [put(aProduct({ version: 2 }))], audit: [anAuditEntry({ id: 'edited' })] })
    await placeOrder(store, 'order-3')
  })
  const old = await copyOf(folder)
  now = new Date('2026-11-20T05:00:00Z')
  await session(async (store) => {
    await placeOrder(store, 'order-4')
    await store.commit({
      puts: [placed(anOrder({ id: 'order-1', version: 2 }))],
      transactions: [aSale({ id: 'void-of-1', kind: 'void', voids: 'sale-of-order-1', orderId: 'order-1' })],
      stock: [move(2)],
    })
  })
  now = new Date('2026-12-20T05:00:00Z')
  await session((store) => Promise.all(['order-5', 'order-6', 'order-7'].map((id) => placeOrder(store, id))))
  const without = await copyOf(folder)
  await rm(join(without, INDEX))
  await rm(join(without, CHECKPOINT))
  return { folder, old, expected: await answersOf(without) }
}

/** All that a store answers, and all the entries that it counted as it opened. */
async function answersOf(folder: string): Promise<unknown> {
  const counted: CountedTransaction[] = []
  const notices: string[] = []
  const report = ({ en }: { en: string }): number => notices.push(en)
  const store = await openLowdbStore({ folder, onWarning: report, onEntry: (entry) => counted.push(entry) })
  const { orders } = await store.listOrders({ limit: 100 })
  const ids = orders.map(({ id }) => id)
  const answers = {
    snapshot: await store.load(),
    orders,
    open: (await store.listOrders({ limit: 100, isOpen: true })).orders.map(({ id }) => id),
    byPhone: (await store.listOrders({ limit: 100, phone: orders[0]?.recipient.phone })).orders.map(({ id }) => id),
    byCode: await Promise.all(orders.map(async ({ code }) => (await store.findOrderByCode(code))?.id)),
    sales: await Promise.all(ids.map((id) => store.findSalesOf(id))),
    ledger: await ledgerOf(store),
    audit: (await store.listAudit({ limit: 100 })).entries,
    counted: counted.map(({ kind, from, province, producerId, count, amount, lines }) => [
      kind,
      from,
      province,
      producerId,
      count,
      amount,
      lines.map(({ productId, quantity, amount }) => [productId, quantity, amount]),
    ]),
    refused: await store
      .commit({ puts: [placed(anOrder({ id: 'order-3' }))] })
      .catch((error: unknown) => String(error)),
    notices,
  }
  await store.close()
  return answers
}

const flip = async (path: string, at: number): Promise<void> => {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  await writeFile(path, bytes)
}

describe('an index of the trade', () => {
  it('gives what the whole journal gives, with any checkpoint or none', async () => {
    const { folder, old, expected } = await shop()
    for (const checkpoint of ['newest', 'older', 'none']) {
      const copy = await copyOf(folder)
      if (checkpoint === 'older') await copyFile(join(old, CHECKPOINT), join(copy, CHECKPOINT))
      if (checkpoint === 'none') await rm(join(copy, CHECKPOINT))
      expect(await answersOf(copy), checkpoint).toEqual(expected)
      expect(await verifyFolder(copy)).toMatchObject({ index: 10, orders: 7, ledgerEntries: 8, auditEntries: 1 })
    }
  })

  it('spares the start from parsing the journal again, not from checking it', async () => {
    const { closed } = await shopFolders()
    const before = await contentsOf(closed)
    await flip(join(closed, OCTOBER), 400)
    await expect(openLowdbStore({ folder: closed })).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      details: { file: OCTOBER },
    })
    await writeFile(join(closed, OCTOBER), before[OCTOBER] ?? '', 'latin1')
    await (await openLowdbStore({ folder: closed })).close()
    expect(await contentsOf(closed)).toEqual(before)
  })

  it('cut short at any byte, or with any bit changed, is used as far as it is whole', async () => {
    const { folder, expected } = await shop()
    const { size } = await stat(join(folder, INDEX))
    for (let at = 0; at < size; at += 97)
      for (const hurt of [(path: string) => truncate(path, at), (path: string) => flip(path, at)]) {
        const copy = await copyOf(folder)
        await hurt(join(copy, INDEX))
        expect(await answersOf(copy)).toEqual(expected)
        expect((await verifyFolder(copy)).index).toBe(10)
      }
  })

  it.each<[what: string, hurt: (path: string, old: string) => Promise<void>]>([
    ['missing', (path) => rm(path)],
    ['emptied', (path) => truncate(path)],
    ['stale', (path, old) => copyFile(join(old, INDEX), path)],
    ['of a newer version', (path) => writeFile(path, toBlock({ format: 99, site: '?' }, new Uint8Array(0)))],
    ["another site's", async (path) => copyFile(join((await shopFolders()).closed, INDEX), path)],
  ])('%s, costs the start some time and nothing else', async (_, hurt) => {
    const { folder, old, expected } = await shop()
    const copy = await copyOf(folder)
    await hurt(join(copy, INDEX), old)
    expect(await answersOf(copy)).toEqual(expected)
    expect((await verifyFolder(copy)).index).toBe(10)
  })

  it('that knows of more than the journal holds refuses to open, and opens once it is removed', async () => {
    const { folder, old } = await shop()
    await copyFile(join(folder, INDEX), join(old, INDEX))
    const refusal = { code: 'STORE_DAMAGED', details: { file: INDEX, where: 'revision 6' } }
    await expect(openLowdbStore({ folder: old })).rejects.toMatchObject(refusal)
    await expect(verifyFolder(old)).rejects.toMatchObject(refusal)
    await rm(join(old, INDEX))
    await (await openLowdbStore({ folder: old, onWarning: ignore })).close()
  })

  it('that was made up, checksums and all, is found by verification', async () => {
    const { folder } = await shop()
    const copy = await copyOf(folder)
    const bytes = await readFile(join(copy, INDEX))
    const start = bytes.length - lastBlockLength(bytes)
    const block = bytes.subarray(start)
    const text = block.readUInt32LE(4)
    const words = Uint8Array.from(block.subarray(16 + text))
    words[0] = (words[0] ?? 0) + 1
    const forged = toBlock(JSON.parse(block.toString('utf8', 16, 16 + text)), words)
    expect(blockChecksum(forged)).not.toBe(blockChecksum(block))
    await writeFile(join(copy, INDEX), Buffer.concat([bytes.subarray(0, start), forged]))
    await expect(verifyFolder(copy)).rejects.toMatchObject({ code: 'STORE_DAMAGED', details: { file: INDEX } })
  })
})

/** Blocks follow each other; each says its length in its frame. */
function lastBlockLength(bytes: Buffer): number {
  let [place, length] = [0, 0]
  while (place < bytes.length) {
    length = 16 + bytes.readUInt32LE(place + 4) + bytes.readUInt32LE(place + 8)
    place += length
  }
  return length
}
