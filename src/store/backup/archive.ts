import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
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
 * only a whole archive is then laid down, in one go.
 *
 * @throws {RangeError} when it is cut short, spoilt, or holds anything but plain files and folders below the folder.
 */
export async function unpackArchive(from: string, folder: string): Promise<void> {
  await makeOwnFolder(folder)
  const plain = `${folder}.tar`
  await pipeline(createReadStream(from), createGunzip(), createWriteStream(plain, { flags: 'wx', mode: PRIVATE.file }))
  await layDown(plain, folder)
  await rm(plain)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) await sync(join(entry.parentPath, entry.name))
  await sync(folder)
}

async function layDown(archive: string, folder: string): Promise<void> {
  const { extract } = await import('tar')
  const strange: string[] = []
  const isPlain = (path: string, entry: object): boolean => {
    const plain = 'type' in entry && (entry.type === 'File' || entry.type === 'Directory')
    const isBelow = !path.startsWith('/') && !path.split(/[\\/]/).includes('..')
    if (!plain || !isBelow) strange.push(path)
    return plain && isBelow
  }
  try {
    extract({
      file: archive,
      cwd: folder,
      sync: true,
      strict: true,
      fmode: PRIVATE.file,
      dmode: PRIVATE.folder,
      filter: isPlain,
    })
  } catch (error) {
    if (/^TAR_/.test((error as NodeJS.ErrnoException).code ?? '')) throw new RangeError(String(error), { cause: error })
    throw error
  }
  if (strange.length > 0) throw new RangeError(`This is no archive of a backup: ${strange.join(', ')}`)
}
