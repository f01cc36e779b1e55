import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Files, OpenFile } from '../../src/store/disk/files.js'
import type { Random } from './random.js'

/** A file as the machine's memory has it, and how much of it the disk has. */
class Inode {
  bytes = Buffer.alloc(256)
  length = 0
  synced = 0
  /** What was cut off but not synced since: after a power cut it may be there again. */
  ghost: Buffer = Buffer.alloc(0)

  content(): Buffer {
    return this.bytes.subarray(0, this.length)
  }

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.length
    if (end > this.bytes.length) {
      const grown = Buffer.alloc(Math.max(end, 2 * this.bytes.length))
      this.content().copy(grown)
      this.bytes = grown
    }
    this.bytes.set(bytes, position)
    this.length = Math.max(this.length, end)
  }
}

const failure = (code: string, what: string): Error => Object.assign(new Error(`${code}: simulated, ${what}`), { code })

/** What the simulated disk does to the calls that change it. */
export type Trouble = 'none' | 'failing writes' | 'failing syncs' | 'full'

/** A disk in memory whose power can be cut and whose calls can fail; with the same seed it does the same again. */
export class MemoryDisk implements Files {
  trouble: Trouble = 'none'
  /** After so many further calls the power goes. */
  powerLeft = Infinity
  readonly #names = new Map<string, Inode>()
  readonly #syncedNames = new Map<string, Inode>()
  readonly #folders = new Set<string>()

  constructor(private readonly random: Random) {}

  async #call(): Promise<void> {
    await Promise.resolve()
    this.powerLeft -= 1
    if (this.powerLeft < 0) throw failure('EIO', 'the power is gone')
  }

  async open(path: string, mode: 'read' | 'change' | 'create'): Promise<OpenFile> {
    await this.#call()
    const found = this.#names.get(path)
    if (!found && mode !== 'create') throw failure('ENOENT', path)
    if (mode === 'create' && this.trouble === 'full') throw failure('ENOSPC', path)
    const inode = mode === 'create' ? new Inode() : (found as Inode)
    if (mode === 'create') this.#names.set(path, inode)
    return this.#fileOf(inode)
  }

  #fileOf(inode: Inode): OpenFile {
    return {
      size: () => this.#call().then(() => inode.length),
      read: async (length, position) => {
        await this.#call()
        return Buffer.from(inode.content().subarray(position, position + length))
      },
      write: async (bytes, position) => {
        await this.#call()
        const fails = this.trouble === 'full' || (this.trouble === 'failing writes' && this.random.chance(0.5))
        inode.write(fails ? bytes.subarray(0, this.random.between(0, bytes.length - 1)) : bytes, position)
        if (fails) throw failure(this.trouble === 'full' ? 'ENOSPC' : 'EIO', 'write')
      },
      sync: async () => {
        await this.#call()
        if (this.trouble === 'failing syncs' && this.random.chance(0.5)) throw failure('EIO', 'sync')
        inode.synced = inode.length
        inode.ghost = Buffer.alloc(0)
      },
      truncate: async (length) => {
        await this.#call()
        inode.ghost = Buffer.from(inode.content().subarray(length))
        inode.length = Math.min(inode.length, length)
        inode.synced = Math.min(inode.synced, length)
      },
      close: () => Promise.resolve(),
    }
  }

  async list(folder: string): Promise<string[]> {
    await this.#call()
    const paths = [...this.#names.keys(), ...this.#folders]
    return [...new Set(paths.filter((path) => dirname(path) === folder).map((path) => relative(folder, path)))].sort()
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#call()
    this.#folders.add(folder)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#call()
    const inode = this.#names.get(from)
    if (!inode) throw failure('ENOENT', from)
    this.#names.delete(from)
    this.#names.set(to, inode)
  }

  async remove(path: string): Promise<void> {
    await this.#call()
    this.#names.delete(path)
  }

  async removeFolder(path: string): Promise<void> {
    await this.#call()
    for (const name of [...this.#names.keys()])
      if (name === path || name.startsWith(`${path}/`)) this.#names.delete(name)
    this.#folders.delete(path)
  }

  async syncFolder(folder: string): Promise<void> {
    await this.#call()
    for (const path of [...this.#syncedNames.keys()]) if (dirname(path) === folder) this.#syncedNames.delete(path)
    for (const [path, inode] of this.#names) if (dirname(path) === folder) this.#syncedNames.set(path, inode)
  }

  space(): Promise<{ free: number; total: number }> {
    return Promise.resolve({ free: 1e11, total: 1e12 })
  }

  /** What is found when the power comes back: what was synced, and of the rest as much as chance has it. */
  afterPowerCut(): MemoryDisk {
    const found = new MemoryDisk(this.random)
    for (const folder of this.#folders) found.#folders.add(folder)
    for (const [path, inode] of this.random.chance(0.5) ? this.#names : this.#syncedNames) {
      const left = new Inode()
      left.write(inode.content().subarray(0, this.random.between(inode.synced, inode.length)), 0)
      if (left.length === inode.length && this.random.chance(0.5))
        left.write(inode.ghost.subarray(0, this.random.between(0, inode.ghost.length)), left.length)
      left.synced = left.length
      found.#names.set(path, left)
      found.#syncedNames.set(path, left)
    }
    return found
  }

  /** Lays the files of a folder down on the real disk, below another one. */
  async layDown(folder: string, target: string): Promise<void> {
    for (const [path, inode] of this.#names) {
      const copy = join(target, relative(folder, path))
      await mkdir(dirname(copy), { recursive: true })
      await writeFile(copy, inode.content())
    }
  }
}
