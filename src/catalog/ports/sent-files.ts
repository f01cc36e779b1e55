/** What a process does with a file that was sent, and how far it is. */
export interface FileWork {
  /** Names the process that does it. */
  readonly worker: string
  /** What it is at, by a word of its own. */
  readonly step: string
  /** How much of `total` is done. */
  readonly done: number
  readonly total: number
  /** When the process last said so, in milliseconds since 1970. */
  readonly at: number
}

/** A file that somebody has sent to be worked on, without its bytes. */
export interface SentFile {
  readonly id: string
  /** Who has sent it. */
  readonly accountId: string
  /** What was said of it, as JSON. */
  readonly facts: string
  /** Null while nobody works on it. */
  readonly work: FileWork | null
}

/** So many files are kept, of one account and of all, and so many bytes of all; the oldest gives way, never the newest. */
export const MOST_SENT_FILES = { ofOne: 3, ofAll: 20, bytes: 100 * 1024 * 1024 } as const

/** So long a file is kept, in milliseconds. */
export const SENT_FILE_KEPT = 24 * 3_600_000

/**
 * Files on their way into the catalog, for all processes on the store: the one that is asked about a file can go on with
 * it, though another one was sent it, also after a restart. Where they are lost all the same they are sent again.
 */
export interface SentFiles {
  /** @throws {CatalogError} `STORE_UNAVAILABLE` */
  keep(file: Omit<SentFile, 'work'>, bytes: Uint8Array, now: Date): Promise<void>
  /** Null when it gave way to newer ones. @throws {CatalogError} `STORE_UNAVAILABLE` */
  find(id: string): Promise<SentFile | null>
  /** The bytes. Null when it gave way to newer ones. @throws {CatalogError} `STORE_UNAVAILABLE` */
  read(id: string): Promise<Uint8Array | null>
  /** Says something else of it. @throws {CatalogError} `STORE_UNAVAILABLE` */
  describe(id: string, facts: string): Promise<void>
  /** Says what is done with it now. Never rejects: it is told again soon. */
  note(id: string, work: FileWork | null): Promise<void>
}
