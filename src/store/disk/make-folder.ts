import { open } from 'node:fs/promises'
import { makeFolder } from '../../files/make-folder.js'

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

/** Makes a folder and the parents that it lacks, for the owner's eyes only; their names survive a power cut. */
export const makeOwnFolder = (folder: string): Promise<void> => makeFolder(folder, { mode: 0o700, onMade: syncFolder })
