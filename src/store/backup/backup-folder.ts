import { randomUUID } from 'node:crypto'
import { cp, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { CHECKPOINT } from '../checkpoint/agreement.js'
import { COMPACTING } from '../compact/take-over.js'
import { nodeFiles, type Files } from '../disk/files.js'
import { isLocked } from '../disk/lock-folder.js'
import { isLeftover } from '../disk/replace-file.js'
import { toCatalogError } from '../failures.js'
import { JOURNAL, listJournal } from '../journal/scan-journal.js'
import { MARKER } from '../marker.js'
import { SENT } from '../sent-files/kept-files.js'
import { TRADE_INDEX } from '../trade-index/block.js'
import { verifyFolder, type Verification } from '../verify-folder.js'
import { confirmedEnd } from './confirmed-end.js'
import { CopyRoom } from '../disk/disk-space.js'
import { copyFile } from './copy-file.js'
import { refuseUnlessFree } from './free-place.js'
import { requireShop } from './require-shop.js'
import { RESTORED, RESTORING } from './restore-order.js'

const BEFORE_JOURNAL = [MARKER, CHECKPOINT, TRADE_INDEX]

/** What a copy of a folder leaves out: it speaks of processes, or of work that was never finished. */
const isPassing = (name: string): boolean =>
  ['lock', COMPACTING, RESTORED, RESTORING, SENT].includes(name) || isLeftover(name)

export interface CopyOfFolder {
  readonly files?: Files
  /** True when the caller has locked the folder: nobody writes to it. */
  readonly isStill?: boolean
  /** True to leave out what records only name, such as photos: a shop opens without it. */
  readonly isDataAlone?: boolean
}

/**
 * Copies a site's folder, also while a shop sells from it, and verifies the copy from end to end: everything that was
 * confirmed before the call is in it, and nothing that was refused. The copy takes its name only when it is whole.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `to` when something is there already, and at `from` when the folder is no
 *   shop's; `STORE_DAMAGED`, `STORE_UNAVAILABLE`.
 */
export async function backupFolder(
  folder: string,
  to: string,
  { files = nodeFiles, isStill = false, isDataAlone = false }: CopyOfFolder = {},
): Promise<Verification> {
  const [source, target] = [resolve(folder), resolve(to)]
  await refuseUnlessFree(target)
  await requireShop(files, source)
  const draft = `${target}.${randomUUID()}.tmp`
  try {
    await copy(files, source, draft, { isInUse: !isStill && (await isLocked(source)), isDataAlone })
    const verification = await verifyFolder(draft, { files })
    await files.rename(draft, target)
    await files.syncFolder(dirname(target))
    return verification
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw toCatalogError(error)
  }
}

async function copy(
  files: Files,
  source: string,
  target: string,
  { isInUse, isDataAlone }: { readonly isInUse: boolean; readonly isDataAlone: boolean },
): Promise<void> {
  await files.makeFolder(join(target, JOURNAL))
  const room = new CopyRoom(files, target)
  // Checkpoint and index first: the journal that is copied after them holds all that they know of.
  for (const name of BEFORE_JOURNAL)
    if ((await files.list(source)).includes(name)) await copyFile(files, join(source, name), join(target, name), room)
  await copyJournal(files, join(source, JOURNAL), join(target, JOURNAL), { isInUse, room })
  for (const name of isDataAlone ? [] : await readdir(source)) {
    if (isPassing(name) || [...BEFORE_JOURNAL, JOURNAL].includes(name)) continue
    const filter = async (path: string): Promise<boolean> => {
      if (isLeftover(path)) return false
      await room.take((await stat(path)).size)
      return true
    }
    // Photos may lie on another disk, where a link leads: the backup holds them, not the link.
    await cp(join(source, name), join(target, name), {
      recursive: true,
      dereference: true,
      filter,
      preserveTimestamps: true,
    })
    if ((await stat(join(target, name))).isDirectory()) await files.syncFolder(join(target, name))
  }
  await files.syncFolder(join(target, JOURNAL))
  await files.syncFolder(target)
}

/** File after file. One that was the newest when it was listed may have a successor by now: that one is copied too. */
async function copyJournal(
  files: Files,
  source: string,
  target: string,
  { isInUse, room }: { readonly isInUse: boolean; readonly room: CopyRoom },
): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const names = await listJournal(files, dirname(source))
    const name = names.find((one) => !done.has(one))
    if (name === undefined) return
    const file = await files.open(join(source, name), 'read')
    try {
      const isNewest = name === names.at(-1)
      const end = isNewest && isInUse ? await confirmedEnd(file) : await file.size()
      // A month that ended while its last file was looked at is whole now.
      const isStillNewest = (await listJournal(files, dirname(source))).at(-1) === name
      await copyFile(
        files,
        join(source, name),
        join(target, name),
        room,
        isNewest && !isStillNewest ? await file.size() : end,
      )
      done.add(name)
      if (isNewest && isStillNewest) return
    } finally {
      await file.close()
    }
  }
}
