import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, type Catalog } from '../../../src/index.js'
import { connectionConfig } from '../../../src/store/postgres/database.js'
import { openPostgresStore, verifyDatabase, type PostgresStoreOptions } from '../../../src/store/postgres/index.js'
import { Shell } from '../../cli/run-ocop.js'
import { outcomeOf } from '../../../src/testing/scene.js'
import { serverForTests, type PostgresServer } from '../../support/postgres-server.js'
import { cart, newKey, recipient, stockShop } from '../../support/shop.js'

const server = await serverForTests()

describe.skipIf(!server)('a shop in PostgreSQL', () => {
  const { url } = server as PostgresServer
  let catalog: Catalog
  let shell: Shell
  const order = (sku: string) => ({
    cart: cart([sku, 2]),
    recipient: recipient(),
    idempotencyKey: newKey(),
    adult: true,
  })

  beforeAll(async () => {
    shell = await Shell.open()
    catalog = await createCatalog({ store: await openPostgresStore({ url }) })
    await stockShop(catalog)
  })
  afterAll(async () => {
    await catalog.close()
    await shell.close()
    await server?.stop()
  })

  it('takes an order in three round trips: is the key known, what the phone has ordered lately, and the commit; reading pages takes none', async () => {
    const asked: string[] = []
    const query = Reflect.get(Client.prototype, 'query') as (...all: unknown[]) => unknown
    Client.prototype.query = function (this: Client, ...args: unknown[]) {
      const [first] = args as [string | { text?: string }]
      const text = typeof first === 'string' ? first : (first.text ?? '')
      // Besides what is asked for the order, each process looks twice a second for the commits of others.
      if (!/from ocop\.(changes|head)/.test(text)) asked.push(text)
      return query.apply(this, args)
    } as typeof Client.prototype.query
    try {
      expect(
        catalog.search({ text: '', filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 10 }).total,
      ).toBeGreaterThan(0)
      expect(catalog.state.stockOf('CF-250')).toBeGreaterThan(0)
      expect(asked).toEqual([])
      await catalog.placeOrder(order('CF-250'))
    } finally {
      Reflect.set(Client.prototype, 'query', query)
    }
    expect(asked).toHaveLength(3)
    expect(asked[0]).toMatch(/idempotency_key =/)
    expect(asked[1]).toMatch(/phone/)
    expect(asked[2]).toMatch(/commit_batch/)
  })

  it('sets its time limits on every connection, or none where it is told so', async () => {
    const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
    const shown = async (options: PostgresStoreOptions): Promise<string[]> => {
      const client = new Client(connectionConfig(options))
      await client.connect()
      const { rows } = await client.query<{ setting: string }>(
        'select current_setting(name) as setting from unnest($1::text[]) with ordinality as limits (name, place) order by place',
        [limits],
      )
      await client.end()
      return rows.map(({ setting }) => setting)
    }
    expect(await shown({ url })).toEqual(['20s', '5s', '10s'])
    expect(await shown({ url, timeouts: { statement: 1500, lock: 700 } })).toEqual(['1500ms', '700ms', '10s'])
    expect(await shown({ url, timeouts: null })).toEqual(['0', '0', '0'])
  })

  it('is verified, also while it sells, and what does not fit is told', async () => {
    const first = await catalog.placeOrder(order('CF-500'))
    await catalog.placeOrder(order('SPIRIT'))
    await catalog.cancelOrder(first.order.code, '0905 123 456')
    expect((await verifyDatabase({ url })).map(({ name, wrong }) => [name, wrong])).toEqual([
      ['revisions', 0],
      ['stockLevels', 0],
      ['stockOfOrders', 0],
      ['orders', 0],
      ['ledgerEntries', 0],
      ['ledgerOfOrders', 0],
      ['variants', 0],
    ])
    const env = { LANG: 'en_US.UTF-8', DATABASE_URL: url }
    const fine = await shell.ocop(['verify'], env)
    expect(fine).toMatchObject({ exitCode: 0, told: '' })
    expect(fine.out).toMatch(/The data are whole: PostgreSQL .*\n.*\n[\s\S]*Ledger entries, each with its key +4 +0/)

    await server?.query("update ocop.stock set level = level + 1 where sku = 'CF-250'")
    await server?.query("delete from ocop.ledger where kind = 'void'")
    const wrong = await shell.ocop(['verify'], env)
    expect(wrong.exitCode).toBe(1)
    expect(wrong.out).toMatch(/^3 things do not fit[\s\S]*sum of their movements +\d+ +1\n/)
    await server?.query("update ocop.stock set level = level - 1 where sku = 'CF-250'")
  })

  it('forgets changes that no process can need any more; one that was away longer stops rather than go on wrong', async () => {
    const behind = await openPostgresStore({ url, keepChanges: null, listenUrl: null, onWarning: () => undefined })
    await behind.load()
    await catalog.placeOrder(order('CF-250'))
    await catalog.placeOrder(order('CF-250'))
    await server?.query(
      "update ocop.changes set committed_at = now() - interval '8 days' where revision < (select revision from ocop.head)",
    )
    const pruning = await openPostgresStore({ url })
    await pruning.close()
    expect(await server?.query('select count(*)::integer as left from ocop.changes')).toEqual([{ left: 1 }])
    const stopped = new Promise<void>((resolve) => {
      behind.watch(() => undefined)
      const look = setInterval(() => {
        if (behind.health().refusing === null) return
        clearInterval(look)
        resolve()
      }, 20)
    })
    await stopped
    expect(await outcomeOf(behind.commit({}))).toBe('STORE_STOPPED')
    await behind.close()
    expect((await catalog.placeOrder(order('CF-250'))).created).toBe(true)
  })
})
