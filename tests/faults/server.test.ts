import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { listJournal } from '../../src/store/journal/scan-journal.js'
import { nodeFiles } from '../../src/store/disk/files.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { orderByApi, orderPatiently } from '../support/api-buyer.js'
import { ShopProcess } from '../support/shop-process.js'
import { stockShop } from '../support/shop.js'
import { Unsynced } from '../support/unsynced.js'

const STOCK = 100_000
const BUYERS = 40

const processes: ShopProcess[] = []
afterEach(async () => {
  for (const shop of processes.splice(0)) await shop.end('SIGKILL')
})

async function serve(folder: string, env: NodeJS.ProcessEnv = {}): Promise<ShopProcess> {
  const shop = await ShopProcess.start(folder, env)
  processes.push(shop)
  return shop
}

/** A folder with the shop of the tests and plenty of coffee; proxies are believed, so that each buyer has an address. */
async function makeShop(units: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-server-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const catalog = await createCatalog({ folder })
  await stockShop(catalog)
  await catalog.save({ stock: [{ sku: 'CF-250', quantity: units - 40 }] })
  await catalog.close()
  await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
  return folder
}

/** Opens what a shop left and checks that it holds so many orders, each with its unit of stock and its transaction. */
async function expectSold(folder: string, orders: number, stock: number): Promise<void> {
  expect((await verifyFolder(folder)).orders).toBe(orders)
  const catalog = await createCatalog({ folder })
  const { transactions, differences } = await catalog.recount()
  expect([transactions, differences]).toEqual([orders, []])
  expect(catalog.state.stockOf('CF-250')).toBe(stock - orders)
  await catalog.close()
}

async function newestJournal(folder: string): Promise<string> {
  return join(folder, 'journal', (await listJournal(nodeFiles, folder)).at(-1) ?? '')
}

interface Killing {
  readonly rounds: number
  /** The shop that trades in one round. */
  readonly start: (folder: string) => Promise<ShopProcess>
  /** What happens to the folder after its server was killed. */
  readonly then: (folder: string) => Promise<void>
}

/** 40 buyers at once in each round, at whose end the server is killed; who heard nothing sends the same order again. */
async function tradeAndKill({ rounds, start, then }: Killing): Promise<void> {
  const folder = await makeShop(STOCK)
  /** By idempotency key, the order code that the buyer was told. */
  const told = new Map<string, string>()
  const unanswered = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const shop = await start(folder)
    const enough = told.size + 40 + 15 * round
    let next = 0
    const buy = async (buyer: number): Promise<void> => {
      for (;;) {
        const [again] = unanswered
        if (again !== undefined) unanswered.delete(again)
        const key = again ?? `round-${round}-buyer-${buyer}-${(next += 1)}`
        const { status, code } = await orderByApi(shop.origin, { key, sku: 'CF-250' })
        if (status === 0) {
          unanswered.add(key)
          return
        }
        expect([200, 201]).toContain(status)
        expect(told.get(key) ?? code).toBe(code)
        told.set(key, code)
        if (told.size >= enough) void shop.end('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: BUYERS }, (_, buyer) => buy(buyer)))
    await shop.end('SIGKILL')
    await then(folder)
  }
  const shop = await serve(folder)
  for (const key of unanswered) {
    const { code } = await orderByApi(shop.origin, { key, sku: 'CF-250' })
    told.set(key, code)
  }
  // A word for word repetition of what was confirmed long ago gives the same order back.
  for (const [key, code] of [...told].filter((_, index) => index % 50 === 0))
    expect(await orderByApi(shop.origin, { key, sku: 'CF-250' })).toMatchObject({ status: 201, code })
  await shop.end('SIGTERM')
  expect(told.size).toBeGreaterThan(rounds * 40)
  expect(new Set(told.values()).size).toBe(told.size)
  await expectSold(folder, told.size, STOCK)
}

describe('the real server, killed in the middle of trade', () => {
  it('12 rounds of kill -9 with 40 buyers at once lose nothing and double nothing', async () => {
    await tradeAndKill({ rounds: 12, start: (folder) => serve(folder), then: () => Promise.resolve() })
  })

  it('neither do 4 rounds of power cuts, each of which takes all bytes and names that were never synced', async () => {
    let unsynced: Unsynced | undefined
    const gone: number[] = []
    await tradeAndKill({
      rounds: 4,
      start: async (folder) => {
        unsynced = await Unsynced.watch(folder)
        return serve(folder, unsynced.env)
      },
      then: async () => void gone.push((await unsynced?.drop()) ?? 0),
    })
    expect(gone).toHaveLength(4)
  })

  it('leaves no lock behind: of five that start at once one opens, and the others hear which', async () => {
    const folder = await makeShop(100)
    for (let round = 0; round < 3; round += 1) {
      const starts = await Promise.allSettled(Array.from({ length: 5 }, () => serve(folder)))
      const opened = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
      expect(opened).toHaveLength(1)
      for (const start of starts)
        if (start.status === 'rejected') expect(String(start.reason)).toContain(`in use by process ${opened[0]?.pid}`)
      expect((await orderByApi(opened[0]?.origin ?? '', { key: `round-${round}-key`, sku: 'CF-250' })).status).toBe(201)
      await opened[0]?.end('SIGKILL')
    }
    await expectSold(folder, 3, 100)
  })
})

describe('the real server, at a torn or damaged journal', () => {
  it('cuts a torn tail, keeps it aside and says so; refuses anything else and touches nothing', async () => {
    const folder = await makeShop(100)
    const first = await serve(folder)
    for (const key of ['order-1-key', 'order-2-key', 'order-3-key'])
      await orderByApi(first.origin, { key, sku: 'CF-250' })
    await first.end('SIGKILL')

    const journal = await newestJournal(folder)
    await appendFile(journal, '["0badc0de","00000999",{"revision":9')
    const torn = await serve(folder)
    expect(torn.told.join('\n')).toMatch(/Cut 36 bytes off the end of .*Kept in .*torn-at/)
    expect((await orderByApi(torn.origin, { key: 'order-3-key', sku: 'CF-250' })).status).toBe(201)
    await torn.end('SIGKILL')
    await expectSold(folder, 3, 100)

    const copy = `${folder}-flipped`
    onTestFinished(() => rm(copy, { recursive: true, force: true }))
    await cp(folder, copy, { recursive: true })
    const bytes = await readFile(await newestJournal(copy))
    const place = bytes.indexOf('order-2-key')
    bytes[place] = 0x4f
    await writeFile(await newestJournal(copy), bytes)
    const refused: unknown = await serve(copy).catch((error: unknown) => error)
    expect(String(refused)).toMatch(/journal\/[\d-]+\.jsonl is damaged at #\d+, byte \d+: .*checksum.*backup/s)
    expect(await readFile(await newestJournal(copy))).toEqual(bytes)
  })
})

it('the real server sells exactly 50 of 50 units to 500 buyers', async () => {
  const folder = await makeShop(50)
  const shop = await serve(folder)
  const buy = (_: unknown, index: number) => orderPatiently(shop.origin, { key: `buyer-${index}-key`, sku: 'CF-250' })
  const answers = await Promise.all(Array.from({ length: 500 }, buy))
  const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length
  expect([count(201), count(409)]).toEqual([50, 450])
  await shop.end('SIGTERM')
  await expectSold(folder, 50, 50)
})
