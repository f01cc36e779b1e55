import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { CopyRoom } from '../disk/disk-space.js'
import { nodeFiles } from '../disk/files.js'
import { makeOwnFolder } from '../disk/make-folder.js'

const PRIVATE = { file: 0o600, folder: 0o700 } as const

/** Sees to it that a file or folder survives a power cut. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Packs a folder in which nobody writes into a new file, such as `shop.tar.gz`, and returns when it is on disk. */
export async function packFolder(folder: string, to: string): Promise<void> {
  const { create } = await import('tar')
  const file = await open(to, 'wx', PRIVATE.file)
  try {
    const packed = create({ cwd: folder, gzip: true, portable: true }, await readdir(folder))
    for await (const chunk of packed) await file.write(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Unpacks an archive into a folder, and returns when its files are on disk. It is unzipped first, beside the folder:
 * only a whole archive is then laid down, in one go. Rights and owners in the archive do not count: what is laid down
 * belongs to whoever does it, and nobody else reads it.
 *
 * @throws {RangeError} when it is cut short, spoilt, or holds anything but plain files and folders below the folder.
 * @throws {CatalogError} `STORE_UNAVAILABLE` when it would take the room that orders need.
 */
export async function unpackArchive(from: string, folder: string): Promise<void> {
  await makeOwnFolder(folder)
  const plain = `${folder}.tar`
  const room = new CopyRoom(nodeFiles, folder)
  await pipeline(
    createReadStream(from),
    createGunzip(),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        await room.take(chunk.length)
        yield chunk
      }
    },
    createWriteStream(plain, { flags: 'wx', mode: PRIVATE.file }),
  )
  await room.take((await stat(plain)).size)
  await layDown(plain, folder)
  await rm(plain)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) await sync(join(entry.parentPath, entry.name))
  await sync(folder)
}

/** What happens with an archive that holds a name twice, as a file and as a folder, or one too long for a disk. */
const NO_BACKUP = /^(?:TAR_|ENAMETOOLONG$|ENOTEMPTY$|EISDIR$|ENOTDIR$|EEXIST$)/

async function layDown(archive: string, folder: string): Promise<void> {
  const { extract } = await import('tar')
  const strange: string[] = []
  const isPlain = (path: string, entry: object): boolean => {
    const plain = 'type' in entry && (entry.type === 'File' || entry.type === 'Directory')
    const isBelow = !path.startsWith('/') && !path.split(/[\\/]/).includes('..')
    if (!plain || !isBelow) strange.push(path)
    else Object.assign(entry, { mode: entry.type === 'File' ? PRIVATE.file : PRIVATE.folder })
    return plain && isBelow
  }
  try {
    extract({
      file: archive,
      cwd: folder,
      sync: true,
      strict: true,
      preserveOwner: false,
      fmode: PRIVATE.file,
      dmode: PRIVATE.folder,
      filter: isPlain,
    })
  } catch (error) {
    if (NO_BACKUP.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new RangeError(String(error), { cause: error })
    throw error
  }
  if (strange.length > 0) throw new RangeError(`This is no archive of a backup: ${strange.join(', ')}`)
}
