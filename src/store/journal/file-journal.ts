import { join } from 'node:path'
import { Low } from 'lowdb'
import { dayAt } from '../../catalog/day.js'
import type { Committed } from '../../catalog/store.js'
import { AppendAdapter, type Tail } from './append-adapter.js'
import { damaged } from '../failures.js'
import type { Files } from '../disk/files.js'
import type { Journal, KeptCommit, Staged, ScannedFile } from './journal.js'
import { createJournalFile } from './journal-files.js'
import { parsePart, parsePartHead, toPartLines, type Part } from './journal-lines.js'
import { parseLine } from '../disk/line.js'
import { readLines } from '../disk/read-lines.js'
import { readPart } from './read-part.js'
import { JOURNAL, journalFileOf } from './scan-journal.js'
import { SharedReaders } from '../disk/shared-readers.js'

/** A commit of more items than this is put into words piece by piece while it is written, not at once before. */
const STAGED_AT_ONCE = 500

export interface FileJournalOptions {
  readonly files: Files
  readonly folder: string
  readonly site: string
  readonly clock: () => Date
}

/** The journal in files, one for each month in which something was committed. A file is never written again. */
export class FileJournal implements Journal {
  readonly #readers: SharedReaders
  #month = ''

  private constructor(
    private readonly options: FileJournalOptions,
    /** Files before the newest. */
    private readonly sealed: ScannedFile[],
    private newest: NewestFile,
  ) {
    this.#readers = new SharedReaders(options.files, join(options.folder, JOURNAL))
  }

  /** Opens the journal that a scan has found whole, to go on writing. */
  static async open(options: FileJournalOptions, scanned: readonly ScannedFile[]): Promise<FileJournal> {
    const last = scanned.at(-1)
    if (!last) throw damaged({ file: JOURNAL }, 'missing')
    const newest = await NewestFile.open(options, last)
    return new FileJournal(options, scanned.slice(0, -1), newest)
  }

  stage(commit: Committed): Staged {
    const lines = toPartLines(commit, this.options.clock().toISOString())
    const items = commit.puts.length + commit.transactions.length + commit.stock.length + commit.audit.length
    return { commit, lines: items > STAGED_AT_ONCE ? lines : [...lines] }
  }

  async append(batch: readonly Staged[]): Promise<readonly KeptCommit[]> {
    // A clock that went back writes on into the newest file: the order of the files is the order of the commits. A month
    // that could not be begun is begun first, whatever the clock says now: its file may be there already.
    const month = dayAt(this.options.clock()).slice(0, 'yyyy-mm'.length)
    if (month > this.#month) this.#month = month
    if (journalFileOf(this.#month) > this.newest.name) await this.#begin(this.#month)
    return this.newest.append(batch)
  }

  async #begin(month: string): Promise<void> {
    const before = this.newest.scanned
    const after = { file: before.name, length: before.length, checksum: before.checksum }
    const tail = await createJournalFile(this.options, month, after)
    const next = { name: journalFileOf(month), base: before.base + before.length, ...tail }
    const opened = await NewestFile.open(this.options, next)
    const finished = this.newest
    this.sealed.push(before)
    this.newest = opened
    // All that it holds is synced: if closing it fails, nothing is lost.
    await finished.close().catch(() => undefined)
  }

  get tail(): ScannedFile {
    return this.newest.scanned
  }

  get #files(): readonly ScannedFile[] {
    return [...this.sealed, this.newest.scanned]
  }

  read(address: number): Promise<Part> {
    return readPart(this.#readers, this.#files, address)
  }

  async *parts(): AsyncGenerator<readonly Part[]> {
    for (const { name, length } of this.#files) {
      const reader = await this.#readers.get(name)
      for await (const lines of readLines(reader, 0, length)) {
        const parts: Part[] = []
        for (const { bytes, offset } of lines) {
          const content = parseLine(bytes)
          if (!content) throw damaged({ file: `${JOURNAL}/${name}`, offset }, 'checksum')
          if (parsePartHead(content)?.holds === 'trade') parts.push(parsePart(content))
        }
        yield parts
      }
    }
  }

  async close(): Promise<void> {
    try {
      await this.#readers.close()
    } finally {
      await this.newest.close()
    }
  }
}

/** The one file that is written, behind lowdb: its data are what waits to be written. */
class NewestFile {
  readonly #adapter: AppendAdapter
  readonly #waiting: Low<readonly Staged[]>

  private constructor(
    readonly name: string,
    private readonly base: number,
    tail: Tail,
    private readonly file: Awaited<ReturnType<Files['open']>>,
  ) {
    this.#adapter = new AppendAdapter({ file, name, base, tail })
    this.#waiting = new Low<readonly Staged[]>(this.#adapter, [])
  }

  static async open({ files, folder }: FileJournalOptions, scanned: ScannedFile): Promise<NewestFile> {
    const file = await files.open(join(folder, JOURNAL, scanned.name), 'change')
    // A process that was killed may have left bytes in the system's memory alone. They are shown and built upon from
    // now on, so they must survive a power cut too.
    try {
      await file.sync()
      await files.syncFolder(join(folder, JOURNAL))
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
    return new NewestFile(scanned.name, scanned.base, scanned, file)
  }

  get scanned(): ScannedFile {
    return { name: this.name, base: this.base, ...this.#adapter.tail }
  }

  async append(batch: readonly Staged[]): Promise<readonly KeptCommit[]> {
    this.#waiting.data = batch
    try {
      await this.#waiting.write()
      return this.#adapter.written
    } finally {
      this.#waiting.data = []
    }
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
