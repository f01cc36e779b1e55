import { createReadStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { create, extract } from 'tar'

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
 * Unpacks an archive into a folder, and returns when its files are on disk.
 *
 * @throws {RangeError} when it is cut short, spoilt, or holds anything but plain files and folders below the folder.
 */
export async function unpackArchive(from: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE.folder })
  const unpacked = extract({
    cwd: folder,
    strict: true,
    fmode: PRIVATE.file,
    dmode: PRIVATE.folder,
    onReadEntry: ({ type, path }) => {
      if (type !== 'File' && type !== 'Directory') throw new RangeError(`This is no archive of a backup: ${path}`)
    },
  })
  try {
    // Unzipped apart, since only then an archive that was cut short is refused as such.
    await pipeline(createReadStream(from), createGunzip(), unpacked as unknown as NodeJS.WritableStream)
  } catch (error) {
    if (/^TAR_/.test((error as NodeJS.ErrnoException).code ?? '')) throw new RangeError(String(error), { cause: error })
    throw error
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) await sync(join(entry.parentPath, entry.name))
  await sync(folder)
}
