import * as z from 'zod'
import {
  callOption,
  checkOptions,
  neededOption,
  option,
  wholeNumberOption,
  type OptionRules,
} from '../../catalog/option-rules.js'
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
   * Default: as each says.
   */
  readonly timeouts?: Timeouts | null
  /**
   * Days for which `changes` keeps what processes catch up from; older rows are removed every hour. `null`: for ever.
   * Default: 7.
   */
  readonly keepChanges?: number | null
  /** Hears in one line what the operator should know: the database is lost, or back. Default: a process warning. */
  readonly onWarning?: Report
}

export const DEFAULT_SCHEMA = 'ocop'

const Address = z.string().refine(
  // Checked here, since the driver's own error would show the password. A URL that leads to a socket has no host.
  (url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url.replace('@/', '@socket/')),
)
const ADDRESS = 'postgres://shop:secret@db.example:5432/shop'
const Milliseconds = z.int().min(0).optional()

const RULES: OptionRules<PostgresStoreOptions> = {
  url: neededOption(`một địa chỉ như "${ADDRESS}"`, `an address such as "${ADDRESS}"`, Address),
  listenUrl: option(
    `một địa chỉ như "${ADDRESS}", hoặc null`,
    `an address such as "${ADDRESS}", or null`,
    Address.nullable(),
  ),
  schema: option(
    `một tên như "${DEFAULT_SCHEMA}": chữ thường không dấu, chữ số và _, không bắt đầu bằng chữ số`,
    `a name such as "${DEFAULT_SCHEMA}": small letters, digits and _, no digit first`,
    z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/),
  ),
  ssl: option(
    'true, false hoặc { ca, rejectUnauthorized }',
    'true, false or { ca, rejectUnauthorized }',
    z.union([z.boolean(), z.looseObject({ ca: z.string().optional(), rejectUnauthorized: z.boolean().optional() })]),
  ),
  connections: wholeNumberOption(1),
  timeouts: option(
    '{ statement, lock, idleInTransaction }, số nguyên mili giây, hoặc null',
    '{ statement, lock, idleInTransaction }, whole numbers of milliseconds, or null',
    z.strictObject({ statement: Milliseconds, lock: Milliseconds, idleInTransaction: Milliseconds }).nullable(),
  ),
  keepChanges: option(
    'số nguyên ngày từ 1 trở lên, hoặc null',
    'a whole number of days from 1 up, or null',
    z.int().min(1).nullable(),
  ),
  onWarning: callOption,
}

/**
 * @param caller - The function that takes the options.
 * @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is. No address is shown in
 * it, since it holds the password.
 */
export const checkStoreOptions = (caller: string, options: PostgresStoreOptions): void =>
  checkOptions(caller, options, RULES)
