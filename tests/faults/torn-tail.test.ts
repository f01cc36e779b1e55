import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/store/disk/files.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { move, put } from '../../src/testing/changes.js'
import { newFolder } from '../store/folder.js'
import { aProduct } from '../support/records.js'
import { FaultyFiles } from './faulty-files.js'
import { contentsOf, copyOf, NOVEMBER, shopFolders } from './shop-folder.js'
import { placeOrder } from './place-order.js'

async function openAndList(folder: string): Promise<{ ids: string[]; notices: string[] }> {
  const notices: string[] = []
  const store = await openLowdbStore({ folder, onWarning: ({ vi, en }) => notices.push(vi, en) })
  const { orders } = await store.listOrders({ limit: 100 })
  await store.close()
  return { ids: orders.map(({ id }) => id), notices }
}

const FIVE = ['order-5', 'order-4', 'order-3', 'order-2', 'order-1']

describe('a write that was cut short is cut off:', () => {
  it('a process that was killed between two writes leaves nothing to mend', async () => {
    const { killed: folder } = await shopFolders()
    expect(await openAndList(folder)).toEqual({ ids: ['order-6', ...FIVE], notices: [] })
  })

  it('wherever the last write ends, the orders before it are there, and its bytes are kept aside', async () => {
    const { killed } = await shopFolders()
    const text = await readFile(join(killed, NOVEMBER), 'latin1')
    const lastWrite = text.lastIndexOf('\n', text.lastIndexOf('{"synced"')) + 1
    const lastCommit = text.lastIndexOf('\n', text.length - 2) + 1
    for (let length = lastWrite; length < text.length; length += 13) {
      const folder = await copyOf(killed)
      await writeFile(join(folder, NOVEMBER), text.slice(0, length), 'latin1')
      const whole = length < lastCommit ? lastWrite : lastCommit
      const torn = text.slice(whole, length)
      expect((await verifyFolder(folder)).unconfirmedBytes).toBe(torn.length)

      const { ids, notices } = await openAndList(folder)
      expect(ids).toEqual(FIVE)
      const contents = await contentsOf(folder)
      const aside = `${NOVEMBER}.torn-at-${whole}`
      expect(contents[NOVEMBER]).toBe(text.slice(0, whole))
      expect(contents[aside]).toBe(torn || undefined)
      expect(notices).toHaveLength(torn ? 2 : 0)
      for (const notice of notices) expect(notice).toMatch(new RegExp(`${torn.length} .*${aside}`))
      expect((await openAndList(folder)).notices).toEqual([])
    }
  })

  it('blocks that never reached the disk read as zeros, and are cut off as well', async () => {
    const { killed: folder } = await shopFolders()
    await appendFile(join(folder, NOVEMBER), Buffer.alloc(4096))
    const { ids, notices } = await openAndList(folder)
    expect(ids).toEqual(['order-6', ...FIVE])
    expect(notices[1]).toMatch(/^Cut 4096 bytes/)
  })

  it('a large commit of several lines is cut off whole when its last line is not there', async () => {
    const folder = await newFolder()
    const clock = () => new Date('2026-11-20T05:00:00Z')
    const store = await openLowdbStore({ folder, clock })
    await store.commit({ stock: [move(7)] })
    const { size: before } = await stat(join(folder, NOVEMBER))
    const products = Array.from({ length: 1000 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await store.commit({ puts: products.map(put), stock: [move(7)] })
    const text = await readFile(join(folder, NOVEMBER), 'latin1')
    const lineStarts = [...text.matchAll(/^\["/gm)].map(({ index }) => index).filter((index) => index > before)
    expect(lineStarts.length).toBeGreaterThan(3)
    const killed = await copyOf(folder)
    await store.close()

    for (const length of lineStarts.slice(1)) {
      const left = await copyOf(killed)
      await rm(join(left, 'catalog.jsonl'), { force: true })
      await truncate(join(left, NOVEMBER), length)
      const opened = await openLowdbStore({ folder: left, clock, onWarning: () => undefined })
      const { revision, records, stock } = await opened.load()
      expect([revision, records.products.length, [...stock.values()]]).toEqual([1, 0, [7]])
      await opened.commit({ stock: [move(1)] })
      await opened.close()
      expect((await verifyFolder(left)).commits).toBe(2)
    }
  })

  it('but zeros within what was confirmed are no torn write: the store refuses to open', async () => {
    const { killed: folder } = await shopFolders()
    const path = join(folder, NOVEMBER)
    const text = await readFile(path, 'latin1')
    const lastWrite = text.lastIndexOf('\n', text.lastIndexOf('{"synced"'))
    const zeroed = text.slice(0, lastWrite - 300) + '\0'.repeat(200) + text.slice(lastWrite - 100)
    await writeFile(path, zeroed, 'latin1')
    await expect(openLowdbStore({ folder })).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      details: { file: NOVEMBER, whyEn: 'the content does not match its checksum' },
    })
    expect(await readFile(path, 'latin1')).toBe(zeroed)
  })

  it('goes on after the cut as if nothing had been there', async () => {
    const { killed: folder } = await shopFolders()
    const { size } = await stat(join(folder, NOVEMBER))
    await truncate(join(folder, NOVEMBER), size - 20)
    const store = await openLowdbStore({ folder, onWarning: () => undefined })
    await placeOrder(store, 'order-6')
    await placeOrder(store, 'order-7')
    await store.close()
    expect(await openAndList(folder)).toEqual({ ids: ['order-7', 'order-6', ...FIVE], notices: [] })
    await verifyFolder(folder)
  })

  it('what a killed process had not synced is synced before anybody sees it', async () => {
    const { killed: folder } = await shopFolders()
    const files = new FaultyFiles(nodeFiles, () => null)
    const store = await openLowdbStore({ folder, files })
    expect(files.log.join(', ')).toContain('open to change, sync, syncFolder')
    await store.close()
  })

  it('without anyone to report to, the process is warned', async () => {
    const { killed: folder } = await shopFolders()
    await appendFile(join(folder, NOVEMBER), '["0')
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
    await (await openLowdbStore({ folder })).close()
    expect((await warned).message).toMatch(/^Cut 3 bytes off the end of journal\/2026-11.jsonl/)
  })
})
