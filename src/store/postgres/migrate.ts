import type { PoolClient } from 'pg'
import { CatalogError } from '../../catalog/errors.js'
import type { Database } from './database.js'
import { MIGRATIONS } from './migrations/migrations.js'

/** Names the advisory lock, with the schema: `ocop` in ASCII. */
const LOCK = 0x6f636f70
/** How long a process waits for another one that migrates. */
const PATIENCE = '20s'

/**
 * Brings a shop's schema to the newest form, in one transaction. Of processes that start at once, one does it and the
 * others wait for it.
 *
 * @throws {CatalogError} `STORE_NEWER` when a newer version of the catalog has migrated the schema further.
 */
export function migrate(database: Database): Promise<void> {
  const { schema } = database
  return database.transaction('isolation level read committed', async (client) => {
    await client.query(`set local lock_timeout = '${PATIENCE}'; set local statement_timeout = '${PATIENCE}'`)
    await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, schema])
    await makeSchema(client, schema)
    await client.query(`set local search_path to ${schema}, pg_temp`)
    await client.query(`create table if not exists migrations (
      number integer primary key, name text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ applied: number }>(
      'select coalesce(max(number), 0)::integer as applied from migrations',
    )
    const applied = rows[0]?.applied ?? 0
    const known = MIGRATIONS.at(-1)?.number ?? 0
    if (applied > known)
      throw new CatalogError('STORE_NEWER', { details: { file: `${schema}.migrations`, found: applied, known } })
    for (const { number, name, sql } of MIGRATIONS.filter((migration) => migration.number > applied)) {
      await client.query(sql)
      await client.query('insert into migrations (number, name) values ($1, $2)', [number, name])
    }
  })
}

/** An administrator may have made the schema for an account that has no right to make one. */
async function makeSchema(client: PoolClient, schema: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema])
  if (rowCount === 0) await client.query(`create schema ${schema}`)
}
