import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compactFolder } from '../../src/store/compact/compact-folder.js'
import { nodeFiles } from '../../src/store/disk/files.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { outcomeOf } from '../../src/testing/scene.js'
import { countWhile } from '../faults/count-while.js'
import { FaultyFiles, type Fate } from '../faults/faulty-files.js'
import { contentsOf, shopFolders } from '../faults/shop-folder.js'
import { anOrder } from '../support/records.js'
import { newFolder } from './folder.js'
import { holdingsOf } from './holdings.js'

const ignore = (): void => undefined

/** A shop with six orders, of which the first was changed twice and has lost its recipient's name. */
async function shopThatForgot(): Promise<string> {
  const { closed } = await shopFolders()
  const store = await openLowdbStore({ folder: closed, onWarning: ignore })
  const { recipient } = anOrder()
  for (const version of [2, 3]) {
    const record = anOrder({ id: 'order-1', version, recipient: { ...recipient, name: 'Đã xóa', street: 'Đã xóa' } })
    await store.commit({ puts: [{ collection: 'orders', record }] })
  }
  await store.close()
  return closed
}

async function copyOf(folder: string): Promise<string> {
  const copy = await newFolder()
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock') })
  return copy
}

describe('a folder that is written anew', () => {
  it('holds what it held, and nothing of what was erased from records', async () => {
    const folder = await shopThatForgot()
    const all = async (): Promise<string> => Object.values(await contentsOf(folder)).join('')
    const before = await holdingsOf(folder)
    const erased = Buffer.from('"id":"order-1","version":1,').toString('latin1')
    const first = /order-1","version":1,"code":"CODE-OF-order-1","recipient":{"name":"Nguyễn Thị Hạnh/
    expect(Buffer.from(await all(), 'latin1').toString()).toMatch(first)
    expect(await all()).toContain(erased)

    const { before: bytes, after, verification } = await compactFolder(folder)
    expect(verification.orders).toBe(6)
    expect(bytes).toBeGreaterThan(0)
    expect(after).toBeGreaterThan(0)
    expect(await holdingsOf(folder)).toEqual(before)
    expect(Buffer.from(await all(), 'latin1').toString()).not.toMatch(first)
    expect((await readdir(folder)).sort()).toEqual(['catalog.jsonl', 'journal', 'lock', 'ocop.json', 'trade.index'])
    await compactFolder(folder)
    expect(await holdingsOf(folder)).toEqual(before)
  })

  it('is not touched while a shop has it open', async () => {
    const folder = await shopThatForgot()
    const store = await openLowdbStore({ folder, onWarning: ignore })
    expect(await outcomeOf(compactFolder(folder))).toBe('STORE_LOCKED')
    await store.close()
  })

  it('holds what it held wherever the disk gives up for good, and what was begun is finished later', async () => {
    const original = await shopThatForgot()
    const before = await holdingsOf(original)
    let wasInterrupted = false
    const trial = (fateOf: (failing: number) => Fate) => async (failing: number) => {
      const folder = await copyOf(original)
      const files = new FaultyFiles(nodeFiles, fateOf(failing))
      const outcome = await compactFolder(folder, { files }).then(
        () => 'done',
        () => 'stopped',
      )
      if ((await readdir(folder)).includes('compacted.json')) {
        wasInterrupted = true
        const refusal: unknown = await verifyFolder(folder).catch((error: unknown) => error)
        expect(String(refusal)).toContain('run ocop compact once')
      }
      expect(files.leftOpen.size).toBe(0)
      expect(await holdingsOf(folder)).toEqual(before)
      await verifyFolder(folder)
      expect(await outcomeOf(compactFolder(folder))).toBe('resolved')
      expect(await readFile(join(folder, 'ocop.json'), 'utf8')).toContain('"format"')
      return outcome === 'stopped' || files.calls >= failing
    }
    const calls = await countWhile(trial((failing) => (call) => (call >= failing ? 'halfway' : null)))
    expect(calls).toBeGreaterThan(100)
    expect(wasInterrupted).toBe(true)
  })
})
