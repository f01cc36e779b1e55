import type { CopyRoom } from '../disk/disk-space.js'
import type { Files } from '../disk/files.js'

const CHUNK = 1024 * 1024

/**
 * Copies the first bytes of a file, all of it when no length is given, and returns when the copy survives a power cut.
 *
 * @throws {CatalogError} `STORE_UNAVAILABLE` when it would take the room that orders need.
 */
export async function copyFile(files: Files, from: string, to: string, room: CopyRoom, length?: number): Promise<void> {
  const source = await files.open(from, 'read')
  try {
    const end = length ?? (await source.size())
    const copy = await files.open(to, 'create')
    try {
      for (let position = 0; position < end;) {
        const bytes = await source.read(Math.min(CHUNK, end - position), position)
        if (bytes.length === 0) break
        await room.take(bytes.length)
        await copy.write(bytes, position)
        position += bytes.length
      }
      await copy.sync()
    } finally {
      await copy.close()
    }
  } finally {
    await source.close()
  }
}
