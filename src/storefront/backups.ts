import type { Language } from '../catalog/text.js'

/** One backup that lies in the folder for them. */
export interface BackupFile {
  readonly name: string
  readonly bytes: number
  /** When it was made. */
  readonly at: Date
}

/** Where backups are made, for the office's button: given by whoever runs the shop, since only they know a safe place. */
export interface Backups {
  /** As the administrator knows it. */
  readonly folder: string
  /** Newest first. */
  list(): Promise<readonly BackupFile[]>
  /** One of the list, as it lies there; null when there is none of this name. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | null>
  /** Makes a backup, reads it again as a whole, and says in sentences what it holds, or why there is none. */
  make(language: Language): Promise<BackupMade>
}

/** What came of making a backup. */
export interface BackupMade {
  /** Null when none was made. */
  readonly name: string | null
  /** Sentences in the language that was asked for. */
  readonly report: readonly string[]
}
