import { TABLES } from './001-tables.js'
import { COMMIT } from './002-commit.js'
import { RECORDS } from './003-records.js'
import { ORDER_LISTS } from './004-order-lists.js'
import { FREED_NUMBERS } from './005-freed-numbers.js'
import { THROTTLE } from './006-throttle.js'
import { SENT_FILES } from './007-sent-files.js'
import { CLOCK_SET_BACK } from './008-clock-set-back.js'

export interface Migration {
  readonly number: number
  readonly name: string
  /** Runs with the shop's schema as search path, inside a transaction. */
  readonly sql: string
}

/** Numbered, oldest first. One that was released is never changed: what is to be other becomes a new one. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'tables', sql: TABLES },
  { number: 2, name: 'commit', sql: COMMIT },
  { number: 3, name: 'records', sql: RECORDS },
  { number: 4, name: 'order-lists', sql: ORDER_LISTS },
  { number: 5, name: 'freed-numbers', sql: FREED_NUMBERS },
  { number: 6, name: 'throttle', sql: THROTTLE },
  { number: 7, name: 'sent-files', sql: SENT_FILES },
  { number: 8, name: 'clock-set-back', sql: CLOCK_SET_BACK },
]
