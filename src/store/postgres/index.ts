/**
 * ocop-catalog/postgres: the shop on PostgreSQL 15 or later, for several processes at once.
 *
 *     const store = await openPostgresStore({ url: process.env.DATABASE_URL })
 *     const catalog = await createCatalog({ store })
 *
 * @module
 */
import { loadOptional } from '../../catalog/load-optional.js'
import type { Store } from '../../catalog/store.js'
import { checkStoreOptions, type PostgresStoreOptions } from './options.js'
import type { DatabaseCheck } from './verify-database.js'

export { copyStore, type CopyOptions } from '../copy-store.js'
export type { Fingerprint } from '../fingerprint.js'
export type { DatabaseCheck } from './verify-database.js'
export type { PostgresStoreOptions, Timeouts } from './options.js'

/**
 * Opens a shop's schema, which is made or brought up to date first. `docs/postgres.md` says what the store promises and
 * what it asks of the server.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` when an option cannot be; `NOT_INSTALLED` without the optional package `pg`;
 * `STORE_NEWER` when a newer version of the catalog has been at the schema; `STORE_UNAVAILABLE` when the database cannot
 * be reached or refuses.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  checkStoreOptions('openPostgresStore', options)
  const { openDatabase } = await loadOptional('pg', () => import('./open-database.js'))
  return openDatabase(options)
}

/**
 * Checks what a database holds, all as of one moment and without changing anything, also while shops sell from it: levels
 * against movements, movements against orders, ledger against its keys and against orders, lists against documents.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` and `NOT_INSTALLED` as {@link openPostgresStore}; `STORE_UNAVAILABLE` when the
 * database cannot be reached or is not a shop's.
 */
export async function verifyDatabase(options: PostgresStoreOptions): Promise<readonly DatabaseCheck[]> {
  checkStoreOptions('verifyDatabase', options)
  const { checkDatabase } = await loadOptional('pg', () => import('./verify-database.js'))
  return checkDatabase(options)
}
