import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fieldError } from '../../catalog/errors.js'
import { CHECKPOINT } from '../checkpoint/agreement.js'
import { COMPACTING, finishTakingOver, takeOver } from '../compact/take-over.js'
import { CopyRoom } from '../disk/disk-space.js'
import { nodeFiles, type Files } from '../disk/files.js'
import { lockFolder } from '../disk/lock-folder.js'
import { isLeftover } from '../disk/replace-file.js'
import { toCatalogError, type Report } from '../failures.js'
import { JOURNAL } from '../journal/scan-journal.js'
import { openLowdbStore } from '../lowdb-store.js'
import { MARKER, readSite } from '../marker.js'
import { TRADE_INDEX } from '../trade-index/block.js'
import { verifyFolder, type Verification } from '../verify-folder.js'
import { backup, layBackupDown } from './backup.js'
import { copyFile } from './copy-file.js'
import { readRestored, RESTORING, writeRestored } from './restore-order.js'

const PHOTOS = 'photos'
const untried = (): Promise<void> => Promise.resolve()

export interface RestoreInPlace {
  /** The backup. */
  readonly from: string
  /** A new file `….tar.gz` that keeps the present data. */
  readonly keepAs: string
  /** Verifies the present data before the backup is tried out; rejects when they, or what lies beside them, are damaged. */
  readonly readPresent?: (folder: string) => Promise<unknown>
  /**
   * Opens a shop with the folder in which the backup was laid down, and closes it; rejects when it does not open. What it
   * changes there counts together with the backup, or never.
   */
  readonly tryOut?: (folder: string) => Promise<void>
  readonly report?: Report
  readonly files?: Files
}

/** The data are the backup's now, or why they are as they were. */
export type Restoration =
  | {
      readonly isDone: true
      readonly verification: Verification
      /** The backup of what was there before. */
      readonly keptAs: string
    }
  | { readonly isDone: false; readonly error: unknown }

/**
 * Puts a backup in the place of a site's data while no process has them open. The backup is laid down within the folder
 * and verified, the present data are kept as a backup of their own, which is verified too, and only then the backup
 * counts. Stopped at any moment, the folder holds the old data or those of the backup, whole; asked for again, all begins
 * anew, unless the backup counts already: then it is not done twice, until the order is dropped. Settings and keys of the folder stay, and so do photos; those that only the backup has are added.
 *
 * @throws {CatalogError} `STORE_LOCKED` while a shop has the folder open; `STORE_UNAVAILABLE` when the disk refuses after
 *   the backup began to count: the next to open the folder goes on.
 */
export async function restoreInPlace(folder: string, options: RestoreInPlace): Promise<Restoration> {
  const { from, keepAs, tryOut = untried, report = () => undefined, files = nodeFiles } = options
  const { readPresent = (present: string) => verifyFolder(present, { files }) } = options
  const place = resolve(folder)
  try {
    const release = await lockFolder(place)
    try {
      await finishTakingOver(files, place)
      const kept = await readRestored(place)
      if (kept !== null) return { isDone: true, verification: await verifyFolder(place, { files }), keptAs: kept }
      let verification: Verification
      try {
        verification = await prepare(place, { from, keepAs, readPresent, tryOut, report, files })
      } catch (error) {
        await files.removeFolder(join(place, COMPACTING)).catch(() => undefined)
        return { isDone: false, error: toCatalogError(error) }
      }
      await takeOver(files, place)
      return { isDone: true, verification, keptAs: keepAs }
    } finally {
      await release()
    }
  } catch (error) {
    throw toCatalogError(error)
  }
}

/** Everything before the backup counts: of the present data nothing is changed. */
async function prepare(
  place: string,
  { from, keepAs, readPresent, tryOut, report, files }: Required<RestoreInPlace>,
): Promise<Verification> {
  const work = join(place, RESTORING, 'work')
  const fresh = join(work, 'fresh')
  await files.removeFolder(work)
  await files.removeFolder(join(place, COMPACTING))
  await layBackupDown(from, fresh, files)
  await refuseOtherSite(files, place, fresh)
  // Opened once, so that checkpoint and index are there and of this version: none of the present ones may stay.
  const store = await openLowdbStore({ folder: fresh, onWarning: report, files })
  await store.close()
  await readPresent(place)
  await refuseUnlessItOpens(fresh, tryOut)
  const verification = await verifyFolder(fresh, { files })
  await backup(place, keepAs, { files, isStill: true })
  await addMissing(files, join(fresh, PHOTOS), join(place, PHOTOS))
  await files.makeFolder(join(place, COMPACTING))
  for (const name of [JOURNAL, CHECKPOINT, TRADE_INDEX, MARKER])
    await files.rename(join(fresh, name), join(place, COMPACTING, name))
  await writeRestored(files, join(place, COMPACTING), keepAs)
  await files.syncFolder(join(place, COMPACTING))
  return verification
}

/** @throws {CatalogError} `INVALID_INPUT` at `from` */
async function refuseOtherSite(files: Files, place: string, fresh: string): Promise<void> {
  if ((await readSite(files, place)) === (await readSite(files, fresh))) return
  throw fieldError('from', 'inconsistent', {
    why: 'Bản sao lưu này là của gian hàng khác, hoặc có trước lần chạy ocop compact gần nhất. Hãy dùng ocop restore với một thư mục còn trống.',
    whyEn:
      'This backup is another shop’s, or from before ocop compact was last run. Use ocop restore with an empty folder.',
  })
}

/**
 * A backup is whole when every line of it is; what another version or somebody's hand has written may still be something
 * with which no shop opens, and then nobody could order the way back.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `from`
 */
export async function refuseUnlessItOpens(fresh: string, tryOut: (folder: string) => Promise<void>): Promise<void> {
  try {
    await tryOut(fresh)
  } catch (cause) {
    const because = cause instanceof Error ? cause.message : String(cause)
    throw fieldError('from', 'inconsistent', {
      why: `Gian hàng không mở được với dữ liệu của bản sao lưu này (${because}). Hãy khôi phục vào một thư mục còn trống bằng ocop restore, rồi xem ocop verify.`,
      whyEn: `The shop does not open with the data of this backup (${because}). Restore it into an empty folder with ocop restore, and see ocop verify.`,
    })
  }
}

/** Files that are not there yet, each whole or not at all. */
async function addMissing(files: Files, from: string, to: string): Promise<void> {
  if (!(await files.list(dirname(from))).includes(PHOTOS)) return
  const room = new CopyRoom(files, dirname(to))
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || isLeftover(entry.name)) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    await files.makeFolder(dirname(target))
    if ((await files.list(dirname(target))).includes(entry.name)) continue
    const draft = `${target}.${randomUUID()}.tmp`
    await copyFile(files, source, draft, room)
    await files.rename(draft, target)
    await files.syncFolder(dirname(target))
  }
}
