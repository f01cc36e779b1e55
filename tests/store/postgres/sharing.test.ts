import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { CatalogState } from '../../../src/catalog/state.js'
import type { Store } from '../../../src/catalog/store.js'
import { MIGRATIONS } from '../../../src/store/postgres/migrations/migrations.js'
import { openPostgresStore, type PostgresStoreOptions } from '../../../src/store/postgres/index.js'
import { SharedCatchUp } from '../../../src/store/postgres/shared-catch-up.js'
import { COFFEE, move, put } from '../../../src/testing/changes.js'
import { ledgerOf, tally } from '../../../src/testing/scene.js'
import { placeOrder, stockUp } from '../../faults/place-order.js'
import { aProduct } from '../../support/records.js'
import { serverForTests } from '../../support/postgres-server.js'
import { PATIENCE } from '../../support/patience.js'

const SELLING = fileURLToPath(new URL('selling-process.ts', import.meta.url))
const server = await serverForTests()
const url = server?.url ?? ''

/** A store with the catalog that follows it, and the revisions that it heard of. */
async function openFollowed(options: Partial<PostgresStoreOptions> = {}) {
  const store = await openPostgresStore({ url, onWarning: () => undefined, ...options })
  onTestFinished(() => store.close())
  const { state, follow } = CatalogState.from(await store.load())
  const heard: number[] = []
  store.watch((committed) => {
    follow(committed)
    heard.push(committed.revision)
  })
  return { store, state, heard }
}

const firstRevisions = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const listening = () => server?.query<{ pid: number }>(`select pid from pg_stat_activity where query like 'listen %'`)

describe.skipIf(server === null)('storefronts that share a database', () => {
  beforeEach(() => server?.query('drop schema if exists ocop cascade'))
  afterAll(() => server?.stop())

  it('sell ten units exactly once, though a hundred buyers in two processes want them', async () => {
    const { store, state } = await openFollowed()
    await stockUp(store, 20)
    const selling = ['a', 'b'].map((name) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', SELLING, url, name]),
    )
    const outcomes = (await Promise.all(selling)).map(({ stdout }) => JSON.parse(stdout) as Record<string, number>)
    const sum = (outcome: string) => outcomes.reduce((total, counts) => total + (counts[outcome] ?? 0), 0)
    expect([sum('resolved'), sum('OUT_OF_STOCK')]).toEqual([10, 90])
    await vi.waitFor(() => expect(state.stockOf(COFFEE)).toBe(0), PATIENCE)
    expect(await ledgerOf(store)).toHaveLength(10)
    expect((await store.listOrders({ limit: 100 })).orders).toHaveLength(10)
  })

  it('hear of all commits, their own and those of others, once and in the same order', async () => {
    const shops = [await openFollowed(), await openFollowed(), await openFollowed({ listenUrl: null })]
    const commits = shops.flatMap(({ store }, shop) =>
      Array.from({ length: 30 }, (_, index) => store.commit({ puts: [put(aProduct({ id: `p-${shop}-${index}` }))] })),
    )
    expect(await tally(commits)).toEqual({ resolved: 90 })
    for (const { heard } of shops) await vi.waitFor(() => expect(heard).toEqual(firstRevisions(90)), PATIENCE)
    const [first, ...others] = shops.map(({ state }) => state.all('products'))
    for (const products of others) expect(products).toEqual(first)
  })

  it('hear at once of what they ask for, once, and strangers who ask all the time cost the database ten questions a second', async () => {
    const [here, deaf] = [await openFollowed(), await openFollowed({ listenUrl: null })]
    for (const revision of firstRevisions(12)) {
      await here.store.commit({})
      await Promise.all(Array.from({ length: 50 }, () => deaf.store.catchUp()))
      expect(deaf.heard).toEqual(firstRevisions(revision))
    }
    const [begun, ended]: [number[], number[]] = [[], []]
    const shared = new SharedCatchUp(async () => {
      const at = performance.now()
      begun.push(at)
      await new Promise((resolve) => setTimeout(resolve, 30))
      ended.push(at)
    })
    const start = performance.now()
    const strangers = Array.from({ length: 400 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index))
      const asked = performance.now()
      await shared.run()
      // The database was asked after the stranger came.
      expect(ended.at(-1)).toBeGreaterThanOrEqual(asked)
    })
    await Promise.all(strangers)
    expect(begun.length).toBeLessThanOrEqual((performance.now() - start) / 100 + 2)
  })

  it('hear of what came between loading and the first look, and count none of it twice', async () => {
    const { store: other } = await openFollowed()
    await stockUp(other, 20)
    const store = await openPostgresStore({ url })
    onTestFinished(() => store.close())
    const { state, follow } = CatalogState.from(await store.load())
    await placeOrder(other, 'order-1')
    const counted = await ledgerOf(store)
    store.watch((committed) => {
      follow(committed)
      counted.push(...committed.transactions)
    })
    await vi.waitFor(() => expect(state.stockOf(COFFEE)).toBe(18), PATIENCE)
    expect(counted).toEqual(await ledgerOf(store))
    expect(counted).toHaveLength(1)
  })

  it('refuse a change that rests on what another storefront has changed meanwhile', async () => {
    const [here, there] = [await openFollowed(), await openFollowed()]
    await here.store.commit({ puts: [put(aProduct())] })
    const change = ({ store }: { store: Store }, vi: string) =>
      store.commit({ puts: [put(aProduct({ version: 2, name: { vi } }))] })
    expect(await tally([change(here, 'Một'), change(there, 'Hai')])).toEqual({ resolved: 1, CONFLICT: 1 })
  })

  it('hear each other again after the connections that listen were cut', async () => {
    const [here, there] = [await openFollowed(), await openFollowed()]
    await vi.waitFor(async () => expect(await listening()).toHaveLength(2), PATIENCE)
    const cut = (await listening())?.map(({ pid }) => pid)
    await server?.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [cut])
    await there.store.commit({ stock: [move(1)] })
    await vi.waitFor(() => expect(here.heard).toEqual([1]), PATIENCE)
    await vi.waitFor(async () => expect((await listening())?.length).toBe(2), PATIENCE)
    await here.store.commit({ stock: [move(1)] })
    await vi.waitFor(() => expect(there.heard).toEqual([1, 2]), PATIENCE)
  })

  it('make the schema once, however many start at once on an empty database', async () => {
    const shops = await Promise.all(Array.from({ length: 5 }, () => openFollowed()))
    const applied = await server?.query('select number from ocop.migrations order by number')
    expect(applied).toEqual(MIGRATIONS.map(({ number }) => ({ number })))
    expect(await tally(shops.map(({ store }) => store.commit({ stock: [move(1)] })))).toEqual({ resolved: 5 })
  })

  it('ask for no more than an account that owns its schema', async () => {
    await server?.query(`drop role if exists plain; create role plain login nosuperuser nocreatedb nocreaterole;
      create schema plain authorization plain`)
    const { store } = await openFollowed({ url: url.replace('shop@', 'plain@'), schema: 'plain' })
    await stockUp(store, 20)
    await placeOrder(store, 'order-1')
    expect(await ledgerOf(store)).toHaveLength(1)
  })

  it('refuse a schema that a newer version has migrated, and leave it as it is', async () => {
    await (await openPostgresStore({ url })).close()
    await server?.query(`insert into ocop.migrations (number, name) values (99, 'future')`)
    await expect(openPostgresStore({ url })).rejects.toMatchObject({
      code: 'STORE_NEWER',
      details: { file: 'ocop.migrations', found: 99, known: MIGRATIONS.length },
    })
  })
})
