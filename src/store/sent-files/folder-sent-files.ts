import { randomUUID } from 'node:crypto'
import { listGivingWay } from '../../catalog/ports/giving-way.js'
import { SENT_FILE_KEPT, type FileWork, type SentFile, type SentFiles } from '../../catalog/ports/sent-files.js'
import { requireRoom } from '../disk/disk-space.js'
import { replaceFile } from '../disk/replace-file.js'
import { closed, reasonOf, toCatalogError, type Report } from '../failures.js'
import { bytesOf, listKept, noteOf, readBytes, type FolderFile, type Place } from './kept-files.js'

/** So often the folder is rid of files whose time is over, in milliseconds. */
const SWEPT_EVERY = 3_600_000

/** Keeps files that were sent in a folder beside the journal, so that they outlast the process. */
export class FolderSentFiles implements SentFiles {
  /** By id, oldest first. */
  readonly #kept = new Map<string, FolderFile>()
  readonly #sweeping: NodeJS.Timeout
  /** One change follows the other. */
  #turn: Promise<unknown> = Promise.resolve()
  #isClosed = false

  private constructor(
    private readonly place: Place,
    clock: () => Date,
  ) {
    const sweep = (): void => void this.#inTurn(() => this.#sweep(clock())).catch(() => undefined)
    this.#sweeping = setInterval(sweep, SWEPT_EVERY).unref()
  }

  /** Finds what an earlier process kept. A shop opens also when that cannot be read: the operator hears of it. */
  static async open({ clock, report, ...place }: Place & { clock: () => Date; report: Report }) {
    const sentFiles = new FolderSentFiles(place, clock)
    try {
      for (const kept of await listKept(place)) sentFiles.#kept.set(kept.file.id, kept)
      await sentFiles.#sweep(clock())
    } catch (error) {
      const { vi, en } = reasonOf(error)
      report({
        vi: `Không đọc được các tệp đang chờ nhập (${vi}); ai gửi dở thì gửi lại, dữ liệu không mất gì.`,
        en: `The files that wait to be imported cannot be read (${en}); who sent one sends it again, no data are lost.`,
      })
    }
    return sentFiles
  }

  keep(file: Omit<SentFile, 'work'>, bytes: Uint8Array, now: Date): Promise<void> {
    return this.#inTurn(async () => {
      const until = now.getTime() + SENT_FILE_KEPT
      const kept = { file: { ...file, work: null }, size: bytes.length, until, name: randomUUID() }
      await this.place.files.makeFolder(this.place.folder)
      await requireRoom(this.place.files, this.place.folder, bytes.length)
      try {
        await replaceFile(this.place.files, bytesOf(this.place, kept), [bytes])
        await this.#write(kept)
      } catch (error) {
        await this.#remove(kept).catch(() => undefined)
        throw error
      }
      await this.#sweep(now)
    })
  }

  find(id: string): Promise<SentFile | null> {
    return this.#isClosed ? Promise.reject(closed()) : Promise.resolve(this.#kept.get(id)?.file ?? null)
  }

  async read(id: string): Promise<Uint8Array | null> {
    if (this.#isClosed) throw closed()
    const kept = this.#kept.get(id)
    try {
      return kept ? await readBytes(this.place, kept) : null
    } catch (error) {
      throw toCatalogError(error)
    }
  }

  describe(id: string, facts: string): Promise<void> {
    return this.#inTurn(async () => {
      const kept = this.#kept.get(id)
      if (kept) await this.#write({ ...kept, file: { ...kept.file, facts } })
    })
  }

  /** On disk stands which step it is at; how far that is, in memory alone. */
  note(id: string, work: FileWork | null): Promise<void> {
    const noting = this.#inTurn(async () => {
      const kept = this.#kept.get(id)
      if (!kept) return
      const noted = { ...kept, file: { ...kept.file, work } }
      this.#kept.set(id, noted)
      if (work?.step !== kept.file.work?.step) await this.#write(noted)
    })
    // It is told again soon.
    return noting.catch(() => undefined)
  }

  /** Ends once the change under way has; nothing is written after it. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#sweeping)
    await this.#turn
  }

  async #write(kept: FolderFile): Promise<void> {
    await replaceFile(this.place.files, noteOf(this.place, kept), [JSON.stringify(kept)])
    this.#kept.set(kept.file.id, kept)
  }

  /** What cannot be removed now goes when the folder is opened again. */
  async #sweep(now: Date): Promise<void> {
    for (const kept of listGivingWay([...this.#kept.values()], now)) {
      this.#kept.delete(kept.file.id)
      await this.#remove(kept).catch(() => undefined)
    }
  }

  async #remove(kept: FolderFile): Promise<void> {
    await this.place.files.remove(noteOf(this.place, kept))
    await this.place.files.remove(bytesOf(this.place, kept))
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => {
      if (this.#isClosed) throw closed()
      try {
        return await change()
      } catch (error) {
        throw toCatalogError(error)
      }
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}
