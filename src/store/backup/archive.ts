import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BLOCK, parseHeader, toHeader } from './tar-header.js'

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK

async function* contentsOf(folder: string): AsyncGenerator<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const { size, mtimeMs } = await stat(path)
    yield toHeader({ name: relative(folder, path).split(sep).join('/'), size, changedAt: Math.floor(mtimeMs / 1000) })
    for await (const chunk of createReadStream(path)) yield chunk as Buffer
    yield Buffer.alloc(padding(size))
  }
  yield Buffer.alloc(2 * BLOCK)
}

/** Packs a folder in which nobody writes into a new file, such as `shop.tar.gz`, and returns when it is on disk. */
export async function packFolder(folder: string, to: string): Promise<void> {
  const file = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(Readable.from(contentsOf(folder)), createGzip(), file)
}

/** Puts bytes that come in chunks together to blocks of the size that is asked for. */
class Blocks {
  #rest = Buffer.alloc(0)
  readonly #chunks: AsyncIterator<Buffer>

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** At most so many bytes; none at the end. */
  async some(most: number): Promise<Buffer> {
    if (this.#rest.length === 0) {
      const next = await this.#chunks.next()
      if (next.done) return this.#rest
      this.#rest = next.value as Buffer<ArrayBuffer>
    }
    const bytes = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(bytes.length)
    return bytes
  }

  /** @throws {RangeError} when the archive ends before. */
  async exactly(length: number, write: (bytes: Buffer) => unknown): Promise<void> {
    for (let left = length; left > 0;) {
      const bytes = await this.some(left)
      if (bytes.length === 0) throw new RangeError('The archive is cut short.')
      await write(bytes)
      left -= bytes.length
    }
  }
}

/**
 * Unpacks an archive into a folder, and returns when its files are on disk.
 *
 * @throws {RangeError} when it is cut short or holds anything but plain files below the folder.
 */
export async function unpackArchive(from: string, folder: string): Promise<void> {
  const unzipped = createGunzip()
  const file = createReadStream(from)
  file.once('error', (error) => unzipped.destroy(error))
  const blocks = new Blocks(file.pipe(unzipped))
  for (;;) {
    const header: Buffer[] = []
    await blocks.exactly(BLOCK, (bytes) => header.push(bytes))
    const entry = parseHeader(Buffer.concat(header))
    if (!entry) break
    const path = join(folder, entry.name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await withFile(path, async (file) => {
      await blocks.exactly(entry.size, (bytes) => file.write(bytes))
      await file.sync()
      await file.utimes(entry.changedAt, entry.changedAt)
    })
    await blocks.exactly(padding(entry.size), () => undefined)
  }
  // To the end, for the checksum that gzip keeps there.
  while ((await blocks.some(BLOCK)).length > 0);
}

async function withFile(path: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await work(file)
  } finally {
    await file.close()
  }
}
