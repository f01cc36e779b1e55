import { MOST_SENT_FILES, SENT_FILE_KEPT, type FileWork, type SentFile, type SentFiles } from './sent-files.js'

interface Kept {
  readonly file: SentFile
  readonly bytes: Uint8Array
  readonly until: number
}

/** Keeps files that were sent in the memory of one process. */
export class MemorySentFiles implements SentFiles {
  readonly #kept = new Map<string, Kept>()

  keep(file: Omit<SentFile, 'work'>, bytes: Uint8Array, now: Date): Promise<void> {
    const at = now.getTime()
    for (const [id, { until }] of this.#kept) if (until <= at) this.#kept.delete(id)
    const { ofOne, ofAll } = MOST_SENT_FILES
    const own = [...this.#kept.values()].filter((kept) => kept.file.accountId === file.accountId)
    const [oldest] = own.length >= ofOne ? own : this.#kept.size >= ofAll ? this.#kept.values() : []
    if (oldest) this.#kept.delete(oldest.file.id)
    this.#kept.set(file.id, { file: { ...file, work: null }, bytes, until: at + SENT_FILE_KEPT })
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
