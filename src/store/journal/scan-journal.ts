import { join } from 'node:path'
import type { CatalogError } from '../../catalog/errors.js'
import type { KeptCommit } from './journal.js'
import { damaged } from '../failures.js'
import type { Files, OpenFile } from '../disk/files.js'
import { parseHeader, parsePart, parsePartHead, parseSynced, type PartHead, type Placed } from './journal-lines.js'
import { checksumOf, isUnfinished, parseLine } from '../disk/line.js'
import { readLines, type RawLine } from '../disk/read-lines.js'

export const JOURNAL = 'journal'
export const journalFileOf = (month: string): string => `${month}.jsonl`
const JOURNAL_FILE = /^\d{4}-\d{2}\.jsonl$/

/** Names of the journal's files, oldest first. */
export const listJournal = async (files: Files, folder: string): Promise<string[]> =>
  (await files.list(join(folder, JOURNAL))).filter((name) => JOURNAL_FILE.test(name))

/** A journal file that was read to its end. */
export interface ScannedFile {
  readonly name: string
  /** Bytes of all files before it. An address in the journal is this base and an offset. */
  readonly base: number
  /** Bytes up to the end of its last whole commit. */
  readonly length: number
  /** The checksum of its last line. */
  readonly checksum: string
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
  /** The revision that a checkpoint holds, or 0: lines with nothing but catalog are checked up to there, not parsed. */
  readonly checkpointed: number
  readonly visit: (commit: KeptCommit) => void
}

/**
 * Reads the whole journal in order, checks every line, and hands each commit over once it is whole. Changes nothing.
 *
 * @throws {CatalogError} `STORE_DAMAGED` for all but a torn tail of the newest file; `STORE_NEWER`.
 */
export async function scanJournal(options: ScanOptions): Promise<ScannedJournal> {
  const names = await listJournal(options.files, options.folder)
  if (names.length === 0) throw damaged({ file: JOURNAL }, 'missing')
  const scan = new JournalScan(options)
  for (const [index, name] of names.entries()) await scan.file(name, index === names.length - 1)
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

  constructor(private readonly options: ScanOptions) {}

  async file(name: string, isNewest: boolean): Promise<void> {
    const path = join(this.options.folder, JOURNAL, name)
    const file = await this.options.files.open(path, 'read')
    try {
      const size = await file.size()
      this.#name = name
      this.#number = 0
      this.#length = 0
      const fault = await this.#readWhole(file, size)
      if (fault || this.#open) await this.#acceptTornTail(file, size, isNewest, fault)
      if (this.#length === 0) throw damaged({ file: this.#file }, 'header')
      this.#scanned.push({ name, base: this.#base, length: this.#length, checksum: this.#checksum })
      this.#base += this.#length
    } finally {
      await file.close()
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
    for await (const lines of readLines(file, 0, size))
      for (const line of lines) {
        this.#number += 1
        const content = line.ended ? parseLine(line.bytes) : null
        if (!content) return line
        if (this.#number === 1) this.#readHeader(content, line)
        else this.#readEntry(content, line)
        this.#lines += 1
        if (this.#open) continue
        this.#length = line.offset + line.bytes.length + 1
        this.#checksum = checksumOf(line.bytes)
      }
    return null
  }

  #readHeader(content: Buffer, line: RawLine): void {
    const header = parseHeader(content, this.#file)
    if (!header || journalFileOf(header.month) !== this.#name) throw this.#damaged(line, 'header')
    if (header.site !== this.options.site) throw this.#damaged(line, 'otherSite')
    const before = this.#scanned.at(-1)
    const follows = before
      ? header.after?.file === before.name &&
        header.after.length === before.length &&
        header.after.checksum === before.checksum
      : header.after === null
    if (!follows) throw damaged({ file: `${JOURNAL}/${header.after?.file ?? before?.name ?? ''}` }, 'predecessor')
  }

  #readEntry(content: Buffer, line: RawLine): void {
    const synced = parseSynced(content)
    if (synced !== null) {
      if (synced !== line.offset || this.#open) throw this.#damaged(line, 'position')
      return
    }
    const head = parsePartHead(content)
    if (!head) throw this.#damaged(line, 'unknownLine')
    if (head.revision !== (this.#open?.revision ?? this.#revision + 1)) throw this.#damaged(line, 'revision')
    this.#open ??= { revision: head.revision, placed: [] }
    if (!this.#maySkip(head)) this.#open.placed.push({ address: this.#base + line.offset, part: parsePart(content) })
    if (!head.more) this.#close(this.#open, line)
  }

  #maySkip({ revision, holds }: PartHead): boolean {
    return holds === 'catalog' && revision <= this.options.checkpointed
  }

  #close({ revision, placed }: OpenCommit, line: RawLine): void {
    this.options.visit({
      revision,
      placed,
      end: { file: this.#name, length: line.offset + line.bytes.length + 1 },
    })
    this.#revision = revision
    this.#open = null
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
