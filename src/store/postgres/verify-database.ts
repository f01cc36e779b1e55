import { Database } from './database.js'
import { toCatalogError } from './failures.js'
import type { PostgresStoreOptions } from './options.js'

/** What was checked in a database, and how many were not as they should be. */
export interface DatabaseCheck {
  readonly name: keyof typeof CHECKS
  /** How many were looked at. */
  readonly checked: number
  /** How many of them are not as they should be. */
  readonly wrong: number
}

/** Each gives how many there are and how many of them break the rule; the schema is on the search path. */
const CHECKS = {
  revisions: `select (select count(*) from changes) as checked,
    (select count(*) from changes, head where changes.revision > head.revision)
      + (select coalesce(max(revision) - min(revision) + 1 - count(*), 0) from changes) as wrong`,
  stockLevels: `select count(*) as checked, count(*) filter (where level <> moved) as wrong from (
    select sku, level, coalesce(sum(quantity), 0) as moved from stock left join stock_movements using (sku) group by sku, level) levels`,
  stockOfOrders: `with moved as (
      select order_id, sum(quantity) as units from stock_movements where order_id is not null
      group by 1 having bool_or(reason = 'order'))
    select count(*) as checked, count(*) filter (where moved.units is distinct from -sold.units) as wrong
    from moved left join lateral (
      select coalesce(sum((line ->> 'quantity')::bigint), 0) as units
      from orders, json_array_elements(document -> 'fulfillments') share, json_array_elements(share -> 'lines') line
      where orders.id = moved.order_id and share ->> 'status' <> 'cancelled') sold on true`,
  orders: `select count(*) as checked, count(*) filter (where shares is distinct from listed) as wrong from orders
    left join lateral (select count(distinct share ->> 'producerId') as shares
      from json_array_elements(document -> 'fulfillments') share) held on true
    left join lateral (select count(*) as listed from order_shares where order_ordinal = orders.ordinal) lists on true`,
  ledgerEntries: `select count(*) as checked, count(*) filter (where ledger.id is null or keys.id is null
      or ledger.kind <> keys.kind or ledger.revision <> keys.revision) as wrong
    from ledger full join ledger_keys keys on keys.id = ledger.id`,
  ledgerOfOrders: `with sales as (
      select order_id, sum(case kind when 'sale' then 1 else -1 end) as standing from ledger where order_id is not null group by 1
    ), shares as (
      select id as order_id, count(*) filter (where share ->> 'status' not in ('cancelled', 'returned')) as standing
      from orders, json_array_elements(document -> 'fulfillments') share group by 1)
    select count(*) as checked, count(*) filter (where sales.standing is distinct from shares.standing) as wrong
    from sales join shares using (order_id)`,
  variants: `with held as (
      select variant ->> 'sku' as sku, id from products, json_array_elements(document -> 'variants') variant)
    select count(*) as checked, count(*) filter (where held.id is distinct from variants.product_id) as wrong
    from held full join variants using (sku)`,
} as const satisfies Record<string, string>

/** Checks a database on options that were checked; needs `pg`. */
export async function checkDatabase(options: PostgresStoreOptions): Promise<readonly DatabaseCheck[]> {
  const database = new Database(options)
  try {
    return await database.transaction('isolation level repeatable read read only', async (client) => {
      await client.query(`set local search_path to ${database.schema}, pg_temp`)
      await client.query('set local statement_timeout = 0')
      const checks: DatabaseCheck[] = []
      for (const [name, sql] of Object.entries(CHECKS)) {
        const { rows } = await client.query<{ checked: string; wrong: string }>(sql)
        checks.push({
          name: name as keyof typeof CHECKS,
          checked: Number(rows[0]?.checked),
          wrong: Number(rows[0]?.wrong),
        })
      }
      return checks
    })
  } catch (error) {
    throw toCatalogError(error)
  } finally {
    await database.close()
  }
}
