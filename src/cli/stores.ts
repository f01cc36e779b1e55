import type { Store } from '../catalog/store.js'
import { openPostgresStore } from '../store/postgres/index.js'
import type { Report } from '../store/failures.js'
import { openLowdbStore } from '../store/lowdb-store.js'
import type { Terminal } from './terminal.js'

/** What a store wants the operator to know goes where the command speaks of its work. */
export const tellWarnings =
  (terminal: Terminal): Report =>
  (notice) =>
    terminal.tell(notice[terminal.language])

export const openFolder = (folder: string, terminal: Terminal): Promise<Store> =>
  openLowdbStore({ folder, onWarning: tellWarnings(terminal) })

/** Opens the shop on PostgreSQL. @throws {CatalogError} as {@link openPostgresStore}. */
export const openPostgres = (url: string, terminal: Terminal): Promise<Store> =>
  openPostgresStore({ url, onWarning: tellWarnings(terminal) })

/** The database's address for people: without the password. */
export function describeUrl(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { host, pathname } = new URL(url)
  return `PostgreSQL ${host}${pathname}`
}
