import type { Store } from '../catalog/store.js'
import type * as postgres from '../store/postgres/index.js'
import type { Report } from '../store/failures.js'
import { openLowdbStore } from '../store/lowdb-store.js'
import { refusal } from './refusal.js'
import type { Terminal } from './terminal.js'

/** What a store wants the operator to know goes where the command speaks of its work. */
export const reportTo =
  (terminal: Terminal): Report =>
  (notice) =>
    terminal.tell(notice[terminal.language])

export const openFolder = (folder: string, terminal: Terminal): Promise<Store> =>
  openLowdbStore({ folder, report: reportTo(terminal) })

/**
 * Opens the shop on PostgreSQL. `pg` is an optional package: who stays with the embedded store need not have it.
 *
 * @throws {Refusal} when `pg` is not installed.
 */
export async function openPostgres(url: string, terminal: Terminal): Promise<Store> {
  const { openPostgresStore } = await importPostgres()
  return openPostgresStore({ url, report: reportTo(terminal) })
}

/** @throws {Refusal} when `pg` is not installed. */
export function importPostgres(): Promise<typeof postgres> {
  return import('../store/postgres/index.js').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw refusal(
      'DATABASE_URL cần gói “pg”. Hãy cài: npm install pg',
      'DATABASE_URL needs the package “pg”. Install it: npm install pg',
    )
  })
}

/** The database's address for people: without the password. */
export function describeUrl(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { host, pathname } = new URL(url)
  return `PostgreSQL ${host}${pathname}`
}
