import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Files, OpenFile } from '../../src/store/disk/files.js'

/**
 * What is left of bytes and names that were never synced: nothing; of each file the first half of what it grew by; the
 * same growth with every second block of 512 bytes zeroed; or new names, but not the bytes behind them.
 */
export const REMAINS = ['nothing', 'first half', 'holes', 'names only'] as const
export type Remains = (typeof REMAINS)[number]

interface Inode {
  synced: Buffer
}

const BLOCK = 512

/**
 * A disk whose power can be cut. It keeps, beside the real one, what has been synced of each file and folder; from a
 * chosen call on nothing works any more.
 */
export class PowerCutFiles implements Files {
  calls = 0
  readonly #names = new Map<string, Inode>()
  readonly #syncedNames = new Map<string, Inode>()
  /** What each file holds in the machine's memory. */
  readonly #contents = new Map<Inode, Buffer>()

  constructor(
    private readonly disk: Files,
    private readonly diesAt: number,
  ) {}

  get isDead(): boolean {
    return this.calls >= this.diesAt
  }

  #live(): void {
    this.calls += 1
    if (this.isDead) throw Object.assign(new Error('EIO: the power is gone'), { code: 'EIO' })
  }

  async open(path: string, mode: 'read' | 'change' | 'create'): Promise<OpenFile> {
    this.#live()
    const file = await this.disk.open(path, mode)
    if (mode === 'create') this.#names.set(path, { synced: Buffer.alloc(0) })
    const inode = this.#names.get(path)
    const content = (): Buffer => (inode && this.#contents.get(inode)) ?? Buffer.alloc(0)
    return {
      size: () => file.size(),
      read: (length, position) => file.read(length, position),
      write: async (bytes, position) => {
        this.#live()
        await file.write(bytes, position)
        const grown = Buffer.alloc(Math.max(content().length, position + bytes.length))
        content().copy(grown)
        grown.set(bytes, position)
        if (inode) this.#contents.set(inode, grown)
      },
      sync: async () => {
        this.#live()
        await file.sync()
        if (inode) inode.synced = content()
      },
      truncate: async (length) => {
        this.#live()
        await file.truncate(length)
        if (inode) this.#contents.set(inode, content().subarray(0, length))
      },
      close: () => file.close(),
    }
  }

  async list(folder: string): Promise<string[]> {
    this.#live()
    return this.disk.list(folder)
  }

  async makeFolder(folder: string): Promise<void> {
    this.#live()
    await this.disk.makeFolder(folder)
  }

  async rename(from: string, to: string): Promise<void> {
    this.#live()
    await this.disk.rename(from, to)
    const inode = this.#names.get(from)
    if (inode) this.#names.set(to, inode)
    this.#names.delete(from)
  }

  async remove(path: string): Promise<void> {
    this.#live()
    await this.disk.remove(path)
    this.#names.delete(path)
  }

  async removeFolder(path: string): Promise<void> {
    this.#live()
    await this.disk.removeFolder(path)
    for (const name of [...this.#names.keys()]) if (name === path || dirname(name) === path) this.#names.delete(name)
  }

  async syncFolder(folder: string): Promise<void> {
    this.#live()
    await this.disk.syncFolder(folder)
    const inFolder = (path: string): boolean => dirname(path) === folder
    for (const path of [...this.#syncedNames.keys()].filter(inFolder)) this.#syncedNames.delete(path)
    for (const [path, inode] of this.#names) if (inFolder(path)) this.#syncedNames.set(path, inode)
  }

  space(folder: string): Promise<{ free: number; total: number }> {
    return this.disk.space(folder)
  }

  /** Lays down in `target` what a power cut would leave of `folder` now. */
  async leave(folder: string, target: string, remains: Remains): Promise<void> {
    await mkdir(join(target, 'journal'), { recursive: true })
    for (const [path, inode] of remains === 'names only' ? this.#names : this.#syncedNames)
      await writeFile(join(target, relative(folder, path)), this.#survivor(inode, remains))
  }

  #survivor(inode: Inode, remains: Remains): Buffer {
    const { synced } = inode
    const content = this.#contents.get(inode) ?? synced
    if (remains === 'nothing' || remains === 'names only' || content.length <= synced.length) return synced
    if (remains === 'first half')
      return content.subarray(0, synced.length + Math.ceil((content.length - synced.length) / 2))
    const holed = Buffer.from(content)
    for (let block = 0; block < holed.length; block += 2 * BLOCK) {
      const end = Math.min(block + BLOCK, holed.length)
      if (end > synced.length) holed.fill(0, Math.max(block, synced.length), end)
    }
    return holed
  }
}
