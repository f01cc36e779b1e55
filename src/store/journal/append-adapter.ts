import { crc32 } from 'node:zlib'
import type { Adapter } from 'lowdb'
import type { OpenFile } from '../disk/files.js'
import { JournalStopped, type KeptCommit, type Staged } from './journal.js'
import { toSyncedLine, type Placed } from './journal-lines.js'
import { checksumOf, type Line } from '../disk/line.js'

/** Large commits go to the disk in pieces of about this many characters, so that other work goes on in between. */
const PIECE = 256 * 1024

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
    const pieces = new Pieces(this.#file, this.#tail)
    try {
      await pieces.add(toSyncedLine(this.#tail.length))
      const written: KeptCommit[] = []
      for (const { commit, lines } of batch) {
        const placed: Placed[] = []
        for (const line of lines) {
          placed.push({ address: this.#base + pieces.end, part: line.part })
          await pieces.add(line)
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

/** Gathers lines and writes them piece by piece. */
class Pieces {
  #text = ''
  #written: number
  #checksum: string
  #lines: number
  #crc: number
  end: number

  constructor(
    private readonly file: OpenFile,
    tail: Tail,
  ) {
    this.#written = this.end = tail.length
    this.#checksum = tail.checksum
    this.#lines = tail.lines
    this.#crc = tail.crc
  }

  async add({ text, bytes }: Line): Promise<void> {
    this.#text += text
    this.#checksum = checksumOf(text)
    this.#lines += 1
    this.end += bytes
    if (this.#text.length >= PIECE) await this.#flush()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#text)
    this.#crc = crc32(bytes, this.#crc)
    await this.file.write(bytes, this.#written)
    this.#written = this.end
    this.#text = ''
  }

  async finish(): Promise<Tail> {
    await this.#flush()
    await this.file.sync()
    return { length: this.end, checksum: this.#checksum, lines: this.#lines, crc: this.#crc }
  }
}
