import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false

/** Returns when names made, renamed or removed in the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; its file system keeps names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder and the parents that it lacks, for the owner's eyes only; their names survive a power cut. One after
 * the other: Node's own way goes round for ever where nothing can be made and the system says that a parent is missing,
 * as in `/proc`.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await makeFolder(parent)
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    // Another process was first.
    if (!(await isFolder(folder))) throw error
  }
  await syncFolder(parent)
}
