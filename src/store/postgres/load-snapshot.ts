import type { Sku } from '../../catalog/ids.js'
import type { CatalogCollection, CatalogRecords, Snapshot } from '../../catalog/store.js'
import type { Database } from './database.js'

/** Everything that lives in memory, as it was at one moment. */
export function loadSnapshot(database: Database): Promise<Snapshot> {
  const { schema } = database
  return database.transaction('isolation level repeatable read read only', async (client) => {
    async function all<C extends CatalogCollection>(collection: C): Promise<CatalogRecords[C][]> {
      const { rows } = await client.query<{ document: CatalogRecords[C] }>(
        `select document from ${schema}.${collection} order by ordinal`,
      )
      return rows.map(({ document }) => document)
    }
    const head = await client.query<{ revision: string }>(`select revision from ${schema}.head`)
    const stock = await client.query<{ sku: Sku; level: string }>(`select sku, level from ${schema}.stock`)
    return {
      revision: Number(head.rows[0]?.revision),
      records: {
        producers: await all('producers'),
        products: await all('products'),
        certificates: await all('certificates'),
        platforms: await all('platforms'),
        listings: await all('listings'),
      },
      stock: new Map(stock.rows.map(({ sku, level }) => [sku, Number(level)])),
    }
  })
}
