import {
  callOption,
  checkOptions,
  having,
  neededOption,
  option,
  Text,
  type OptionRules,
} from '../catalog/option-rules.js'
import type { CountedTransaction } from '../catalog/transaction.js'
import type { Report } from './failures.js'
import type { Files } from './disk/files.js'

/** Where the embedded store lies and how it is used; all but `folder` may be left out. */
export interface LowdbStoreOptions {
  /** Where the data lie. Made when it is not there; one process at a time may open it. */
  readonly folder: string
  /** Names the month of a journal file and dates each commit. Default: the system's clock. */
  readonly clock?: () => Date
  /** Hears in one line of what the operator should know. Default: a process warning. */
  readonly onWarning?: Report
  /** How the disk is reached. Default: through Node. */
  readonly files?: Files
  /**
   * Hears of every ledger entry that is on record, in order, at the start: who counts them need not have the journal
   * read a second time. Default: nobody does.
   */
  readonly onEntry?: (entry: CountedTransaction) => void
}

const RULES: OptionRules<LowdbStoreOptions> = {
  folder: neededOption('đường dẫn của một thư mục', 'the path of a folder', Text),
  clock: callOption,
  onWarning: callOption,
  files: option('những lệnh của Files', 'the calls of Files', having('makeFolder')),
  onEntry: callOption,
}

/** @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is. */
export const checkLowdbOptions = (options: LowdbStoreOptions): void => checkOptions('openLowdbStore', options, RULES)
