import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How a folder is made. */
interface Making {
  /** Who may do what in it, as far as the process lets others do anything; like `mkdir`, everybody when left out. */
  readonly mode?: number
  /** Called with the parent of each folder that was made. */
  readonly onMade?: (parent: string) => Promise<void>
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false

/**
 * Makes a folder and the parents that it lacks. One after the other: Node's own way goes round for ever where nothing can
 * be made and the system says that a parent is missing, as in `/proc`.
 */
export async function makeFolder(folder: string, making: Making = {}): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await makeFolder(parent, making)
  try {
    await mkdir(folder, making.mode)
  } catch (error) {
    // Another process was first.
    if (!(await isFolder(folder))) throw error
  }
  await making.onMade?.(parent)
}
