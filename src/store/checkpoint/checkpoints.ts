import type { Low } from 'lowdb'
import type { CatalogTables } from '../state/catalog-tables.js'
import { reasonOf, type Report } from '../failures.js'

/** A checkpoint is due after this many changes, or after a quarter of what the catalog holds when that is more. */
const LEAST_CHANGES = 1000

/** The newest checkpoint: revision 0 when there is none, and the journal file in which it ends. */
export interface Written {
  readonly revision: number
  readonly file: string | undefined
}

/**
 * Writes checkpoints of the catalog in the background, one at a time: seldom enough that writing them costs no more
 * than the changes themselves, often enough that a start after a crash has little to read again.
 */
export class Checkpoints {
  #changes = 0
  #written: Written
  #writing: Promise<void> | null = null

  /** `database` holds the catalog as it is now, `written` tells of the checkpoint that is on disk. */
  constructor(
    private readonly database: Low<CatalogTables>,
    written: Written,
    private readonly report: Report,
  ) {
    this.#written = written
  }

  /** Notes that so many records and levels have changed. */
  note(changes: number): void {
    this.#changes += changes
    if (!this.#writing && this.#isDue()) this.#writing = this.#write().finally(() => (this.#writing = null))
  }

  #isDue(): boolean {
    const { records, stock, position } = this.database.data
    // With a checkpoint in each of its files, the journal cannot lose its newest one unnoticed.
    if (position?.file !== this.#written.file) return true
    if (this.#changes < LEAST_CHANGES) return false
    return this.#changes >= Object.values(records).reduce((sum, { size }) => sum + size, stock.size) / 4
  }

  async #write(): Promise<void> {
    const { revision, position } = this.database.data
    this.#changes = 0
    // Even when it fails: the next attempt is to come with the next changes, not at once.
    this.#written = { ...this.#written, file: position?.file }
    try {
      await this.database.write()
      this.#written = { ...this.#written, revision }
    } catch (error) {
      const { vi, en } = reasonOf(error)
      this.report({
        vi: `Chưa ghi được điểm kiểm tra của danh mục (${vi}). Không mất dữ liệu: sổ nhật ký có đủ; sẽ thử lại.`,
        en: `The checkpoint of the catalog could not be written (${en}). Nothing is lost: the journal holds it all. It will be tried again.`,
      })
    }
  }

  /** Writes what no checkpoint holds yet. */
  async close(): Promise<void> {
    await this.#writing
    if (this.database.data.revision > this.#written.revision) await this.#write()
  }
}
