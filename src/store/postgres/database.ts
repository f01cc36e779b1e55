import { Pool, type ClientConfig, type PoolClient, type QueryResultRow } from 'pg'
import { toCatalogError } from './failures.js'
import { DEFAULT_SCHEMA, type PostgresStoreOptions } from './options.js'

/** How long it may take to get a connection. */
const CONNECT_MS = 5000
/** Beyond the server's own limit for a statement, after which a silent connection is given up. */
const SILENCE_MS = 5000

/** How the options reach the server, for one connection. They are checked already. */
export function connectionConfig(options: PostgresStoreOptions, field: 'url' | 'listenUrl' = 'url'): ClientConfig {
  const url = options[field] ?? options.url
  const { statement = 20_000, lock = 5000, idleInTransaction = 10_000 } = options.timeouts ?? {}
  return {
    connectionString: url,
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    ...(options.timeouts === null
      ? {}
      : {
          statement_timeout: statement,
          lock_timeout: lock,
          idle_in_transaction_session_timeout: idleInTransaction,
        }),
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: statement + SILENCE_MS,
    keepAlive: true,
    application_name: 'ocop-catalog',
  }
}

/** The pool of connections to one shop's schema. Whatever fails becomes an error of the catalog. */
export class Database {
  readonly #pool: Pool
  /** The schema, as SQL may name it: checked to need no quoting. */
  readonly schema: string

  constructor(options: PostgresStoreOptions) {
    this.schema = options.schema ?? DEFAULT_SCHEMA
    this.#pool = new Pool({ ...connectionConfig(options), max: options.connections ?? 5 })
    // A connection that breaks says so to whoever waits for an answer on it. It is dropped; the next query opens another.
    this.#pool.on('error', () => undefined)
    this.#pool.on('connect', (client) => client.on('error', () => undefined))
  }

  /** Rows of one statement, which is a transaction of its own. */
  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    try {
      return (await this.#pool.query<Row>(text, values)).rows
    } catch (error) {
      throw toCatalogError(error)
    }
  }

  /** A connection for oneself; errors are those of `pg`. */
  connect(): Promise<PoolClient> {
    return this.#pool.connect()
  }

  /** Runs `work` in one transaction, which is taken back when it throws. */
  async transaction<T>(kind: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    try {
      const client = await this.connect()
      try {
        await client.query(`begin ${kind}`)
        const outcome = await work(client)
        await client.query('commit')
        client.release()
        return outcome
      } catch (error) {
        // Closing the connection takes back what it had begun.
        client.release(true)
        throw error
      }
    } catch (error) {
      throw toCatalogError(error)
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }
}
