import { fieldError } from '../../catalog/errors.js'
import type { Report } from '../failures.js'

/** How long the database may take, in milliseconds. */
export interface Timeouts {
  /** For one statement. Default: 20,000, enough for an import of some ten thousand records in one commit. */
  readonly statement?: number
  /** For one lock. Default: 5,000. */
  readonly lock?: number
  /** Of silence within a transaction, after which the server ends it. Default: 10,000. */
  readonly idleInTransaction?: number
}

/** Where the database is and how it is used; all but `url` may be left out. */
export interface PostgresStoreOptions {
  /**
   * `postgres://name:password@host:5432/database?sslmode=verify-full`. What it leaves out is taken from `PGHOST`,
   * `PGUSER`, `PGPASSWORD` and the like.
   */
  readonly url: string
  /**
   * Where to listen for the commits of others when `url` leads to a transaction pooler: straight to the server, since
   * LISTEN needs a session of its own. `null`: do not listen, only look twice a second. Default: `url`.
   */
  readonly listenUrl?: string | null
  /** The schema that holds the shop; made when it is not there. Small letters, digits and `_`. Default: `ocop`. */
  readonly schema?: string
  /** TLS, where the URL does not say it: `true`, or how to check the server's certificate. Default: as the URL says. */
  readonly ssl?: boolean | { readonly ca?: string; readonly rejectUnauthorized?: boolean }
  /** The most connections at a time, besides the one that listens. Default: 5. */
  readonly connections?: number
  /**
   * `null` sets none on the server: for a pooler that lets no settings through, with `ALTER ROLE … SET` in their place.
   */
  readonly timeouts?: Timeouts | null
  /**
   * Days for which `changes` keeps what processes catch up from; older rows are removed every hour. `null`: for ever.
   * Default: 7.
   */
  readonly keepChanges?: number | null
  /** Hears in one line what the operator should know: the database is lost, or back. Default: a process warning. */
  readonly report?: Report
}

export const DEFAULT_SCHEMA = 'ocop'

/** @throws {CatalogError} `INVALID_INPUT` for a schema that would need quoting or a number of connections below 1. */
export function checkOptions(options: PostgresStoreOptions): void {
  const { schema = DEFAULT_SCHEMA, connections = 1, keepChanges = 1 } = options
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw fieldError('schema', 'badFormat', { example: DEFAULT_SCHEMA })
  if (!Number.isInteger(connections) || connections < 1) throw fieldError('connections', 'tooSmall', { minimum: 1 })
  if (keepChanges !== null && (!Number.isInteger(keepChanges) || keepChanges < 1))
    throw fieldError('keepChanges', 'tooSmall', { minimum: 1 })
}
