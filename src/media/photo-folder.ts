import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PhotoFormat, PhotoWidth } from '../catalog/ports/media.js'
import { makeFolder } from '../files/make-folder.js'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Files of photos: `<two letters>/<name>/original.webp` and beside it the sizes made from it, `640.avif`. */
export class PhotoFolder {
  constructor(private readonly root: string) {}

  #path(name: string, file: string): string {
    return join(this.root, name.slice(0, 2), name, file)
  }

  readOriginal(name: string): Promise<Buffer | null> {
    return this.#read(this.#path(name, 'original.webp'))
  }

  /** On disk, synced, when it returns. */
  writeOriginal(name: string, bytes: Buffer): Promise<void> {
    return this.#write(this.#path(name, 'original.webp'), bytes, true)
  }

  readSize(name: string, width: PhotoWidth, format: PhotoFormat): Promise<Buffer | null> {
    return this.#read(this.#path(name, `${width}.${format}`))
  }

  /** Not synced: it can be made anew. */
  writeSize(name: string, width: PhotoWidth, format: PhotoFormat, bytes: Buffer): Promise<void> {
    return this.#write(this.#path(name, `${width}.${format}`), bytes, false)
  }

  async remove(name: string): Promise<void> {
    await rm(dirname(this.#path(name, 'original.webp')), { recursive: true, force: true })
  }

  async #read(path: string): Promise<Buffer | null> {
    try {
      return await readFile(path)
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  /** Whole or not at all: written under another name first. */
  async #write(path: string, bytes: Buffer, isSynced: boolean): Promise<void> {
    await makeFolder(dirname(path))
    const draft = `${path}.${randomUUID()}.tmp`
    try {
      const file = await open(draft, 'wx')
      try {
        await file.writeFile(bytes)
        if (isSynced) await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }
}
