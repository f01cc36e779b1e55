import { listGivingWay } from '../../catalog/ports/giving-way.js'
import { SENT_FILE_KEPT, type FileWork, type SentFile, type SentFiles } from '../../catalog/ports/sent-files.js'
import type { Database } from './database.js'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly account_id: string
  readonly facts: string
  readonly work: FileWork | null
}

interface SizeRow extends Record<string, unknown> {
  readonly id: string
  readonly account_id: string
  readonly size: number
  readonly ends_at: number | string
}

/** Keeps files that were sent in the database, where every process of the shop finds them. */
export class PostgresSentFiles implements SentFiles {
  readonly #table: string

  constructor(private readonly database: Pick<Database, 'query' | 'schema'>) {
    this.#table = `${database.schema}.sent_files`
  }

  async keep({ id, accountId, facts }: Omit<SentFile, 'work'>, bytes: Uint8Array, now: Date): Promise<void> {
    await this.database.query(
      `insert into ${this.#table} (id, account_id, facts, bytes, ends_at) values ($1, $2, $3, $4, $5)`,
      [id, accountId, facts, bytes, now.getTime() + SENT_FILE_KEPT],
    )
    const rows = await this.database.query<SizeRow>(
      `select id, account_id, octet_length(bytes) as size, ends_at from ${this.#table} order by ordinal`,
    )
    const kept = rows.map(({ id, account_id, size, ends_at }) => ({
      id,
      file: { accountId: account_id },
      size,
      until: Number(ends_at),
    }))
    const givingWay = listGivingWay(kept, now).map(({ id }) => id)
    if (givingWay.length > 0) await this.database.query(`delete from ${this.#table} where id = any($1)`, [givingWay])
  }

  async find(id: string): Promise<SentFile | null> {
    const [row] = await this.database.query<Row>(
      `select id, account_id, facts, work from ${this.#table} where id = $1`,
      [id],
    )
    return row ? { id: row.id, accountId: row.account_id, facts: row.facts, work: row.work } : null
  }

  async read(id: string): Promise<Uint8Array | null> {
    const [row] = await this.database.query<{ bytes: Uint8Array }>(`select bytes from ${this.#table} where id = $1`, [
      id,
    ])
    return row?.bytes ?? null
  }

  async describe(id: string, facts: string): Promise<void> {
    await this.database.query(`update ${this.#table} set facts = $2 where id = $1`, [id, facts])
  }

  async note(id: string, work: FileWork | null): Promise<void> {
    await this.database
      .query(`update ${this.#table} set work = $2 where id = $1`, [id, work && JSON.stringify(work)])
      // It is told again soon.
      .catch(() => undefined)
  }
}
