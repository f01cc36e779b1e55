import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { move, put } from '../../src/testing/changes.js'
import { placeOrder } from '../faults/place-order.js'
import { aProduct } from '../support/records.js'
import { newFolder } from './folder.js'

/** The journal's files with the revisions that each holds. */
async function revisionsByFile(folder: string): Promise<Record<string, number[]>> {
  const revisions: Record<string, number[]> = {}
  for (const name of await readdir(join(folder, 'journal'))) {
    const text = await readFile(join(folder, 'journal', name), 'utf8')
    revisions[name] = [...text.matchAll(/\{"revision":(\d+)/g)].map(([, revision]) => Number(revision))
  }
  return revisions
}

describe("the store's folder", () => {
  it('holds a marker, a journal, and what can be built from it, for the eyes of its owner only', async () => {
    const folder = await newFolder()
    const store = await openLowdbStore({ folder, clock: () => new Date('2026-11-22T05:00:00Z') })
    await store.commit({ puts: [put(aProduct())], stock: [move(5)] })
    await store.close()
    expect(await readdir(folder)).toEqual(['catalog.jsonl', 'journal', 'lock', 'ocop.json', 'trade.index'])
    expect(await readdir(join(folder, 'journal'))).toEqual(['2026-11.jsonl'])
    for (const file of ['catalog.jsonl', 'ocop.json', 'trade.index', 'journal/2026-11.jsonl'])
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  })

  it("keeps a journal file for each month of Vietnam's calendar, and never goes back to an older one", async () => {
    const folder = await newFolder()
    let now = new Date('2026-11-30T16:59:00Z')
    const store = await openLowdbStore({ folder, clock: () => now })
    await store.commit({ stock: [move(1)] })
    const november = await readFile(join(folder, 'journal/2026-11.jsonl'))
    for (const at of ['2026-11-30T17:00:00Z', '2025-03-01T00:00:00Z', '2026-12-15T00:00:00Z', '2027-02-01T00:00:00Z']) {
      now = new Date(at)
      await store.commit({ stock: [move(1)] })
    }
    await store.close()
    now = new Date('2026-06-01T00:00:00Z')
    const again = await openLowdbStore({ folder, clock: () => now })
    await again.commit({ stock: [move(1)] })
    await again.close()
    expect(await revisionsByFile(folder)).toEqual({
      '2026-11.jsonl': [1],
      '2026-12.jsonl': [2, 3, 4],
      '2027-02.jsonl': [5, 6],
    })
    expect(await readFile(join(folder, 'journal/2026-11.jsonl'))).toEqual(november)
  })

  it('is only ever added to: what the journal held once, it holds for good', async () => {
    const folder = await newFolder()
    const clock = () => new Date('2026-11-22T05:00:00Z')
    let held = Buffer.alloc(0)
    for (let day = 1; day <= 3; day += 1) {
      const store = await openLowdbStore({ folder, clock })
      await store.commit({ stock: [move(10)] })
      await placeOrder(store, `order-${day}`)
      await store.close()
      const journal = await readFile(join(folder, 'journal/2026-11.jsonl'))
      expect(journal.subarray(0, held.length)).toEqual(held)
      held = journal
    }
  })

  it('can be told to be one that may not be written, in plain words', async () => {
    const parent = await newFolder()
    await mkdir(parent)
    await chmod(parent, 0o555)
    // Root may write anywhere, so for a moment the test is nobody.
    if (process.getuid?.() === 0) {
      process.seteuid?.(65_534)
      onTestFinished(() => process.seteuid?.(0))
    }
    const refusal: unknown = await openLowdbStore({ folder: join(parent, 'live') }).catch((error: unknown) => error)
    process.seteuid?.(process.getuid?.() ?? 0)
    expect(refusal).toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
    expect(String(refusal)).toMatch(/no right to write there: (EACCES|EPERM) .*live/)
  })

  it.runIf(process.platform === 'linux')('is refused at once where the system lets nobody make anything', async () => {
    for (const [place, why] of [
      ['/proc/live', /cannot be made there: ENOENT \/proc\/live/],
      ['/proc', /cannot be made there: ENOENT \/proc\/lock/],
      [import.meta.filename, /a file stands where a folder is needed/],
    ] as const) {
      const refusal: unknown = await openLowdbStore({ folder: place }).catch((error: unknown) => error)
      expect(refusal).toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
      expect(String(refusal)).toMatch(why)
    }
  })
})

describe('checking a folder', () => {
  it('says what was checked, also while the store is in use', async () => {
    const folder = await newFolder()
    const clock = () => new Date('2026-11-22T05:00:00Z')
    const store = await openLowdbStore({ folder, clock })
    await store.commit({ puts: [put(aProduct())], stock: [move(10)] })
    await placeOrder(store, 'order-1')
    const found = {
      journalFiles: 1,
      lines: 5,
      commits: 2,
      orders: 1,
      ledgerEntries: 1,
      records: { producers: 0, products: 1, certificates: 0, platforms: 0, listings: 0 },
      stockLevels: 1,
      unconfirmedBytes: 0,
    }
    expect(await verifyFolder(folder)).toMatchObject(found)
    await store.close()
    expect(await verifyFolder(folder)).toMatchObject({ ...found, checkpoint: 2 })
  })

  it('refuses a folder that was never one, and makes none', async () => {
    const folder = await newFolder()
    await expect(verifyFolder(folder)).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
