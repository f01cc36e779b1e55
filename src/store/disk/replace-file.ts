import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { Files } from './files.js'

/** What a replacement is called until it is whole; one that was left behind by a crash may be removed. */
export const isLeftover = (name: string): boolean => name.endsWith('.tmp')

/**
 * Puts a whole new file in the place of `path`: at any moment, and after a power cut, it holds the old content or the
 * new one. The chunks are asked for one after the other, so that large content need not exist at once.
 */
export async function replaceFile(files: Files, path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`
  const file = await files.open(draft, 'create')
  try {
    let position = 0
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      await file.write(bytes, position)
      position += bytes.length
    }
    await file.sync()
    await file.close()
    await files.rename(draft, path)
  } catch (error) {
    await file.close().catch(() => undefined)
    await files.remove(draft).catch(() => undefined)
    throw error
  }
  await files.syncFolder(dirname(path))
}
