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
  /** How the shop's data become those of a backup. Default: by whoever runs the shop alone, as the page says. */
  readonly restoring?: Restoring | undefined
}

/** Restoring by the office's page: somebody looks at what would come and what would go, and then orders it. */
export interface Restoring {
  /** Reads one of the list from end to end and says in sentences what it holds beside the present data, or what is wrong. */
  check(name: string, language: Language): Promise<BackupChecked>
  /**
   * Keeps the order on disk and closes the shop, which is opened again with the data of the backup, the present ones kept
   * as one more backup; or with the present ones when the backup cannot be restored.
   *
   * @param by - The account that asks, for the audit trail.
   */
  order(name: string, by: { readonly id: string; readonly name: string }): Promise<void>
}

/** What came of looking through a backup. */
export interface BackupChecked {
  readonly isWhole: boolean
  /** Sentences in the language that was asked for. */
  readonly report: readonly string[]
}

/** What came of making a backup. */
export interface BackupMade {
  /** Null when none was made. */
  readonly name: string | null
  /** Sentences in the language that was asked for. */
  readonly report: readonly string[]
}
