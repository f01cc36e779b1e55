import { join, resolve } from 'node:path'
import { Low, Memory } from 'lowdb'
import { MemorySentFiles } from '../catalog/ports/memory-sent-files.js'
import type { Committed, Store } from '../catalog/store.js'
import { CatalogTables } from './state/catalog-tables.js'
import { CHECKPOINT, refuseOtherJournal, refuseShorterJournal } from './checkpoint/agreement.js'
import { CheckpointAdapter, UnreadableCheckpoint } from './checkpoint/checkpoint-adapter.js'
import { CommittedState } from './state/committed-state.js'
import { finishTakingOver } from './compact/take-over.js'
import { EmbeddedStore } from './embedded-store.js'
import { toCatalogError, type Report } from './failures.js'
import { checkLowdbOptions, type LowdbStoreOptions } from './lowdb-options.js'
import { FileJournal } from './journal/file-journal.js'
import { DiskWatch } from './disk/disk-space.js'
import { nodeFiles, type Files } from './disk/files.js'
import { cutTornTail } from './journal/journal-files.js'
import { lockFolder } from './disk/lock-folder.js'
import { createSite, markFormat, readSite } from './marker.js'
import type { KeptCommit, ScannedFile } from './journal/journal.js'
import { MemoryJournal } from './journal/memory-journal.js'
import { isLeftover } from './disk/replace-file.js'
import { JOURNAL, scanJournal } from './journal/scan-journal.js'
import { brokenCommit } from './refused-records.js'
import { FolderSentFiles } from './sent-files/folder-sent-files.js'
import { SENT } from './sent-files/kept-files.js'
import { KeyHasher } from './state/key-hash.js'
import { checkIndex, refuseIndexAhead } from './trade-index/check-index.js'
import { restoreFromIndex } from './trade-index/restore.js'
import { TradeIndex } from './trade-index/trade-index.js'

type OpenOptions = Required<Omit<LowdbStoreOptions, 'onEntry'>> & Pick<LowdbStoreOptions, 'onEntry'>

const warn: Report = ({ en }) => process.emitWarning(en, 'OcopCatalogStore')

/**
 * Opens the embedded store: a journal of every commit, synced before a commit is confirmed, and a lowdb database for
 * what lives in memory. `docs/durability.md` says what it promises.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` when an option cannot be; `STORE_LOCKED` when another process has the folder open; `STORE_DAMAGED` when a file is not as
 * it was written, with nothing touched; `STORE_NEWER`; `STORE_UNAVAILABLE` when the file system refuses.
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  checkLowdbOptions(options)
  const { clock = () => new Date(), onWarning = warn, files = nodeFiles } = options
  const folder = resolve(options.folder)
  try {
    await files.makeFolder(folder)
    const release = await lockFolder(folder)
    try {
      return await openLocked({ ...options, folder, clock, onWarning, files }, release)
    } catch (error) {
      await release()
      throw error
    }
  } catch (error) {
    throw toCatalogError(error)
  }
}

/** Opens a folder that this process has locked. */
export async function openLocked(options: OpenOptions, release: () => Promise<void>): Promise<Store> {
  const { folder, clock, onWarning: report, files, onEntry = () => undefined } = options
  await finishTakingOver(files, folder)
  const site = (await readSite(files, folder)) ?? (await createSite(files, folder, clock))
  const database = new Low<CatalogTables>(
    new CheckpointAdapter(files, join(folder, CHECKPOINT), site),
    new CatalogTables(),
  )
  await readCheckpoint(database, report)
  const { revision, position } = database.data
  const kept = await checkIndex(files, folder, site)
  const state = new CommittedState(database.data, new KeyHasher(kept?.seed))
  const index = new TradeIndex({ files, folder, site, report }, state.hasher.seed, kept)
  if (kept) await restoreFromIndex({ files, folder, site, index: kept, state, onEntry, names: index.names })
  const visit = (commit: KeptCommit, file: ScannedFile): void => {
    refuseOtherJournal({ revision, position }, commit)
    try {
      index.note(commit, state.apply(commit))
      index.mark(file)
      for (const { part } of commit.placed) part.transactions.forEach(onEntry)
    } catch (error) {
      throw brokenCommit(commit, error)
    }
  }
  const start = kept?.start ?? null
  const scanned = await scanJournal({ files, folder, site, start, visit })
  refuseShorterJournal({ revision, position }, scanned)
  if (kept) refuseIndexAhead(kept, scanned)
  // Whatever might refuse to open has spoken: only from here on is anything changed.
  if (scanned.torn) await cutTornTail(files, folder, scanned.torn, report)
  await removeLeftovers(files, folder)
  await markFormat(files, folder, site)
  const journal = await FileJournal.open({ files, folder, site, clock }, scanned.files)
  const disk = new DiskWatch(files, folder, report)
  await disk.look()
  await index.open()
  const sentFiles = await FolderSentFiles.open({ files, folder: join(folder, SENT), clock, report })
  return new EmbeddedStore({
    disk,
    database,
    checkpoint: { revision, file: position?.file },
    state,
    journal,
    index,
    sentFiles,
    report,
    release: () => sentFiles.close().finally(release),
  })
}

async function readCheckpoint(database: Low<CatalogTables>, report: Report): Promise<void> {
  try {
    await database.read()
  } catch (error) {
    if (!(error instanceof UnreadableCheckpoint)) throw error
    report({
      vi: `${CHECKPOINT} không dùng được (${error.message}): danh mục được dựng lại từ sổ nhật ký, không mất gì.`,
      en: `${CHECKPOINT} cannot be used (${error.message}): the catalog is built anew from the journal, nothing is lost.`,
    })
  }
}

/** Replacements that a crash left unfinished. */
async function removeLeftovers(files: Files, folder: string): Promise<void> {
  for (const place of [folder, join(folder, JOURNAL)])
    for (const name of await files.list(place)) if (isLeftover(name)) await files.remove(join(place, name))
}

export interface MemoryStoreOptions {
  /** What the store begins with: all that another one has announced to its watchers, from its first commit on. Default: nothing. */
  readonly commits?: readonly Committed[]
  /** Hears in one line what the operator should know. Default: a process warning. */
  readonly onWarning?: Report
}

/** The same store without a disk: for tests, for trying things out, and for sites that keep their data elsewhere. */
export function openMemoryStore({ commits = [], onWarning = warn }: MemoryStoreOptions = {}): Store {
  const database = new Low(new Memory<CatalogTables>(), new CatalogTables())
  const state = new CommittedState(database.data)
  const journal = new MemoryJournal(commits)
  for (const commit of journal.replay()) state.apply(commit)
  const checkpoint = { revision: state.tables.revision, file: undefined }
  return new EmbeddedStore({
    database,
    checkpoint,
    state,
    journal,
    index: null,
    sentFiles: new MemorySentFiles(),
    report: onWarning,
    disk: null,
    release: () => Promise.resolve(),
  })
}
