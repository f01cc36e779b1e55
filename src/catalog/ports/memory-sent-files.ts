import { listGivingWay, type KeptFile } from './giving-way.js'
import { SENT_FILE_KEPT, type FileWork, type SentFile, type SentFiles } from './sent-files.js'

interface Kept extends KeptFile {
  readonly file: SentFile
  readonly bytes: Uint8Array
}

/** Keeps files that were sent in the memory of one process. */
export class MemorySentFiles implements SentFiles {
  readonly #kept = new Map<string, Kept>()

  keep(file: Omit<SentFile, 'work'>, bytes: Uint8Array, now: Date): Promise<void> {
    const until = now.getTime() + SENT_FILE_KEPT
    this.#kept.set(file.id, { file: { ...file, work: null }, bytes, size: bytes.length, until })
    for (const { file } of listGivingWay([...this.#kept.values()], now)) this.#kept.delete(file.id)
    return Promise.resolve()
  }

  find(id: string): Promise<SentFile | null> {
    return Promise.resolve(this.#kept.get(id)?.file ?? null)
  }

  read(id: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.#kept.get(id)?.bytes ?? null)
  }

  describe(id: string, facts: string): Promise<void> {
    return this.#change(id, { facts })
  }

  note(id: string, work: FileWork | null): Promise<void> {
    return this.#change(id, { work })
  }

  #change(id: string, changes: Partial<SentFile>): Promise<void> {
    const kept = this.#kept.get(id)
    if (kept) this.#kept.set(id, { ...kept, file: { ...kept.file, ...changes } })
    return Promise.resolve()
  }
}
