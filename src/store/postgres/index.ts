/**
 * ocop-catalog/postgres: the shop on PostgreSQL 15 or later, for several processes at once.
 *
 *     const store = await openPostgresStore({ url: process.env.DATABASE_URL })
 *     const catalog = await createCatalog({ store })
 *
 * @module
 */
import type { Store } from '../../catalog/store.js'
import type { Report } from '../failures.js'
import { ChangeFeed } from './change-feed.js'
import { connectionConfig, Database } from './database.js'
import { Listener } from './listener.js'
import { migrate } from './migrate.js'
import { checkOptions, type PostgresStoreOptions } from './options.js'
import { PostgresStore } from './postgres-store.js'
import { Pruning } from './pruning.js'

export { copyStore, type CopyOptions } from '../copy-store.js'
export type { Fingerprint } from '../fingerprint.js'
export { verifyDatabase, type DatabaseCheck } from './verify-database.js'
export type { PostgresStoreOptions, Timeouts } from './options.js'

const warn: Report = ({ en }) => process.emitWarning(en, 'OcopCatalogStore')

/**
 * Opens a shop's schema, which is made or brought up to date first. `docs/postgres.md` says what the store promises and
 * what it asks of the server.
 *
 * @throws {CatalogError} `INVALID_INPUT` when an option cannot be; `STORE_NEWER` when a newer version of the catalog has
 * been at the schema; `STORE_UNAVAILABLE` when the database cannot be reached or refuses.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  checkOptions(options)
  const { report = warn } = options
  const database = new Database(options)
  try {
    await migrate(database)
    const [head] = await database.query<{ revision: string }>(`select revision from ${database.schema}.head`)
    const feed = new ChangeFeed(database, Number(head?.revision), report)
    const listener =
      options.listenUrl === null
        ? null
        : new Listener(
            connectionConfig(options, 'listenUrl'),
            database.schema,
            (revision) => feed.notice(revision),
            () => feed.look(),
          )
    const { keepChanges = 7 } = options
    const pruning = keepChanges === null ? null : new Pruning(database, keepChanges)
    return new PostgresStore(database, feed, listener, pruning)
  } catch (error) {
    await database.close()
    throw error
  }
}
