import { access, constants, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { nodeFiles, type Files } from '../disk/files.js'
import { damaged, toCatalogError } from '../failures.js'
import { verifyFolder, type Verification } from '../verify-folder.js'
import { packFolder, unpackArchive } from './archive.js'
import { backupFolder, type CopyOfFolder } from './backup-folder.js'
import { refuseUnlessFree } from './free-place.js'
import { requireShop } from './require-shop.js'

/** True for a name that asks for one file instead of a folder. */
const isArchive = (path: string): boolean => /\.(?:tar\.gz|tgz)$/i.test(path)

/**
 * Copies a site's folder, also while a shop sells from it, to a new folder or to one file (`….tar.gz`), and verifies
 * what is there now by reading all of it again.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `to` when something is there already; `STORE_DAMAGED`, `STORE_UNAVAILABLE`.
 */
export async function backup(folder: string, to: string, options: CopyOfFolder = {}): Promise<Verification> {
  const { files = nodeFiles } = options
  const target = resolve(to)
  if (!isArchive(target)) return backupFolder(folder, target, options)
  await refuseUnlessFree(target)
  return besides(target, async (work) => {
    const [packed, copy, unpacked] = ['packed', 'copy', 'unpacked'].map((name) => join(work, name)) as [
      string,
      string,
      string,
    ]
    await backupFolder(folder, copy, options)
    await packFolder(copy, packed)
    await rm(copy, { recursive: true })
    await unpackArchive(packed, unpacked)
    const verification = await verifyFolder(unpacked, { files })
    await files.rename(packed, target)
    return verification
  })
}

/** What is done with a backup once it is laid down in a folder aside. */
export type TryOut = (folder: string) => Promise<void>

/**
 * Lays a backup down as a site's folder, verified before it takes its name. Nothing is overwritten.
 *
 * @param tryOut - What it changes in the folder counts together with the backup, or never; what it throws is thrown.
 * @throws {CatalogError} `INVALID_INPUT` at `to` when something is there already, and at `from` when that is no backup;
 *   `STORE_DAMAGED` when the backup is not whole.
 */
export async function restore(from: string, to: string, tryOut?: TryOut): Promise<Verification> {
  const target = resolve(to)
  await refuseUnlessFree(target)
  return besides(target, async (work) => {
    const unpacked = join(work, 'unpacked')
    await layBackupDown(from, unpacked)
    await tryOut?.(unpacked)
    const verification = await verifyFolder(unpacked)
    await rename(unpacked, target)
    return verification
  })
}

/**
 * Verifies a backup from end to end and tries it out, leaving nothing behind. A file is laid down beside itself for that; a
 * folder is read where it lies, and only its data are copied to be tried out, not its photos. Where nothing can be written
 * beside it, that is done in the machine's folder for such.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `from` when that is no backup; `STORE_DAMAGED` when it is not whole; what
 *   `tryOut` throws.
 */
export async function verifyBackup(from: string, tryOut: TryOut): Promise<Verification> {
  const source = resolve(from)
  if (!isArchive(source)) {
    await requireShop(nodeFiles, source)
    await verifyFolder(source)
  }
  const place = (await isWritable(dirname(source))) ? source : join(tmpdir(), basename(source))
  return besides(place, async (work) => {
    const copy = join(work, 'copy')
    if (isArchive(source)) await layBackupDown(source, copy)
    else await backupFolder(source, copy, { isDataAlone: true })
    const verification = await verifyFolder(copy)
    await tryOut(copy)
    return verification
  })
}

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )

/**
 * Lays a backup down as a new folder, not verified yet.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `from` when that is no backup; `STORE_DAMAGED` when its archive is not whole.
 */
export async function layBackupDown(from: string, to: string, files: Files = nodeFiles): Promise<void> {
  if (!isArchive(from)) {
    await backupFolder(from, to, { files })
    return
  }
  await unpackArchive(resolve(from), to).catch((error: unknown) => {
    throw isNotWhole(error)
      ? damaged({ file: basename(from) }, 'archive', { mend: 'otherBackup', cause: error })
      : error
  })
  await requireShop(files, to, from)
}

const isNotWhole = (error: unknown): boolean =>
  error instanceof RangeError || /^Z_/.test((error as NodeJS.ErrnoException).code ?? '')

/** Works in a folder on the disk of `target`, gone afterwards. */
async function besides<T>(target: string, work: (folder: string) => Promise<T>): Promise<T> {
  try {
    await nodeFiles.makeFolder(dirname(target))
    const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
    try {
      const outcome = await work(folder)
      await nodeFiles.syncFolder(dirname(target))
      return outcome
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  } catch (error) {
    throw toCatalogError(error)
  }
}
