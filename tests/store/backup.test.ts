import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, cp, lstat, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { create, Header, Pax, type HeaderData } from 'tar'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CatalogError } from '../../src/catalog/errors.js'
import { backup, restore, verifyBackup } from '../../src/store/backup/backup.js'
import { nodeFiles } from '../../src/store/disk/files.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { outcomeOf } from '../../src/testing/scene.js'
import { FaultyFiles } from '../faults/faulty-files.js'
import { placeOrder, stockUp } from '../faults/place-order.js'
import { shopFolders } from '../faults/shop-folder.js'
import { mountSmallDisk } from '../support/small-disk.js'
import { newFolder } from './folder.js'
import { holdingsOf } from './holdings.js'

const TRADING = fileURLToPath(new URL('../faults/trading-process.ts', import.meta.url))
const ignore = (): void => undefined

interface HandMade {
  readonly path: string
  readonly bytes: Buffer | string
}

/** Packs files as somebody with a program of their own would, whatever the names. */
function packByHand(files: readonly HandMade[], facts: HeaderData = {}): Buffer {
  const blocks = files.flatMap(({ path, bytes }) => {
    const content = Buffer.from(bytes)
    const described = { mode: 0o644, type: 'File', ...facts, path, size: content.length } as const
    const head = Buffer.alloc(512)
    const extended = new Header(described).encode(head, 0) ? new Pax({ path }).encode() : Buffer.alloc(0)
    return [extended, head, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

async function filesOf(folder: string): Promise<HandMade[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(names.map(async (name) => ({ path: relative(folder, name), bytes: await readFile(name) })))
}

describe.each([
  ['a folder', 'copy'],
  ['one file', 'copy.tar.gz'],
])('a backup as %s', (_, name) => {
  it('holds what the shop holds, and is laid down as a shop again', async () => {
    const { closed } = await shopFolders()
    await mkdir(join(closed, 'photos', 'ca-phe'), { recursive: true })
    await writeFile(join(closed, 'photos', 'ca-phe', '1.webp'), 'a picture')
    await writeFile(join(closed, 'site.json'), '{"mode":"direct"}')
    await mkdir(join(closed, 'sent'))
    await writeFile(join(closed, 'sent', 'waiting.bytes'), 'a file that waits to be imported')
    const [to, restored] = [`${await newFolder()}-${name}`, await newFolder()]
    expect(await backup(closed, to)).toMatchObject({ orders: 6, ledgerEntries: 6 })
    expect(await restore(to, restored)).toMatchObject({ orders: 6, ledgerEntries: 6 })
    expect(await holdingsOf(restored)).toEqual(await holdingsOf(closed))
    expect(await readFile(join(restored, 'photos', 'ca-phe', '1.webp'), 'utf8')).toBe('a picture')
    expect(await readFile(join(restored, 'site.json'), 'utf8')).toBe('{"mode":"direct"}')
    expect(await readdir(restored)).not.toContain('sent')
  })

  it('overwrites nothing, neither when it is made nor when it is laid down', async () => {
    const { closed, killed } = await shopFolders()
    const to = `${await newFolder()}-${name}`
    await backup(closed, to)
    expect(await outcomeOf(backup(closed, to))).toBe('INVALID_INPUT')
    const before = await holdingsOf(killed)
    expect(await outcomeOf(restore(to, killed))).toBe('INVALID_INPUT')
    expect(await holdingsOf(killed)).toEqual(before)
  })
})

describe('a backup that passed through other hands', () => {
  it('belongs to whoever lays it down, and nobody else reads it', async () => {
    const { closed } = await shopFolders()
    const [archive, restored] = [`${await newFolder()}.tar.gz`, await newFolder()]
    const files = [...(await filesOf(closed)), { path: 'photos/ca-phe/1.webp', bytes: 'a picture' }]
    await writeFile(archive, packByHand(files, { mode: 0o4777, uid: 12_345, gid: 12_345 }))
    await restore(archive, restored)
    const entries = await readdir(restored, { recursive: true, withFileTypes: true })
    expect(entries.length).toBeGreaterThan(4)
    for (const entry of entries) {
      const { mode, uid } = await stat(join(entry.parentPath, entry.name))
      expect([entry.name, mode & 0o7777, uid]).toEqual([
        entry.name,
        entry.isDirectory() ? 0o700 : 0o600,
        process.getuid?.() ?? 0,
      ])
    }
  })

  it('holds photos that lie on another disk, not the link that leads there', async () => {
    const { closed } = await shopFolders()
    const disk = await newFolder()
    await mkdir(join(disk, 'ca-phe'), { recursive: true })
    await writeFile(join(disk, 'ca-phe', '1.webp'), 'a picture')
    await symlink(disk, join(closed, 'photos'))
    for (const name of ['copy', 'copy.tar.gz']) {
      const [to, restored] = [`${await newFolder()}-${name}`, await newFolder()]
      await backup(closed, to)
      await restore(to, restored)
      expect((await lstat(join(restored, 'photos'))).isDirectory()).toBe(true)
      expect(await readFile(join(restored, 'photos', 'ca-phe', '1.webp'), 'utf8')).toBe('a picture')
    }
  })

  it('leaves the room that orders need on the disk, however much it unpacks to', async (context) => {
    const disk = await mountSmallDisk()
    if (!disk) return context.skip('this user may not mount a file system')
    onTestFinished(() => disk.remove())
    const archive = join(disk.folder, 'bomb.tar.gz')
    await writeFile(archive, gzipSync(Buffer.alloc(100_000_000)))
    const refused = (await restore(archive, join(disk.folder, 'shop')).catch((error: unknown) => error)) as CatalogError
    expect([refused.code, refused.details['whyEn']]).toEqual([
      'STORE_UNAVAILABLE',
      expect.stringMatching(/68 MB stay free for orders/),
    ])
    expect(await readdir(disk.folder)).toEqual(['bomb.tar.gz'])
  })
})

describe('a backup that is looked at', () => {
  it('is read where it lies and tried out without its photos', async () => {
    const { closed } = await shopFolders()
    await mkdir(join(closed, 'photos'))
    await writeFile(join(closed, 'photos', '1.webp'), 'a picture')
    const to = `${await newFolder()}-copy`
    await backup(closed, to)
    const tried: string[] = []
    const kept = await verifyBackup(to, async (folder) => {
      tried.push(...(await readdir(folder)))
      const store = await openLowdbStore({ folder })
      await store.close()
    })
    expect(kept.orders).toBeGreaterThan(0)
    expect(tried).toContain('journal')
    expect(tried).not.toContain('photos')
    expect((await readdir(dirname(to))).filter((name) => name.includes(basename(to)))).toEqual([basename(to)])
  })

  it('may lie where nothing can be written', async (context) => {
    const { closed } = await shopFolders()
    const disk = await mountSmallDisk()
    if (!disk) return context.skip('this user may not mount a file system')
    onTestFinished(() => disk.remove())
    for (const name of ['copy', 'copy.tar.gz']) {
      const made = `${await newFolder()}-${name}`
      await backup(closed, made)
      await cp(made, join(disk.folder, name), { recursive: true })
    }
    disk.allowReadingAlone()
    for (const name of ['copy', 'copy.tar.gz']) {
      const kept = await verifyBackup(join(disk.folder, name), async (folder) => {
        const store = await openLowdbStore({ folder })
        await store.close()
      })
      expect(kept.orders).toBeGreaterThan(0)
    }
  })
})

describe('a backup that is not whole', () => {
  it('is not laid down: cut short, changed, or something else', async () => {
    const { closed } = await shopFolders()
    const whole = `${await newFolder()}.tar.gz`
    await backup(closed, whole)
    const bytes = await readFile(whole)
    const changed = Buffer.from(bytes)
    changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1
    for (const content of [
      bytes.subarray(0, bytes.length - 9),
      bytes.subarray(0, 300),
      changed,
      Buffer.from('hello'),
    ]) {
      const [spoilt, restored] = [`${await newFolder()}.tar.gz`, await newFolder()]
      await writeFile(spoilt, content)
      expect(await outcomeOf(restore(spoilt, restored))).toBe('STORE_DAMAGED')
      expect(await nodeFiles.list(restored)).toEqual([])
    }
  })

  it('is not laid down when it reaches out of its folder, by a link or by a path', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'shop'), { recursive: true })
    await writeFile(join(folder, 'outside.txt'), 'outside')
    await symlink('/etc', join(folder, 'shop', 'link'))
    for (const [name, path] of [
      ['link.tgz', 'link'],
      ['path.tgz', '../outside.txt'],
    ] as const) {
      const archive = join(folder, name)
      await create({ cwd: join(folder, 'shop'), file: archive, gzip: true, preservePaths: true }, [path])
      const restored = await newFolder()
      expect(await outcomeOf(restore(archive, restored))).toBe('STORE_DAMAGED')
      expect(await nodeFiles.list(restored)).toEqual([])
    }
  })

  it.each([
    ['a file that is a folder too', ['both', 'both/x']],
    ['a file in place of a folder', ['folder/x', 'folder']],
    ['a name that is too long', ['a'.repeat(300)]],
  ])('is not laid down with %s', async (_, names) => {
    const { closed } = await shopFolders()
    const [archive, restored] = [`${await newFolder()}.tar.gz`, await newFolder()]
    await writeFile(archive, packByHand([...(await filesOf(closed)), ...names.map((path) => ({ path, bytes: 'x' }))]))
    expect(await outcomeOf(restore(archive, restored))).toBe('STORE_DAMAGED')
    expect(await nodeFiles.list(restored)).toEqual([])
  })

  it('is not made of a shop that is damaged', async () => {
    const { closed } = await shopFolders()
    const journal = join(closed, 'journal', '2026-10.jsonl')
    await copyFile(journal, `${closed}-kept`)
    await truncate(journal, 700)
    const to = await newFolder()
    expect(await outcomeOf(backup(closed, to))).toBe('STORE_DAMAGED')
    expect(await nodeFiles.list(to)).toEqual([])
  })
})

describe('a backup of a shop that sells meanwhile', () => {
  it('holds every order that was confirmed before it began, each time', async () => {
    const folder = await newFolder()
    const seller = spawn(process.execPath, ['--import', 'tsx', TRADING, folder, 'r'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(async () => {
      if (seller.kill('SIGKILL')) await once(seller, 'exit')
    })
    const confirmed: string[] = []
    const lines = createInterface({ input: seller.stdout })
    lines.on('line', (line) => confirmed.push(line))
    await once(lines, 'line')
    for (let round = 0; round < 5; round += 1) {
      const before = confirmed.filter((line) => line !== 'open')
      const to = round % 2 === 0 ? await newFolder() : `${await newFolder()}.tgz`
      await backup(folder, to)
      const restored = await newFolder()
      const { orders } = await restore(to, restored)
      expect(orders).toBeGreaterThanOrEqual(before.length)
      const store = await openLowdbStore({ folder: restored, onWarning: ignore })
      for (const id of before.slice(-200)) expect((await store.findOrderByKey(`key-of-${id}`))?.id).toBe(id)
      await store.close()
    }
    expect(confirmed.length).toBeGreaterThan(100)
  })

  it('does not hold an order that was written but then refused, because the disk would not keep it', async () => {
    const folder = await newFolder()
    let giveUp: () => void = ignore
    let isToStick = false
    let stick: () => void = ignore
    const isStuck = new Promise<void>((resolve) => (stick = resolve))
    const stuck = new FaultyFiles(nodeFiles, () => null)
    const open = stuck.open.bind(stuck)
    stuck.open = async (path, mode) => {
      const file = await open(path, mode)
      const sync = async (): Promise<void> => {
        if (!isToStick || !path.includes('journal')) return file.sync()
        isToStick = false
        stick()
        await new Promise<void>((resolve) => (giveUp = resolve))
        throw Object.assign(new Error('EIO: made to fail by the test'), { code: 'EIO' })
      }
      return { ...file, sync }
    }
    const store = await openLowdbStore({ folder, files: stuck, onWarning: ignore })
    await stockUp(store, 100)
    await placeOrder(store, 'order-1')
    isToStick = true
    const refused = outcomeOf(placeOrder(store, 'order-2'))
    await isStuck
    const to = await newFolder()
    const made = backup(folder, to)
    setTimeout(() => giveUp(), 500)
    expect(await refused).toBe('STORE_UNAVAILABLE')
    await placeOrder(store, 'order-3')
    expect((await made).orders).toBeLessThanOrEqual(2)
    await store.close()
    const copy = await openLowdbStore({ folder: to, onWarning: ignore })
    expect(await copy.findOrderByKey('key-of-order-1')).not.toBeNull()
    expect(await copy.findOrderByKey('key-of-order-2')).toBeNull()
    await copy.close()
  })
})
