import { damaged } from '../failures.js'
import type { KeptCommit, Position } from '../journal/journal.js'
import { JOURNAL, type ScannedJournal } from '../journal/scan-journal.js'

/** The name of the checkpoint within the store's folder. */
export const CHECKPOINT = 'catalog.jsonl'

interface Held {
  readonly revision: number
  readonly position: Position | null
}

/** @throws {CatalogError} `STORE_DAMAGED` when the checkpoint's last commit ends elsewhere in this journal. */
export function refuseOtherJournal(checkpoint: Held, commit: KeptCommit): void {
  if (commit.revision !== checkpoint.revision) return
  const [held, end] = [checkpoint.position, commit.end]
  if (held?.file !== end?.file || held?.length !== end?.length)
    throw damaged({ file: CHECKPOINT, revision: checkpoint.revision }, 'differs', { mend: 'rebuild' })
}

/** @throws {CatalogError} `STORE_DAMAGED` when the checkpoint knows of commits that the journal has lost. */
export function refuseShorterJournal(checkpoint: Held, { revision, files }: ScannedJournal): void {
  if (checkpoint.revision > revision)
    throw damaged({ file: `${JOURNAL}/${files.at(-1)?.name ?? ''}`, revision: revision + 1 }, 'tooShort')
}
