import { copyFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { nodeFiles } from '../../src/store/disk/files.js'
import { toLine } from '../../src/store/disk/line.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { move, put } from '../../src/testing/changes.js'
import { FaultyFiles, type Fate } from '../faults/faulty-files.js'
import { copyOf, OCTOBER, NOVEMBER, shopFolders } from '../faults/shop-folder.js'
import { aProduct } from '../support/records.js'
import { newFolder } from './folder.js'
import { PATIENCE } from '../support/patience.js'

const CHECKPOINT = 'catalog.jsonl'
const ignore = (): void => undefined

describe('a checkpoint of the catalog', () => {
  it.each<[what: string, hurt: (path: string) => Promise<void>]>([
    ['missing', (path) => rm(path)],
    ['emptied', (path) => truncate(path)],
    ['cut short', (path) => truncate(path, 500)],
    ['cut short by a line', async (path) => writeFile(path, (await readFile(path, 'utf8')).replace(/.*\n$/, ''))],
    ['changed', async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('Ea Tu', 'Ea Ta'))],
    ["another site's", async (path) => copyFile(join((await shopFolders()).closed, CHECKPOINT), path)],
  ])('%s: the catalog is built anew from the journal, and that is said', async (what, hurt) => {
    const { closed: folder } = await shopFolders()
    const whole = await copyOf(folder)
    await hurt(join(folder, CHECKPOINT))
    const notices: string[] = []
    const store = await openLowdbStore({ folder, onWarning: ({ vi, en }) => notices.push(vi, en) })
    const other = await openLowdbStore({ folder: whole, onWarning: ignore })
    expect(await store.load()).toEqual(await other.load())
    expect(notices).toHaveLength(what === 'missing' ? 0 : 2)
    for (const notice of notices) expect(notice).toContain(CHECKPOINT)
    await store.close()
    await other.close()
    await verifyFolder(folder)
  })

  it('that knows of more than the journal holds refuses to open: something was lost', async () => {
    const { closed: folder, killed } = await shopFolders()
    const journal = await readFile(join(killed, NOVEMBER), 'utf8')
    await writeFile(join(folder, NOVEMBER), journal.slice(0, journal.lastIndexOf('["', journal.lastIndexOf('synced'))))
    await expect(openLowdbStore({ folder })).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      details: { file: NOVEMBER, where: 'revision 7' },
    })
  })

  it('that fits another journal is named, and the store opens once it is removed', async () => {
    const { closed: folder } = await shopFolders()
    const path = join(folder, CHECKPOINT)
    const [, head = '', ...rest] = /^(\[.*\n)([^]*)$/.exec(await readFile(path, 'utf8')) ?? []
    const [, , content] = JSON.parse(head) as [string, string, { position: { length: number } }]
    content.position.length -= 1
    await writeFile(path, toLine(JSON.stringify(content)).text + rest.join(''))
    const refusal: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'STORE_DAMAGED', details: { file: CHECKPOINT } })
    expect(String(refusal)).toContain('remove this file')
    await rm(path)
    await (await openLowdbStore({ folder })).close()
  })

  it('that was made up, checksums and all, is found by verification', async () => {
    const { closed: folder } = await shopFolders()
    const path = join(folder, CHECKPOINT)
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    const forged = lines.map((line) => {
      const [, , content] = JSON.parse(line) as [string, string, { stock?: [string, number][] }]
      if (content.stock?.[0]) content.stock[0][1] += 1
      return toLine(JSON.stringify(content)).text
    })
    await writeFile(path, forged.join(''))
    await expect(verifyFolder(folder)).rejects.toMatchObject({ code: 'STORE_DAMAGED', details: { file: CHECKPOINT } })
  })

  it('is written in the background after many changes, not after each', async () => {
    const folder = await newFolder()
    const files = new FaultyFiles(nodeFiles, () => null)
    const store = await openLowdbStore({ folder, files })
    await store.commit({ puts: [put(aProduct())] })
    await vi.waitFor(() => stat(join(folder, CHECKPOINT)), PATIENCE)
    const renames = () => files.log.filter((operation) => operation === 'rename').length
    const first = renames()
    for (let version = 2; version <= 60; version += 1) await store.commit({ puts: [put(aProduct({ version }))] })
    expect(renames()).toBe(first)
    const products = Array.from({ length: 1500 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await store.commit({ puts: products.map(put) })
    await vi.waitFor(() => expect(renames()).toBe(first + 1), PATIENCE)
    await store.close()
    expect(renames()).toBe(first + 1)
    expect((await verifyFolder(folder)).checkpoint).toBe(61)
  })

  it('holds one state of the catalog, though commits go on while it is written', async () => {
    const folder = await newFolder()
    const store = await openLowdbStore({ folder, onWarning: ignore })
    const products = Array.from({ length: 3000 }, (_, index) => aProduct({ id: `san-pham-${index}` }))
    await store.commit({ puts: products.map(put) })
    for (let version = 2; version <= 40; version += 1)
      await store.commit({
        puts: products.slice(0, 40).map(({ id }) => put(aProduct({ id, version }))),
        stock: [move(1)],
      })
    const killed = await copyOf(folder)
    expect((await verifyFolder(killed)).commits).toBe(40)
    expect((await verifyFolder(killed)).checkpoint).toBeGreaterThan(0)
    await store.close()
  })

  it('that cannot be written is reported, and nothing is lost', async () => {
    const folder = await newFolder()
    const notices: string[] = []
    let isFull = false
    const fate: Fate = (_, operation) => (operation === 'rename' && isFull ? 'before' : null)
    const files = new FaultyFiles(nodeFiles, fate, 'ENOSPC')
    const store = await openLowdbStore({ folder, files, onWarning: ({ en }) => notices.push(en) })
    isFull = true
    await store.commit({ puts: [put(aProduct())], stock: [move(3)] })
    await store.close()
    expect(notices.length).toBeGreaterThan(0)
    for (const notice of notices) expect(notice).toMatch(/^The checkpoint .*the disk is full.* Nothing is lost/)
    const again = await openLowdbStore({ folder })
    expect((await again.load()).records.products).toEqual([aProduct()])
    await again.close()
  })

  it('is not read beyond what it is for: orders of every month are found', async () => {
    const { closed: folder } = await shopFolders()
    const store = await openLowdbStore({ folder })
    expect((await store.findOrderByKey('key-of-order-1'))?.code).toBe('CODE-OF-order-1')
    expect((await store.findOrderByKey('key-of-order-6'))?.code).toBe('CODE-OF-order-6')
    await store.close()
    expect((await stat(join(folder, OCTOBER))).size).toBeGreaterThan(0)
  })
})
