import { join } from 'node:path'
import type { Files, OpenFile } from '../disk/files.js'
import { reasonOf, type Report } from '../failures.js'
import type { KeptCommit } from '../journal/journal.js'
import type { ScannedFile } from '../journal/journal.js'
import type { PartDigest } from '../state/digest.js'
import { toHeadBlock, TRADE_INDEX } from './block.js'
import { BlockBuilder } from './block-builder.js'
import type { FittingIndex } from './check-index.js'

/** A block stands for at least so many commits, unless its journal file or the store's life ends before. */
const COMMITS = 4096

interface Location {
  readonly files: Files
  readonly folder: string
  readonly site: string
  readonly report: Report
}

/**
 * Writes the index along with the journal, a block at a time, and lets nobody wait for it: what a crash takes from it
 * is read from the journal at the next start. It is never ahead of the journal, for a block is written when its commits
 * are durable.
 */
export class TradeIndex {
  readonly #builder: BlockBuilder
  /** The newest journal file as it was after the last commits that were noted. */
  #tail: ScannedFile | null = null
  /** The file of the commit that was noted last. */
  #noted: string | undefined
  #waiting: Buffer[] = []
  #file: OpenFile | null = null
  #length: number
  #writing: Promise<void> | null = null
  #isOpen = false
  #isFailing = false

  constructor(
    private readonly location: Location,
    private readonly seed: number,
    private readonly kept: FittingIndex | null,
  ) {
    const last = kept?.start.files.at(-1)
    this.#length = kept?.length ?? 0
    this.#builder = new BlockBuilder(
      last ? { file: last.name, length: last.length, last: kept?.start.revision ?? 0 } : null,
    )
  }

  /** The texts that blocks have named so far. */
  get names(): BlockBuilder['names'] {
    return this.#builder.names
  }

  note(commit: KeptCommit, digests: readonly PartDigest[]): void {
    // A month begins: what was gathered belongs to the file before, whose end was marked after its last commits.
    if (this.#tail && commit.end?.file !== this.#noted) this.#seal(this.#tail)
    this.#noted = commit.end?.file
    this.#builder.add(commit, digests)
  }

  /** Notes that all commits so far are durable, and how their file is with them. */
  mark(tail: ScannedFile): void {
    this.#tail = tail
    if (this.#builder.commits >= COMMITS) this.#seal(tail)
  }

  #seal(tail: ScannedFile): void {
    if (this.#builder.commits === 0) return
    this.#waiting.push(this.#builder.build(tail))
    this.#write()
  }

  /** From here on the index may be written: takes away what does not fit, and writes what has gathered. */
  async open(): Promise<void> {
    const { files, folder } = this.location
    const path = join(folder, TRADE_INDEX)
    try {
      if (this.kept) {
        this.#file = await files.open(path, 'change')
        if ((await this.#file.size()) > this.#length) await this.#file.truncate(this.#length)
      } else if ((await files.list(folder)).includes(TRADE_INDEX)) await files.remove(path)
      this.#isOpen = true
    } catch (error) {
      this.#complain(error)
    }
    this.#write()
  }

  #write(): void {
    if (this.#isOpen && !this.#writing && this.#waiting.length > 0)
      this.#writing = this.#writeWaiting()
        .then(() => void (this.#isFailing = false))
        .catch((error: unknown) => this.#complain(error))
        .finally(() => (this.#writing = null))
  }

  async #writeWaiting(): Promise<void> {
    this.#file ??= await this.#create()
    for (let [block] = this.#waiting; block; [block] = this.#waiting) {
      await this.#file.write(block, this.#length)
      this.#length += block.length
      this.#waiting.shift()
    }
    await this.#file.sync()
  }

  async #create(): Promise<OpenFile> {
    const { files, folder, site } = this.location
    const path = join(folder, TRADE_INDEX)
    await files.remove(path)
    const file = await files.open(path, 'create')
    const head = toHeadBlock(site, this.seed)
    try {
      await file.write(head, 0)
      await files.syncFolder(folder)
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
    this.#length = head.length
    return file
  }

  /** Once for each time that it begins to fail; the next block tries again. */
  #complain(error: unknown): void {
    if (this.#isFailing) return
    this.#isFailing = true
    const { vi, en } = reasonOf(error)
    this.location.report({
      vi: `Chưa ghi được ${TRADE_INDEX} (${vi}). Không mất dữ liệu: chỉ lần mở sau lâu hơn; sẽ thử lại.`,
      en: `${TRADE_INDEX} could not be written (${en}). Nothing is lost: only the next start takes longer. It will be tried again.`,
    })
  }

  /** Writes what no block stands for yet. */
  async close(): Promise<void> {
    if (this.#tail) this.#seal(this.#tail)
    await this.#writing
    this.#write()
    await this.#writing
    await this.#file?.close().catch(() => undefined)
  }
}
