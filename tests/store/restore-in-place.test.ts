import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Sku } from '../../src/index.js'
import { backup, restore } from '../../src/store/backup/backup.js'
import { restoreInPlace } from '../../src/store/backup/restore-in-place.js'
import { dropOrder, keepOrder, readOrder } from '../../src/store/backup/restore-order.js'
import { nodeFiles } from '../../src/store/disk/files.js'
import { FORMAT } from '../../src/store/journal/journal-lines.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { readFormat } from '../../src/store/marker.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { outcomeOf } from '../../src/testing/scene.js'
import { countWhile } from '../faults/count-while.js'
import { FaultyFiles } from '../faults/faulty-files.js'
import { placeOrder } from '../faults/place-order.js'
import { copyOf, shopFolders } from '../faults/shop-folder.js'
import { newFolder } from './folder.js'
import { holdingsOf } from './holdings.js'

const ignore = (): void => undefined

const photo = (folder: string, name: string): string => join(folder, 'photos', name, 'original.webp')

async function addPhoto(folder: string, name: string): Promise<void> {
  await mkdir(join(folder, 'photos', name), { recursive: true })
  await writeFile(photo(folder, name), `picture ${name}`)
}

interface Shop {
  readonly folder: string
  /** A backup with orders 1 to 6. The shop went on to 7. */
  readonly archive: string
  readonly then: unknown
  readonly now: unknown
}

async function shopThatWentOn(): Promise<Shop> {
  const { closed: folder } = await shopFolders()
  await writeFile(join(folder, 'site.json'), '{}')
  await addPhoto(folder, 'old')
  const archive = `${await newFolder()}.tar.gz`
  await backup(folder, archive)
  const then = await holdingsOf(folder)
  const store = await openLowdbStore({ folder, onWarning: ignore })
  await placeOrder(store, 'order-7')
  await store.close()
  await rm(join(folder, 'photos', 'old'), { recursive: true })
  await addPhoto(folder, 'new')
  await writeFile(join(folder, 'site.json'), '{"mode":"direct"}')
  return { folder, archive, then, now: await holdingsOf(folder) }
}

const keptName = async (): Promise<string> => `${await newFolder()}-before.tar.gz`

describe('a backup that is put in the place of a site’s data', () => {
  it('brings back what it holds; what was there is kept as a backup of its own, which leads back', async () => {
    const { folder, archive, then, now } = await shopThatWentOn()
    const keepAs = await keptName()
    await keepOrder(folder, { from: archive, by: { id: 'a', name: 'Trần Thị Quản' } })
    const done = await restoreInPlace(folder, { from: archive, keepAs })
    expect(done).toMatchObject({ isDone: true, verification: { orders: 6 } })
    await dropOrder(folder)
    expect(await holdingsOf(folder)).toEqual(then)
    await verifyFolder(folder)
    expect(await readFile(join(folder, 'site.json'), 'utf8')).toBe('{"mode":"direct"}')
    expect(await readFile(photo(folder, 'old'), 'utf8')).toBe('picture old')
    expect(await readFile(photo(folder, 'new'), 'utf8')).toBe('picture new')
    const names = ['catalog.jsonl', 'journal', 'lock', 'ocop.json', 'photos', 'site.json', 'trade.index']
    expect((await readdir(folder)).sort()).toEqual(names)

    const aside = await newFolder()
    await restore(keepAs, aside)
    expect(await holdingsOf(aside)).toEqual(now)
    expect(await readOrder(aside)).toBeNull()
    expect(await restoreInPlace(folder, { from: keepAs, keepAs: await keptName() })).toMatchObject({ isDone: true })
    expect(await holdingsOf(folder)).toEqual(now)
  })

  it('is not restored once more when the process ended before that was noted: what is kept stays what was there', async () => {
    const { folder, archive, then } = await shopThatWentOn()
    const by = { id: 'a', name: 'Trần Thị Quản' }
    const [first, second] = [await keptName(), await keptName()]
    await keepOrder(folder, { from: archive, by })
    await restoreInPlace(folder, { from: archive, keepAs: first })
    await rm(archive)
    expect(await restoreInPlace(folder, { from: archive, keepAs: second })).toMatchObject({
      isDone: true,
      verification: { orders: 6 },
      keptAs: first,
    })
    expect(existsSync(second)).toBe(false)
    expect(await holdingsOf(folder)).toEqual(then)
    const copy = await newFolder()
    await backup(folder, copy)
    expect(await readdir(copy)).not.toContain('restored.json')

    // The next order is one of its own.
    await dropOrder(folder)
    await keepOrder(folder, { from: first, by })
    expect(await restoreInPlace(folder, { from: first, keepAs: second })).toMatchObject({
      verification: { orders: 7 },
      keptAs: second,
    })
  })

  it('is refused with nothing changed when it is cut short, another shop’s, or the present data cannot be kept', async () => {
    const { folder, archive, now } = await shopThatWentOn()
    const why = async (options: { from?: string; keepAs?: string }): Promise<unknown> => {
      const restoration = await restoreInPlace(folder, { from: archive, keepAs: await keptName(), ...options })
      expect(await holdingsOf(folder)).toEqual(now)
      return restoration.isDone ? null : restoration.error
    }
    const cut = `${await newFolder()}.tar.gz`
    await cp(archive, cut)
    await truncate(cut, 700)
    expect(await why({ from: cut })).toMatchObject({ code: 'STORE_DAMAGED' })
    const [strange, others] = [await shopFolders(), `${await newFolder()}.tar.gz`]
    await backup(strange.closed, others)
    expect(await why({ from: others })).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'from' }] })
    expect(await why({ keepAs: archive })).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'to' }] })
    expect(await readdir(folder)).not.toContain('compacting')
  })

  it('may be of an earlier format: what it holds is carried forward before it counts', async () => {
    const folder = await newFolder()
    await cp(new URL('kept/format-1', import.meta.url), folder, { recursive: true })
    const archive = `${await newFolder()}.tar.gz`
    await backup(folder, archive)
    const then = await holdingsOf(folder)
    const store = await openLowdbStore({ folder, onWarning: ignore })
    await store.commit({ stock: [{ sku: 'ca-phe-500' as Sku, quantity: 5, reason: 'adjustment' }] })
    await store.close()
    const now = await holdingsOf(folder)
    const aside = await newFolder()
    await restore(archive, aside)
    expect(await readFormat(nodeFiles, aside)).toBe(1)

    const keepAs = await keptName()
    expect(await restoreInPlace(folder, { from: archive, keepAs })).toMatchObject({ isDone: true })
    await dropOrder(folder)
    expect(await readFormat(nodeFiles, folder)).toBe(FORMAT)
    expect(await holdingsOf(folder)).toEqual(then)
    expect(await verifyFolder(folder)).toMatchObject({ orders: 2, ledgerEntries: 3 })
    expect(await restoreInPlace(folder, { from: keepAs, keepAs: await keptName() })).toMatchObject({ isDone: true })
    expect(await holdingsOf(folder)).toEqual(now)
  })

  it('is not touched while a shop has it open', async () => {
    const { folder, archive } = await shopThatWentOn()
    const store = await openLowdbStore({ folder, onWarning: ignore })
    expect(await outcomeOf(restoreInPlace(folder, { from: archive, keepAs: await keptName() }))).toBe('STORE_LOCKED')
    await store.close()
  })

  it('wherever the disk gives up for good, leaves the old data or the new ones whole, and the old ones kept', async () => {
    const { folder: original, archive, then, now } = await shopThatWentOn()
    const sound = new FaultyFiles(nodeFiles, () => null)
    const options = async () => ({ from: archive, keepAs: await keptName() })
    await restoreInPlace(await copyOf(original), { ...(await options()), files: sound })
    // Every call by which the data are changed, and some of the many by which they are read and copied before.
    const [last, changing] = [sound.calls, 80]
    const seen = { old: 0, new: 0 }
    const trial = async (number: number): Promise<boolean> => {
      const failing = number <= changing ? last + 1 - number : last - changing - 9 * (number - changing)
      if (failing < 1) return false
      const folder = await copyOf(original)
      const { keepAs } = await options()
      const files = new FaultyFiles(nodeFiles, (call) => (call >= failing ? 'halfway' : null))
      const restoration = await restoreInPlace(folder, { from: archive, keepAs, files }).catch(() => null)
      expect(files.leftOpen.size).toBe(0)
      const holdings = await holdingsOf(folder)
      const isNew = JSON.stringify(holdings) === JSON.stringify(then)
      expect(holdings).toEqual(isNew ? then : now)
      if (restoration) expect(restoration.isDone).toBe(isNew)
      await verifyFolder(folder)
      if (isNew) {
        const aside = await newFolder()
        await restore(keepAs, aside)
        expect(await holdingsOf(aside)).toEqual(now)
      }
      seen[isNew ? 'new' : 'old'] += 1
      expect(await restoreInPlace(folder, { from: archive, keepAs: await keptName() })).toMatchObject({ isDone: true })
      expect(await holdingsOf(folder)).toEqual(then)
      return true
    }
    expect(await countWhile(trial)).toBeGreaterThan(changing)
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(10)
  })
})
