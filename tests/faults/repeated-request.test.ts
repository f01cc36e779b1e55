import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog } from '../../src/index.js'
import { openPostgresStore } from '../../src/store/postgres/index.js'
import { serverForTests } from '../support/postgres-server.js'
import { ShopProcess } from '../support/shop-process.js'
import { stockShop } from '../support/shop.js'

const server = await serverForTests()
const shops: ShopProcess[] = []
const folders: string[] = []
afterAll(async () => {
  for (const shop of shops) await shop.end('SIGKILL')
  await server?.stop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-repeat-'))
  folders.push(folder)
  return folder
}

async function serve(folder: string, env: NodeJS.ProcessEnv = {}): Promise<ShopProcess> {
  const shop = await ShopProcess.start(folder, env)
  shops.push(shop)
  return shop
}

/** Fills a shop and makes a key of the producer Ea Tu. */
async function fill(catalog: Awaited<ReturnType<typeof createCatalog>>): Promise<{ token: string; stock: number }> {
  await stockShop(catalog)
  const { key } = await catalog.apiKeys.add(system('test'), {
    name: 'Kho',
    scopes: ['goods:read', 'goods:write', 'submissions:write'],
    membership: { front: 'producer', role: 'owner', producerId: 'ea-tu' as never },
  })
  const stock = catalog.state.stockOf('CF-250') ?? 0
  await catalog.close()
  return { token: key, stock }
}

interface Told {
  /** 0 when no answer came. */
  readonly status: number
  readonly body: unknown
  readonly replayed: boolean
}

const post = async (origin: string, token: string, path: string, key: string, body: object): Promise<Told> => {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' }
  try {
    const response = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const replayed = response.headers.get('idempotent-replayed') === 'true'
    return { status: response.status, body: await response.json(), replayed }
  } catch {
    return { status: 0, body: null, replayed: false }
  }
}

const move = (origin: string, token: string, key: string, by = 1): Promise<Told> =>
  post(origin, token, '/producer/goods/CF-250/stock', key, { by })

async function stockAt(origin: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${origin}/api/v1/producer/goods`, { headers })
  const { goods } = (await response.json()) as { goods: { sku: string; stock: number }[] }
  return goods.find(({ sku }) => sku === 'CF-250')?.stock ?? -1
}

it('a server is killed while programs move stock: each repeats what it sent, and each move counts once', async () => {
  const folder = await newFolder()
  const { token, stock } = await fill(await createCatalog({ folder }))
  const keys = Array.from({ length: 60 }, (_, index) => `move-${index}-of-60`)
  const shop = await serve(folder)
  const begun = await post(shop.origin, token, '/producer/submissions', 'begin-once', { likeProduct: 'ca-phe-bot' })
  expect(begun.status).toBe(201)
  let answered = 0
  const first = await Promise.all(
    keys.map(async (key) => {
      const told = await move(shop.origin, token, key)
      if ((answered += 1) === 20) void shop.end('SIGKILL')
      return told
    }),
  )
  await shop.end('SIGKILL')

  const again = await serve(folder)
  const second = await Promise.all(keys.map((key) => move(again.origin, token, key)))
  expect(second.map(({ status }) => status)).toEqual(keys.map(() => 200))
  for (const [index, told] of first.entries())
    if (told.status === 200) expect(second[index]).toEqual({ ...told, replayed: true })
  expect(await stockAt(again.origin, token)).toBe(stock + keys.length)
  expect(await move(again.origin, token, keys[0] ?? '', 5)).toMatchObject({
    status: 422,
    body: { code: 'IDEMPOTENCY_MISMATCH' },
  })
  expect(await post(again.origin, token, '/producer/submissions', 'begin-once', { likeProduct: 'ca-phe-bot' })).toEqual(
    { ...begun, replayed: true },
  )
  await again.end('SIGTERM')

  const catalog = await createCatalog({ folder })
  expect(catalog.state.all('submissions')).toHaveLength(1)
  expect(catalog.state.all('doneRequests')).toHaveLength(keys.length + 1)
  const kept = JSON.stringify(catalog.state.all('doneRequests'))
  expect(kept).not.toMatch(/move-|CF-250|ca-phe/)
  await catalog.close()
})

it.skipIf(!server)(
  'two servers on one PostgreSQL do once what is sent to both, at once or one after the other',
  async () => {
    const url = server?.url ?? ''
    const { token, stock } = await fill(await createCatalog({ store: await openPostgresStore({ url }) }))
    const folder = await newFolder()
    const [a, b] = [await serve(folder, { DATABASE_URL: url }), await serve(folder, { DATABASE_URL: url })]
    const keys = Array.from({ length: 20 }, (_, index) => `both-${index}-of-20`)
    const pairs = await Promise.all(
      keys.map((key) => Promise.all([move(a.origin, token, key), move(b.origin, token, key)])),
    )
    for (const [one, other] of pairs) {
      expect([one.status, other.status]).toEqual([200, 200])
      expect(one.body).toEqual(other.body)
      expect([one.replayed, other.replayed].toSorted()).toEqual([false, true])
    }
    const third = await move(a.origin, token, 'one-after-the-other')
    await a.end('SIGKILL')
    expect(await move(b.origin, token, 'one-after-the-other')).toEqual({ ...third, replayed: true })
    expect(await stockAt(b.origin, token)).toBe(stock + keys.length + 1)
  },
)
