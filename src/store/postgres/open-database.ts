import type { Store } from '../../catalog/store.js'
import type { Report } from '../failures.js'
import { ChangeFeed } from './change-feed.js'
import { connectionConfig, Database } from './database.js'
import { Listener } from './listener.js'
import { migrate } from './migrate.js'
import type { PostgresStoreOptions } from './options.js'
import { PostgresStore } from './postgres-store.js'
import { Pruning } from './pruning.js'

const warn: Report = ({ en }) => process.emitWarning(en, 'OcopCatalogStore')

/** Opens a schema on options that were checked; needs `pg`. */
export async function openDatabase(options: PostgresStoreOptions): Promise<Store> {
  const { onWarning: report = warn } = options
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
