import { COLLECTION_NAMES, type CatalogCollection } from '../../catalog/collections.js'
import type { Sku } from '../../catalog/ids.js'
import type { Snapshot } from '../../catalog/store.js'
import type { Database } from './database.js'

const WITH_TABLE: readonly CatalogCollection[] = ['producers', 'products', 'certificates', 'platforms', 'listings']

/** Everything that lives in memory, as it was at one moment. */
export function loadSnapshot(database: Database): Promise<Snapshot> {
  const { schema } = database
  return database.transaction('isolation level repeatable read read only', async (client) => {
    async function all(collection: CatalogCollection): Promise<unknown[]> {
      const { rows } = WITH_TABLE.includes(collection)
        ? await client.query<{ document: unknown }>(`select document from ${schema}.${collection} order by ordinal`)
        : await client.query<{ document: unknown }>(
            `select document from ${schema}.records where collection = $1 order by ordinal`,
            [collection],
          )
      return rows.map(({ document }) => document)
    }
    const head = await client.query<{ revision: string }>(`select revision from ${schema}.head`)
    const stock = await client.query<{ sku: Sku; level: string }>(`select sku, level from ${schema}.stock`)
    const records: Partial<Record<CatalogCollection, unknown[]>> = {}
    for (const name of COLLECTION_NAMES) records[name] = await all(name)
    return {
      revision: Number(head.rows[0]?.revision),
      records: records as Snapshot['records'],
      stock: new Map(stock.rows.map(({ sku, level }) => [sku, Number(level)])),
    }
  })
}
