import type { StockMovement } from '../../catalog/store.js'
import type { KeptCommit } from '../journal/journal.js'
import type { ScannedFile } from '../journal/journal.js'
import type { PartDigest } from '../state/digest.js'
import { toBlock, type Summary } from './block.js'
import { DigestWords } from './digest-words.js'
import { Names } from './names.js'
import { WordWriter } from './words.js'

/** Where a block ended: the next one begins there, or with the next file. */
type Ended = Pick<Summary, 'file' | 'length' | 'last'>

/** Gathers the digests of commits that follow each other in one file of the journal, and makes a block of them. */
export class BlockBuilder {
  readonly names = new Names()
  readonly #digests = new DigestWords(this.names)
  readonly #words = new WordWriter()
  readonly #stock = new Map<string, number>()
  #first = 0
  #last = 0
  #orders = 0
  #entries = 0
  commits = 0

  constructor(private ended: Ended | null) {
    this.#last = ended?.last ?? 0
  }

  add({ revision, placed }: KeptCommit, digests: readonly PartDigest[]): void {
    if (this.commits === 0) this.#first = revision
    this.#last = revision
    this.commits += 1
    for (const digest of digests) this.#addDigest(digest)
    for (const { part } of placed) this.#move(part.stock)
  }

  #addDigest(digest: PartDigest): void {
    this.#digests.write(digest, this.#words)
    for (const { version } of digest.orders) if (version === 1) this.#orders += 1
    this.#entries += digest.entries.length
  }

  #move(stock: readonly StockMovement[]): void {
    for (const { sku, quantity } of stock) this.#stock.set(sku, (this.#stock.get(sku) ?? 0) + quantity)
  }

  /** A block of all that was added since the last one; `end` is where the file of the last commit ends with it. */
  build({ name, base, length, lines, checksum, crc }: ScannedFile): Buffer {
    const summary: Summary = {
      file: name,
      base,
      from: this.ended?.file === name ? this.ended.length : 0,
      length,
      lines,
      checksum,
      crc,
      first: this.#first,
      last: this.#last,
      orders: this.#orders,
      entries: this.#entries,
      stock: [...this.#stock],
      names: this.names.takeNew(),
    }
    const block = toBlock(summary, this.#words.bytes)
    this.ended = { file: name, length, last: this.#last }
    this.#words.clear()
    this.#stock.clear()
    this.commits = this.#orders = this.#entries = 0
    return block
  }
}
