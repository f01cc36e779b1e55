import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { CatalogError } from '../../catalog/errors.js'
import type { KeptCommit, ScannedFile } from './journal.js'
import { damaged } from '../failures.js'
import type { Files, OpenFile } from '../disk/files.js'
import { parseHeader, parsePart, parsePartHead, parseSynced, type Placed } from './journal-lines.js'
import { checksumOf, isUnfinished, parseLine } from '../disk/line.js'
import { readLines, type RawLine } from '../disk/read-lines.js'

export const JOURNAL = 'journal'
export const journalFileOf = (month: string): string => `${month}.jsonl`
const LINE_END = '\n'
const JOURNAL_FILE = /^\d{4}-\d{2}\.jsonl$/

/** Names of the journal's files, oldest first. */
export const listJournal = async (files: Files, folder: string): Promise<string[]> =>
  (await files.list(join(folder, JOURNAL))).filter((name) => JOURNAL_FILE.test(name))

/** What is known of the journal's beginning without reading it line by line: whole files, and the last one up to there. */
export interface KnownStart {
  readonly files: readonly ScannedFile[]
  readonly revision: number
}

/** Bytes after the last whole commit of the newest file: a write that was cut short. */
export interface TornTail {
  readonly file: string
  readonly from: number
  readonly to: number
}

export interface ScannedJournal {
  readonly files: readonly ScannedFile[]
  readonly revision: number
  readonly lines: number
  readonly torn: TornTail | null
}

export interface ScanOptions {
  readonly files: Files
  readonly folder: string
  readonly site: string
  /** Where to begin. Default: at the first line. */
  readonly start?: KnownStart | null
  /** Hears of each commit, and how its file is up to its end. */
  readonly visit: (commit: KeptCommit, file: ScannedFile) => void
}

/**
 * Reads the journal in order, checks every line, and hands each commit over once it is whole. Changes nothing.
 *
 * @throws {CatalogError} `STORE_DAMAGED` for all but a torn tail of the newest file; `STORE_NEWER`.
 */
export async function scanJournal(options: ScanOptions): Promise<ScannedJournal> {
  const names = await listJournal(options.files, options.folder)
  if (names.length === 0) throw damaged({ file: JOURNAL }, 'missing')
  const scan = new JournalScan(options)
  // The last of the files that are known is read on from where its known part ends.
  const known = Math.max(0, (options.start?.files.length ?? 0) - 1)
  for (const [index, name] of names.entries()) if (index >= known) await scan.file(name, index === names.length - 1)
  return scan.finish()
}

/** The lines of a commit that are read while its last one has not come. */
interface OpenCommit {
  readonly revision: number
  readonly placed: Placed[]
}

class JournalScan {
  readonly #scanned: ScannedFile[] = []
  #revision = 0
  #lines = 0
  #torn: TornTail | null = null
  #open: OpenCommit | null = null

  // Of the file that is being read:
  #name = ''
  #base = 0
  #number = 0
  #length = 0
  #checksum = ''
  #wholeLines = 0
  #crc = 0
  /** The CRC-32 of all that was read, also of the lines of a commit whose last one has not come. */
  #readCrc = 0

  constructor(private readonly options: ScanOptions) {
    const { files = [], revision = 0 } = options.start ?? {}
    this.#scanned.push(...files.slice(0, -1))
    this.#base = files.at(-1)?.base ?? 0
    this.#revision = revision
    this.#lines = files.reduce((sum, { lines }) => sum + lines, 0)
  }

  async file(name: string, isNewest: boolean): Promise<void> {
    const path = join(this.options.folder, JOURNAL, name)
    const file = await this.options.files.open(path, 'read')
    try {
      const size = await file.size()
      this.#begin(name)
      const fault = await this.#readWhole(file, size)
      if (fault || this.#open) await this.#acceptTornTail(file, size, isNewest, fault)
      if (this.#length === 0) throw damaged({ file: this.#file }, 'header')
      this.#scanned.push(this.#scannedFile)
      this.#base += this.#length
    } finally {
      await file.close()
    }
  }

  /** At the file's first line, or after what is known of it. */
  #begin(name: string): void {
    const last = this.options.start?.files.at(-1)
    const known = last?.name === name ? last : { lines: 0, length: 0, checksum: '', crc: 0 }
    this.#name = name
    this.#number = this.#wholeLines = known.lines
    this.#length = known.length
    this.#checksum = known.checksum
    this.#crc = this.#readCrc = known.crc
  }

  get #scannedFile(): ScannedFile {
    return {
      name: this.#name,
      base: this.#base,
      length: this.#length,
      checksum: this.#checksum,
      lines: this.#wholeLines,
      crc: this.#crc,
    }
  }

  finish(): ScannedJournal {
    return { files: this.#scanned, revision: this.#revision, lines: this.#lines, torn: this.#torn }
  }

  get #file(): string {
    return `${JOURNAL}/${this.#name}`
  }

  #damaged(line: Pick<RawLine, 'offset'>, damage: Parameters<typeof damaged>[1]): CatalogError {
    return damaged({ file: this.#file, line: this.#number, offset: line.offset }, damage)
  }

  /** Follows line after line; gives back the first one that is not as it was written. */
  async #readWhole(file: OpenFile, size: number): Promise<RawLine | null> {
    for await (const lines of readLines(file, this.#length, size))
      for (const line of lines) {
        this.#number += 1
        const content = line.ended ? parseLine(line.bytes) : null
        if (!content) return line
        this.#readCrc = crc32(LINE_END, crc32(line.bytes, this.#readCrc))
        const commit = this.#number === 1 ? this.#readHeader(content, line) : this.#readEntry(content, line)
        this.#lines += 1
        if (this.#open) continue
        this.#length = line.offset + line.bytes.length + 1
        this.#checksum = checksumOf(line.bytes)
        this.#wholeLines = this.#number
        this.#crc = this.#readCrc
        if (commit) this.options.visit(commit, this.#scannedFile)
      }
    return null
  }

  #readHeader(content: Buffer, line: RawLine): null {
    const header = this.#parsed(line, () => parseHeader(content, this.#file))
    if (!header || journalFileOf(header.month) !== this.#name) throw this.#damaged(line, 'header')
    if (header.site !== this.options.site) throw this.#damaged(line, 'otherSite')
    const before = this.#scanned.at(-1)
    const follows = before
      ? header.after?.file === before.name &&
        header.after.length === before.length &&
        header.after.checksum === before.checksum
      : header.after === null
    if (!follows) throw damaged({ file: `${JOURNAL}/${header.after?.file ?? before?.name ?? ''}` }, 'predecessor')
    return null
  }

  /** The commit of which this line is the last one; null for any other line. */
  #readEntry(content: Buffer, line: RawLine): KeptCommit | null {
    const synced = parseSynced(content)
    if (synced !== null) {
      if (synced !== line.offset || this.#open) throw this.#damaged(line, 'position')
      return null
    }
    const head = parsePartHead(content)
    if (!head) throw this.#damaged(line, 'unknownLine')
    if (head.revision !== (this.#open?.revision ?? this.#revision + 1)) throw this.#damaged(line, 'revision')
    this.#open ??= { revision: head.revision, placed: [] }
    const part = this.#parsed(line, () => parsePart(content))
    this.#open.placed.push({ address: this.#base + line.offset, part })
    return head.more ? null : this.#close(this.#open, line)
  }

  /** What is no JSON although its checksum is right was changed by hand: damage like any other. */
  #parsed<T>(line: RawLine, parsing: () => T): T {
    try {
      return parsing()
    } catch (error) {
      throw error instanceof SyntaxError ? this.#damaged(line, 'unknownLine') : error
    }
  }

  #close({ revision, placed }: OpenCommit, line: RawLine): KeptCommit {
    this.#revision = revision
    this.#open = null
    return { revision, placed, end: { file: this.#name, length: line.offset + line.bytes.length + 1 } }
  }

  /**
   * What follows the last whole commit may be cut only when it was never acknowledged: in the newest file, cut short
   * rather than changed, and not followed by a line that says that all before it was on disk.
   */
  async #acceptTornTail(file: OpenFile, size: number, isNewest: boolean, fault: RawLine | null): Promise<void> {
    const at = fault ?? { offset: this.#length }
    if (!isNewest || this.#length === 0) throw this.#damaged(at, this.#length === 0 ? 'header' : 'checksum')
    if (fault && (!isUnfinished(fault) || (await this.#isSyncedAfter(file, fault, size))))
      throw this.#damaged(fault, 'checksum')
    this.#torn = { file: this.#name, from: this.#length, to: size }
    this.#open = null
  }

  async #isSyncedAfter(file: OpenFile, fault: RawLine, size: number): Promise<boolean> {
    for await (const lines of readLines(file, fault.offset + fault.bytes.length + 1, size))
      for (const line of lines) {
        const content = parseLine(line.bytes)
        if (content && parseSynced(content) === line.offset) return true
      }
    return false
  }
}
