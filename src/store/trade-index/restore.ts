import { join } from 'node:path'
import { CHECKPOINT } from '../checkpoint/agreement.js'
import type { Files } from '../disk/files.js'
import { parseLine } from '../disk/line.js'
import { readLines } from '../disk/read-lines.js'
import { SharedReaders } from '../disk/shared-readers.js'
import { damaged } from '../failures.js'
import { parsePart, parsePartHead } from '../journal/journal-lines.js'
import { readPart } from '../journal/read-part.js'
import { JOURNAL } from '../journal/scan-journal.js'
import type { CountedTransaction } from '../../catalog/transaction.js'
import type { Sku } from '../../catalog/ids.js'
import type { CommittedState } from '../state/committed-state.js'
import { readBlocks, readHead, TRADE_INDEX, type Summary, type SummarizedBlock } from './block.js'
import type { FittingIndex } from './check-index.js'
import { DigestWords } from './digest-words.js'
import type { Names } from './names.js'
import { WordReader } from './words.js'

interface Restoring {
  readonly files: Files
  readonly folder: string
  readonly site: string
  readonly index: FittingIndex
  readonly state: CommittedState
  /** Hears of each entry of the ledger, in order. */
  readonly onEntry: (entry: CountedTransaction) => void
  /** Takes over the names that the blocks have brought, so that further blocks can go on. */
  readonly names: Names
}

/**
 * Brings memory to where the index ends: orders and ledger from the index, and of the catalog what the checkpoint does
 * not hold, from the lines of the journal that the index points out.
 *
 * @throws {CatalogError} `STORE_DAMAGED` when the checkpoint ends where the journal has no such commit.
 */
export async function restoreFromIndex(options: Restoring): Promise<void> {
  const { files, folder, site, index } = options
  const file = await files.open(join(folder, TRADE_INDEX), 'read')
  options.state.expect(index.orders, index.entries)
  const restore = new Restore(options, new SharedReaders(files, join(folder, JOURNAL)))
  try {
    const head = await readHead(file, site)
    for await (const block of readBlocks(file, head?.end ?? 0)) {
      if (block.end > index.length) break
      await restore.block(block)
    }
    options.state.settle()
  } finally {
    await restore.journal.close()
    await file.close()
  }
}

class Restore {
  readonly #digests: DigestWords
  readonly #checkpointed: number

  constructor(
    private readonly options: Restoring,
    readonly journal: SharedReaders,
  ) {
    this.#digests = new DigestWords(options.names)
    this.#checkpointed = options.state.tables.revision
  }

  async block({ summary, words }: SummarizedBlock): Promise<void> {
    const { state, names, onEntry } = this.options
    names.add(summary.names)
    const catalogLines: number[] = []
    this.#digests.read(new WordReader(words), {
      order: (order, address) => state.orders.put(order, address),
      entry: (entry, address) => {
        state.ledger.record(entry, address)
        onEntry(entry.counted)
      },
      line: (address, audit, hasCatalog) => {
        state.audit.record(address, audit)
        if (hasCatalog) catalogLines.push(address)
      },
    })
    if (summary.last < this.#checkpointed) return
    if (summary.first <= this.#checkpointed) await this.#replay(summary)
    else await this.#replayCatalog(summary, catalogLines)
    state.tables.revision = summary.last
    state.tables.position = { file: summary.file, length: summary.length }
  }

  async #replayCatalog({ stock }: Summary, lines: readonly number[]): Promise<void> {
    const { tables } = this.options.state
    for (const [sku, change] of stock) tables.stock.set(sku as Sku, (tables.stock.get(sku as Sku) ?? 0) + change)
    for (const address of lines)
      tables.put((await readPart(this.journal, this.options.index.start.files, address)).puts)
  }

  /** The block in which the checkpoint ends: what comes after it is read from the journal. */
  async #replay({ file, from, length }: Summary): Promise<void> {
    const { tables } = this.options.state
    let end = 0
    for await (const lines of readLines(await this.journal.get(file), from, length))
      for (const { bytes, offset } of lines) {
        const content = parseLine(bytes)
        const head = content && parsePartHead(content)
        if (head?.revision === this.#checkpointed && !head.more) end = offset + bytes.length + 1
        if (!content || !head || head.revision <= this.#checkpointed) continue
        const { puts, stock } = parsePart(content)
        tables.put(puts)
        tables.move(stock)
      }
    const { position } = tables
    if (position?.file !== file || position.length !== end)
      throw damaged({ file: CHECKPOINT, revision: this.#checkpointed }, 'differs', { mend: 'rebuild' })
  }
}
