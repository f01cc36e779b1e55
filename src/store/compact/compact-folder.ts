import { join, resolve } from 'node:path'
import { nodeFiles, type Files } from '../disk/files.js'
import { lockFolder } from '../disk/lock-folder.js'
import { copyStore, type CopyOptions } from '../copy-store.js'
import { toCatalogError, type Report } from '../failures.js'
import { JOURNAL, listJournal } from '../journal/scan-journal.js'
import { openLocked, openLowdbStore } from '../lowdb-store.js'
import { verifyFolder, type Verification } from '../verify-folder.js'
import { COMPACTING, finishTakingOver, takeOver } from './take-over.js'

export interface Compaction {
  /** Bytes of the journal. */
  readonly before: number
  readonly after: number
  readonly verification: Verification
}

export interface CompactOptions extends CopyOptions {
  readonly clock?: () => Date
  readonly report?: Report
  readonly files?: Files
}

/**
 * Writes a site's data anew with the last version of each record alone, so that what was erased from records is erased
 * from the disk too. Orders, ledger and audit trail keep all their entries; stock becomes one movement for each level.
 *
 * The new data are written beside the old ones, compared with them and verified before they count. Stopped at any
 * moment, the folder holds the old data or the new ones.
 *
 * @throws {CatalogError} `STORE_LOCKED` while a shop has the folder open; `STORE_DAMAGED`, `STORE_UNAVAILABLE`: the old
 * data are then as they were.
 */
export async function compactFolder(folder: string, options: CompactOptions = {}): Promise<Compaction> {
  const { clock = () => new Date(), report = () => undefined, files = nodeFiles, ...copying } = options
  const place = resolve(folder)
  try {
    const release = await lockFolder(place)
    try {
      await finishTakingOver(files, place)
      const fresh = join(place, COMPACTING)
      await files.removeFolder(fresh)
      const from = await openLocked({ folder: place, clock, onWarning: report, files }, () => Promise.resolve())
      let before = 0
      try {
        before = await journalSize(files, place)
        const to = await openLowdbStore({ folder: fresh, clock, onWarning: report, files })
        try {
          await copyStore(from, to, copying)
        } finally {
          await to.close()
        }
      } finally {
        await from.close()
      }
      await verifyFolder(fresh, { files })
      await takeOver(files, place)
      return { before, after: await journalSize(files, place), verification: await verifyFolder(place, { files }) }
    } finally {
      await release()
    }
  } catch (error) {
    throw toCatalogError(error)
  }
}

async function journalSize(files: Files, folder: string): Promise<number> {
  let size = 0
  for (const name of await listJournal(files, folder)) {
    const file = await files.open(join(folder, JOURNAL, name), 'read')
    try {
      size += await file.size()
    } finally {
      await file.close()
    }
  }
  return size
}
