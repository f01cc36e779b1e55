import { join, resolve } from 'node:path'
import { COLLECTION_NAMES, type CatalogCollection } from '../catalog/collections.js'
import type { Put } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import { CHECKPOINT, refuseOtherJournal, refuseShorterJournal } from './checkpoint/agreement.js'
import { CheckpointAdapter, UnreadableCheckpoint } from './checkpoint/checkpoint-adapter.js'
import { COMPACTING, isTakingOver } from './compact/take-over.js'
import { nodeFiles, type Files } from './disk/files.js'
import { damaged, toCatalogError } from './failures.js'
import type { KeptCommit, ScannedFile } from './journal/journal.js'
import { scanJournal } from './journal/scan-journal.js'
import { MARKER, readSite } from './marker.js'
import { brokenCommit } from './refused-records.js'
import { CatalogTables } from './state/catalog-tables.js'
import { CommittedState } from './state/committed-state.js'
import type { PartDigest } from './state/digest.js'
import { Overlay } from './state/facts.js'
import { KeyHasher } from './state/key-hash.js'
import { applyRules } from './state/rules.js'
import { refuseIndexAhead } from './trade-index/check-index.js'
import { IndexComparison } from './trade-index/index-comparison.js'

/** What was checked, and found as it should be. */
export interface Verification {
  readonly journalFiles: number
  /** Lines whose length and checksum were compared with their contents. */
  readonly lines: number
  /** Commits replayed, from the first one on, with every rule of the store asked again. */
  readonly commits: number
  /** The site whose data they are. */
  readonly site: string | null
  /** When the last commit was written; null when there is none. */
  readonly lastCommitAt: string | null
  readonly orders: number
  readonly ledgerEntries: number
  readonly auditEntries: number
  readonly records: { readonly [C in CatalogCollection]: number }
  readonly stockLevels: number
  /** The revision whose checkpoint equals what the journal gave; null when there is none that can be read. */
  readonly checkpoint: number | null
  /** The revision up to which the index equals what the journal gives; null when there is none that can be read. */
  readonly index: number | null
  /** Bytes at the end that no commit has confirmed: cut off when the store opens. */
  readonly unconfirmedBytes: number
}

export interface VerifyOptions {
  readonly files?: Files
  /** Hears of the records and ledger entries of each commit, oldest first, once the commit keeps every rule. */
  readonly onPuts?: (puts: readonly Put[], entries: readonly Transaction[]) => void
}

/**
 * Checks a folder of the embedded store from end to end: every line's checksum, the order of the revisions, every rule
 * for every commit, and that checkpoint and index equal the replay. Changes nothing and takes no lock, so that it may look
 * at a folder in use.
 *
 * @throws {CatalogError} `STORE_DAMAGED` for the first thing that is not as it should be; `STORE_NEWER`;
 * `STORE_UNAVAILABLE` when it cannot be read.
 */
export async function verifyFolder(folder: string, options: VerifyOptions = {}): Promise<Verification> {
  try {
    return await verify(resolve(folder), options)
  } catch (error) {
    throw toCatalogError(error)
  }
}

async function verify(folder: string, { files = nodeFiles, onPuts }: VerifyOptions): Promise<Verification> {
  if (await isTakingOver(files, folder)) throw damaged({ file: COMPACTING }, 'unfinished', { mend: 'openOnce' })
  const site = await readSite(files, folder)
  if (site === null) throw damaged({ file: MARKER }, 'missing')
  const checkpoint = await readCheckpoint(files, folder, site)
  const index = await IndexComparison.open(files, folder, site)
  const state = new CommittedState(new CatalogTables(), new KeyHasher(index?.kept.seed))
  let lastCommitAt: string | null = null
  const visit = (commit: KeptCommit, file: ScannedFile): void => {
    lastCommitAt = commit.placed.at(-1)?.part.at ?? lastCommitAt
    const digests = replay(commit, state)
    if (onPuts) for (const { part } of commit.placed) onPuts(part.puts, part.transactions)
    index?.follow(commit, digests, file)
    if (commit.revision !== checkpoint?.revision) return
    refuseOtherJournal(checkpoint, commit)
    compare(checkpoint, state.tables)
  }
  const scanned = await scanJournal({ files, folder, site, visit })
  if (checkpoint) refuseShorterJournal(checkpoint, scanned)
  if (index) refuseIndexAhead(index.kept, scanned)
  const { lines, revision, torn } = scanned
  const { records, stock } = state.tables
  return {
    journalFiles: scanned.files.length,
    lines,
    commits: revision,
    site,
    lastCommitAt,
    orders: state.orders.size,
    ledgerEntries: state.ledger.size,
    auditEntries: state.audit.size,
    records: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, records[name].size])) as Verification['records'],
    stockLevels: stock.size,
    checkpoint: checkpoint?.revision ?? null,
    index: index?.kept.start.revision ?? null,
    unconfirmedBytes: torn ? torn.to - torn.from : 0,
  }
}

async function readCheckpoint(files: Files, folder: string, site: string): Promise<CatalogTables | null> {
  try {
    return await new CheckpointAdapter(files, join(folder, CHECKPOINT), site).read()
  } catch (error) {
    if (error instanceof UnreadableCheckpoint) return null
    throw error
  }
}

function replay(commit: KeptCommit, state: CommittedState): readonly PartDigest[] {
  const parts = commit.placed.map(({ part }) => part)
  try {
    applyRules(
      {
        puts: parts.flatMap(({ puts }) => puts),
        transactions: parts.flatMap(({ transactions }) => transactions),
        stock: parts.flatMap(({ stock }) => stock),
      },
      new Overlay(state),
    )
    return state.apply(commit)
  } catch (cause) {
    throw brokenCommit(commit, cause)
  }
}

function compare(checkpoint: CatalogTables, replayed: CatalogTables): void {
  const differ = (a: Iterable<unknown>, b: Iterable<unknown>): boolean =>
    JSON.stringify([...a]) !== JSON.stringify([...b])
  const records = COLLECTION_NAMES.some((name) =>
    differ(checkpoint.records[name].values(), replayed.records[name].values()),
  )
  if (records || differ(checkpoint.stock, replayed.stock))
    throw damaged({ file: CHECKPOINT, revision: checkpoint.revision }, 'differs', { mend: 'rebuild' })
}
