import { crc32 } from 'node:zlib'
import type { Adapter } from 'lowdb'
import type { OpenFile } from '../disk/files.js'
import { JournalStopped, type KeptCommit, type Staged } from './journal.js'
import { toSyncedContent, type Placed } from './journal-lines.js'
import { checksumOf, putLine, roomForLine } from '../disk/line.js'

/** Large commits go to the disk in pieces of at most about this many bytes, so that other work goes on in between. */
const PIECE = 512 * 1024

/** Where a journal file ends. */
export interface Tail {
  readonly length: number
  /** The checksum of its last line. */
  readonly checksum: string
  readonly lines: number
  /** The CRC-32 of its bytes. */
  readonly crc: number
}

/**
 * lowdb's adapter for the newest file of the journal. The database's data are the commits that wait; `write` appends
 * them, in order, and returns when they survive a power cut. When it throws, the file is as long as before.
 */
export class AppendAdapter implements Adapter<readonly Staged[]> {
  /** Where the commits of the last write went; lowdb's `write` gives nothing back. */
  written: readonly KeptCommit[] = []
  readonly #file: OpenFile
  readonly #name: string
  readonly #base: number
  readonly #room = Buffer.allocUnsafe(PIECE)
  #tail: Tail

  constructor(options: { file: OpenFile; name: string; base: number; tail: Tail }) {
    this.#file = options.file
    this.#name = options.name
    this.#base = options.base
    this.#tail = options.tail
  }

  get tail(): Tail {
    return this.#tail
  }

  /** Nothing ever waits in the file: what it holds was written. */
  read(): Promise<null> {
    return Promise.resolve(null)
  }

  async write(batch: readonly Staged[]): Promise<void> {
    const pieces = new Pieces(this.#file, this.#tail, this.#room)
    try {
      await pieces.add(toSyncedContent(this.#tail.length))
      const written: KeptCommit[] = []
      for (const { commit, lines } of batch) {
        const placed: Placed[] = []
        for (const line of lines) {
          placed.push({ address: this.#base + pieces.end, part: line.part })
          await pieces.add(line.content)
        }
        written.push({ revision: commit.revision, placed, end: { file: this.#name, length: pieces.end } })
      }
      this.#tail = await pieces.finish()
      this.written = written
    } catch (error) {
      await this.#cut(error)
      throw error
    }
  }

  /** A write that failed may have left bytes behind, whole lines among them: they must not be found later. */
  async #cut(cause: unknown): Promise<void> {
    try {
      await this.#file.truncate(this.#tail.length)
      await this.#file.sync()
    } catch (error) {
      throw new JournalStopped(String(error), { cause })
    }
  }
}

/** Gathers lines in memory that is used again and again, and writes them piece by piece. */
class Pieces {
  #lines: number
  #crc: number
  #written: number
  #used = 0
  #lastLine = 0
  #checksum: string

  constructor(
    private readonly file: OpenFile,
    tail: Tail,
    private room: Buffer,
  ) {
    this.#lines = tail.lines
    this.#crc = tail.crc
    this.#written = tail.length
    this.#checksum = tail.checksum
  }

  get end(): number {
    return this.#written + this.#used
  }

  async add(content: string): Promise<void> {
    const needed = roomForLine(content)
    if (this.#used + needed > this.room.length) await this.#flush()
    // A line that is longer than the room for all goes out of a room of its own.
    if (needed > this.room.length) this.room = Buffer.allocUnsafe(needed)
    this.#lastLine = this.#used
    this.#used = putLine(content, this.room, this.#used)
    this.#lines += 1
  }

  async #flush(): Promise<void> {
    if (this.#used === 0) return
    const bytes = this.room.subarray(0, this.#used)
    this.#crc = crc32(bytes, this.#crc)
    this.#checksum = checksumOf(bytes.subarray(this.#lastLine))
    await this.file.write(bytes, this.#written)
    this.#written += this.#used
    this.#used = 0
  }

  async finish(): Promise<Tail> {
    await this.#flush()
    await this.file.sync()
    return { length: this.#written, checksum: this.#checksum, lines: this.#lines, crc: this.#crc }
  }
}
