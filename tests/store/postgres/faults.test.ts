import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { CatalogState } from '../../../src/catalog/state.js'
import { openPostgresStore, type PostgresStoreOptions } from '../../../src/store/postgres/index.js'
import { COFFEE, move, placed } from '../../../src/testing/changes.js'
import { ledgerOf, outcomeOf, tally } from '../../../src/testing/scene.js'
import { placeOrder, stockUp } from '../../faults/place-order.js'
import { FragileLine } from '../../support/fragile-line.js'
import { anOrder } from '../../support/records.js'
import { serverForTests } from '../../support/postgres-server.js'
import { PATIENCE } from '../../support/patience.js'

const server = await serverForTests()
const url = server?.url ?? ''

async function openShop(options: Partial<PostgresStoreOptions> = {}) {
  const reports: string[] = []
  const store = await openPostgresStore({ url, onWarning: ({ en }) => reports.push(en), ...options })
  onTestFinished(() => store.close())
  const { state, follow } = CatalogState.from(await store.load())
  const heard: number[] = []
  store.watch((committed) => {
    follow(committed)
    heard.push(committed.revision)
  })
  return { store, state, heard, reports }
}

/** A session of somebody else, who may hold a lock. */
async function openSession(): Promise<Client> {
  const session = new Client({ connectionString: url })
  await session.connect()
  onTestFinished(() => session.end())
  return session
}

describe.skipIf(server === null)('a shop whose database fails', () => {
  beforeEach(async () => {
    await server?.resume()
    await server?.query('drop schema if exists ocop cascade')
  })
  afterAll(() => server?.stop())

  it.each(['SIGINT', 'SIGQUIT'] as const)(
    'answers 503 while the server is down (%s), reads from memory, and goes on by itself',
    async (signal) => {
      const { store, state, heard, reports } = await openShop()
      await stockUp(store, 20)
      await placeOrder(store, 'order-1')
      await server?.halt(signal)

      expect(await tally([placeOrder(store, 'order-2'), store.findOrder(anOrder().id)])).toEqual({
        STORE_UNAVAILABLE: 2,
      })
      expect([state.stockOf(COFFEE), state.all('products').length]).toEqual([18, 1])
      await vi.waitFor(
        () => expect(reports).toEqual([expect.stringContaining('pages are served from memory')]),
        PATIENCE,
      )

      await server?.resume()
      expect(await outcomeOf(placeOrder(store, 'order-3'))).toBe('resolved')
      await vi.waitFor(() => expect(reports).toHaveLength(2), PATIENCE)
      expect((await ledgerOf(store)).map(({ orderId }) => orderId)).toEqual(['order-1', 'order-3'])
      expect(heard).toEqual([1, 2, 3])
    },
  )

  it('cannot be opened while the server is down, and says so', async () => {
    await server?.halt()
    expect(await outcomeOf(openPostgresStore({ url }))).toBe('STORE_UNAVAILABLE')
  })

  it('loses no confirmed order and doubles none while its connections are cut again and again', async () => {
    const { store, heard } = await openShop()
    await stockUp(store, 1000)
    const over = new AbortController()
    const cutting = (async () => {
      while (!over.signal.aborted) {
        await server?.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ocop-catalog'`,
        )
        await delay(20)
      }
    })()
    const ids = Array.from({ length: 60 }, (_, index) => `order-${index}`)
    const outcomes: string[] = []
    for (let first = 0; first < ids.length; first += 6) {
      const sent = ids.slice(first, first + 6).map((id) => outcomeOf(placeOrder(store, id)))
      outcomes.push(...(await Promise.all(sent)))
    }
    over.abort()
    await cutting

    await vi.waitFor(async () => expect(await outcomeOf(store.commit({}))).toBe('resolved'), PATIENCE)
    const kept = (await ledgerOf(store)).map(({ orderId }) => orderId as string)
    expect(new Set(kept).size).toBe(kept.length)
    const withOutcome = (outcome: string) => ids.filter((_, index) => outcomes[index] === outcome)
    expect(kept).toEqual(expect.arrayContaining(withOutcome('resolved')))
    expect(kept.filter((id) => withOutcome('STORE_UNAVAILABLE').includes(id))).toEqual([])
    expect((await store.load()).stock.get(COFFEE)).toBe(1000 - 2 * kept.length)
    expect(heard).toEqual(heard.map((_, index) => index + 1))
  })

  it('stops writing when commits of others are missing from the changes, rather than go on with a wrong memory', async () => {
    const [here, there] = [await openShop({ listenUrl: null }), await openShop()]
    await vi.waitFor(async () => {
      for (let commit = 0; commit < 5; commit += 1) await there.store.commit({})
      await server?.query('delete from ocop.changes')
      await there.store.commit({})
      await vi.waitFor(() => expect(here.reports).toHaveLength(1), { timeout: 1000 })
    }, PATIENCE)
    expect(here.reports[0]).toContain('missing from the table of changes')
    expect(await outcomeOf(here.store.commit({}))).toBe('STORE_STOPPED')
  })

  it('asks again when the answer to a commit was lost, and makes the commit once', async () => {
    const line = await FragileLine.to(server?.port ?? 0)
    onTestFinished(() => line.cut())
    const { store, state, heard } = await openShop({ url: url.replace(/:\d+\//, `:${line.port}/`), listenUrl: url })
    await stockUp(store, 20)
    line.breakAt('order-1')
    expect(await outcomeOf(placeOrder(store, 'order-1'))).toBe('resolved')
    expect(line.lost).toBe(1)
    expect(await ledgerOf(store)).toHaveLength(1)
    expect(state.stockOf(COFFEE)).toBe(18)
    expect(heard).toEqual([1, 2])
  })

  it('says that it does not know when the database is gone for good in the middle of a commit', async () => {
    const line = await FragileLine.to(server?.port ?? 0)
    const { store } = await openShop({ url: url.replace(/:\d+\//, `:${line.port}/`), listenUrl: url })
    await stockUp(store, 20)
    line.breakAt('order-1', { forGood: true })
    expect(await outcomeOf(placeOrder(store, 'order-1'))).toBe('STORE_UNCERTAIN')
    expect(line.lost).toBe(1)
  })

  it('waits for a lock for so long, then answers 503; once the lock is free it goes on', async () => {
    const { store } = await openShop({ timeouts: { lock: 50 } })
    const session = await openSession()
    await session.query('begin; select from ocop.head for update')
    expect(await outcomeOf(stockUp(store, 20))).toBe('STORE_UNAVAILABLE')
    await session.query('rollback')
    expect(await outcomeOf(stockUp(store, 20))).toBe('resolved')
  })

  it('tries a commit again that was the victim of a deadlock', async () => {
    const { store } = await openShop({ timeouts: { lock: 0 } })
    await stockUp(store, 20)
    const session = await openSession()
    await session.query(`set deadlock_timeout = '1min'; begin; update ocop.stock set level = level`)
    const order = outcomeOf(placeOrder(store, 'order-1'))
    await vi.waitFor(async () => {
      const waiting = await server?.query(`select from pg_locks where not granted`)
      expect(waiting).toHaveLength(1)
    }, PATIENCE)
    await session.query('select from ocop.head for update')
    await session.query('commit')
    expect(await order).toBe('resolved')
    const [deadlocks] =
      (await server?.query<{ count: number }>(
        'select deadlocks::int as count from pg_stat_database where datname = current_database()',
      )) ?? []
    await vi.waitFor(() => expect(deadlocks?.count).toBeGreaterThan(0), PATIENCE)
  })

  it('refuses text that PostgreSQL cannot hold as a fault of the input, and does not find what cannot be there', async () => {
    const { store } = await openShop()
    const idempotencyKey = 'key-with-\0-in-it'
    // The core refuses such a key; a caller who goes around it must not get further than here.
    const order = placed({ ...anOrder({}), idempotencyKey })
    expect(await outcomeOf(store.commit({ puts: [order] }))).toBe('INVALID_INPUT')
    expect(await store.findOrderByKey(idempotencyKey)).toBeNull()
  })

  it('never lets the level of a stock fall below zero, not even by a hand at the database', async () => {
    const { store } = await openShop()
    await store.commit({ stock: [move(1)] })
    await expect(server?.query(`update ocop.stock set level = level - 2`)).rejects.toThrow('stock_never_below_zero')
  })
})
