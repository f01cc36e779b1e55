import { join } from 'node:path'
import { RESTORED } from '../backup/restore-order.js'
import { CHECKPOINT } from '../checkpoint/agreement.js'
import type { Files } from '../disk/files.js'
import { replaceFile } from '../disk/replace-file.js'
import { JOURNAL } from '../journal/scan-journal.js'
import { TRADE_INDEX } from '../trade-index/block.js'
import { MARKER } from '../marker.js'

/** Where a folder's data are written anew, within it. */
export const COMPACTING = 'compacting'
/** Says that what was written anew is whole and takes the place of what was there. */
const READY = 'compacted.json'
const REPLACED = 'replaced'

/** True between the moment in which the new data count and the one in which they lie in their place. */
export const isTakingOver = async (files: Files, folder: string): Promise<boolean> =>
  (await files.list(folder)).includes(READY)

/** From here on the new data count, whatever happens: the next process to open the folder goes on where one was stopped. */
export async function takeOver(files: Files, folder: string): Promise<void> {
  await replaceFile(files, join(folder, READY), ['{}\n'])
  await finishTakingOver(files, folder)
}

/**
 * Puts what was written anew in its place, if that was begun; every step may have been done before. The old journal is
 * gone from the disk when it returns, and with it what had been erased from the records.
 */
export async function finishTakingOver(files: Files, folder: string): Promise<void> {
  if (!(await isTakingOver(files, folder))) return
  const fresh = join(folder, COMPACTING)
  // The old index knows of more commits than the new journal holds.
  await files.remove(join(folder, TRADE_INDEX))
  for (const name of [JOURNAL, CHECKPOINT, TRADE_INDEX, MARKER, RESTORED]) {
    if (!(await files.list(fresh)).includes(name)) continue
    await files.removeFolder(join(folder, REPLACED))
    if ((await files.list(folder)).includes(name)) await files.rename(join(folder, name), join(folder, REPLACED))
    await files.rename(join(fresh, name), join(folder, name))
    await files.syncFolder(folder)
  }
  await files.removeFolder(join(folder, REPLACED))
  await files.removeFolder(fresh)
  await files.remove(join(folder, READY))
  await files.syncFolder(folder)
}
