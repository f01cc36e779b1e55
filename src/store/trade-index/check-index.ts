import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Files, OpenFile } from '../disk/files.js'
import { SharedReaders } from '../disk/shared-readers.js'
import { damaged } from '../failures.js'
import type { ScannedFile } from '../journal/journal.js'
import { JOURNAL, listJournal, type KnownStart } from '../journal/scan-journal.js'
import { readBlocks, readHead, TRADE_INDEX, type Summary } from './block.js'

const CHUNK = 1024 * 1024

/** As much of an index as fits the journal beside it. */
export interface FittingIndex {
  readonly seed: number
  /** Bytes of the blocks that fit. */
  readonly length: number
  /** The part of the journal for which they stand: every byte of it is as it was when they were written. */
  readonly start: KnownStart
  /** How many orders and ledger entries its blocks hold. */
  readonly orders: number
  readonly entries: number
  /** The newest revision that any of the blocks speaks of, also of those that do not fit. */
  readonly newest: number
}

/**
 * Compares an index with the journal, byte for byte by checksum, and finds how far the two agree. An index is never
 * trusted further than that. Null when there is none that can be read, or none of this site and format.
 */
export async function checkIndex(files: Files, folder: string, site: string): Promise<FittingIndex | null> {
  if (!(await files.list(folder)).includes(TRADE_INDEX)) return null
  return compare(files, folder, site).catch((error: unknown) => {
    // A disk that cannot read it: without an index the journal is read, and says more when it cannot be read either.
    if ((error as NodeJS.ErrnoException).code !== undefined) return null
    throw error
  })
}

async function compare(files: Files, folder: string, site: string): Promise<FittingIndex | null> {
  const file = await files.open(join(folder, TRADE_INDEX), 'read')
  const journal = new SharedReaders(files, join(folder, JOURNAL))
  try {
    const head = await readHead(file, site)
    if (!head) return null
    const fit = new Fit(journal, await listJournal(files, folder))
    let [length, newest, fits, orders, entries] = [head.end, 0, true, 0, 0]
    for await (const { summary, end } of readBlocks(file, head.end)) {
      newest = Math.max(newest, summary.last)
      fits &&= await fit.follow(summary)
      if (!fits) continue
      length = end
      orders += summary.orders
      entries += summary.entries
    }
    return { seed: head.seed, length, start: { files: fit.files, revision: fit.revision }, orders, entries, newest }
  } finally {
    await journal.close()
    await file.close()
  }
}

/** @throws {CatalogError} `STORE_DAMAGED` when the index knows of commits that the journal has lost. */
export function refuseIndexAhead({ newest }: FittingIndex, { revision }: { readonly revision: number }): void {
  if (newest > revision) throw damaged({ file: TRADE_INDEX, revision: revision + 1 }, 'ahead', { mend: 'rebuild' })
}

const nothingOf = (name: string, base: number): ScannedFile => ({
  name,
  base,
  length: 0,
  checksum: '',
  lines: 0,
  crc: 0,
})

/** What is read lies in these in turns: a start reads all of the journal. */
type Rooms = readonly [Buffer, Buffer]

/** Follows block after block through the journal. */
class Fit {
  readonly #rooms: Rooms = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)]
  readonly files: ScannedFile[] = []
  revision = 0

  constructor(
    private readonly journal: SharedReaders,
    private readonly names: readonly string[],
  ) {}

  async follow(block: Summary): Promise<boolean> {
    const known = this.files.at(-1)
    const isSame = known?.name === block.file
    const before = isSame ? known : nothingOf(block.file, known ? known.base + known.length : 0)
    if (block.first !== this.revision + 1 || block.from !== before.length || block.base !== before.base) return false
    const index = this.files.length - (isSame ? 1 : 0)
    if (this.names[index] !== block.file) return false
    // A file that has a successor ends where its last block does.
    if (known && !isSame && (await (await this.journal.get(known.name)).size()) !== known.length) return false
    if ((await crcOf(await this.journal.get(block.file), block, before.crc, this.#rooms)) !== block.crc) return false
    const { base, length, checksum, lines, crc } = block
    this.files[index] = { name: block.file, base, length, checksum, lines, crc }
    this.revision = block.last
    return true
  }
}

/** Null when the file is shorter. A piece is read while the one before it is counted in. */
async function crcOf(file: OpenFile, { from, length }: Summary, before: number, rooms: Rooms): Promise<number | null> {
  const read = (place: number, room: Buffer) => file.read(Math.min(CHUNK, length - place), place, room)
  let [crc, place, [room, other]] = [before, from, rooms]
  let reading = place < length ? read(place, room) : null
  while (reading) {
    const bytes = await reading
    if (bytes.length === 0) return null
    place += bytes.length
    ;[room, other] = [other, room]
    reading = place < length ? read(place, room) : null
    crc = crc32(bytes, crc)
  }
  return crc
}
