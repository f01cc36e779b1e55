import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { createCatalog, type CatalogError } from '../../src/index.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { listJournal } from '../../src/store/journal/scan-journal.js'
import { nodeFiles } from '../../src/store/disk/files.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { orderByApi } from '../support/api-buyer.js'
import { ShopProcess } from '../support/shop-process.js'
import { recipient, stockShop } from '../support/shop.js'
import { limitFiles, mountSmallDisk } from '../support/small-disk.js'

/** Proxies in front are believed, so that every buyer of the test has an address of its own. */
const SETTINGS = JSON.stringify({ trustProxy: 'loopback' })
const processes: ShopProcess[] = []
afterEach(async () => {
  for (const shop of processes.splice(0)) await shop.end('SIGKILL')
})

async function makeShop(folder: string): Promise<void> {
  const catalog = await createCatalog({ folder })
  await stockShop(catalog)
  await catalog.save({ stock: [{ sku: 'CF-250', quantity: 10_000 }] })
  await catalog.close()
  await writeFile(join(folder, 'site.json'), SETTINGS)
}

async function serve(folder: string): Promise<ShopProcess> {
  const shop = await ShopProcess.start(folder)
  processes.push(shop)
  return shop
}

async function newestJournalSize(folder: string): Promise<number> {
  const name = (await listJournal(nodeFiles, folder)).at(-1) ?? ''
  return (await stat(join(folder, 'journal', name))).size
}

const health = async ({ origin }: ShopProcess): Promise<unknown> => (await fetch(`${origin}/healthz`)).json()

/** Sells, fills the disk, sells on, makes room: whatever makes the disk full, this is what people see. */
async function sellThroughAFullDisk(shop: ShopProcess, fill: () => Promise<void>, empty: () => Promise<void>) {
  const { origin } = shop
  const order = (key: string, lang: 'vi' | 'en' = 'vi') => orderByApi(origin, { key, sku: 'CF-250', lang })
  expect((await order('before-1-key')).status).toBe(201)
  await fill()
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, index) => order(`full-${index}-key`)))
  let kept = crowd.filter(({ status }) => status === 201).length
  // A crowd that is written together may not fit where a single order still does.
  while ((await order(`last-${kept}-key`)).status === 201) kept += 1
  const refused = await order('refused-in-vietnamese')
  expect(refused).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE', title: 'Hiện chưa ghi nhận được' })
  expect(refused.detail).toContain('Chưa có gì được đặt')
  expect(await order('refused-in-english', 'en')).toMatchObject({
    status: 503,
    detail: expect.stringContaining('Nothing was ordered') as string,
  })
  expect(new Set(crowd.map(({ status }) => status))).toContain(503)
  expect(await health(shop)).toMatchObject({ status: 'attention', takesOrders: false })

  const form = { ...recipient(), key: 'refused-on-the-page', lines: 'CF-250*1', from: 'now', total: '95000' }
  const page = await fetch(`${origin}/checkout`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  expect(page.status).toBe(503)
  expect(await page.text()).toMatch(/Chưa có gì được đặt[\s\S]*12 Lê Duẩn/)
  for (const path of ['/', '/products', '/products/ca-phe-bot', '/figures'])
    expect((await fetch(`${origin}${path}`)).status).toBe(200)

  await empty()
  expect((await order('refused-in-vietnamese')).status).toBe(201)
  expect(await health(shop)).toMatchObject({ takesOrders: true })
  return kept + 2
}

async function expectOrders(folder: string, orders: number): Promise<void> {
  expect((await verifyFolder(folder)).orders).toBe(orders)
  const catalog = await createCatalog({ folder })
  const { transactions, differences } = await catalog.recount()
  expect([transactions, differences]).toEqual([orders, []])
  expect(catalog.state.stockOf('CF-250')).toBe(10_040 - orders)
  await catalog.close()
}

describe('a real shop whose disk is full', () => {
  it('refuses orders in the shopper’s language, serves pages, and sells again by itself when there is room', async (context) => {
    const disk = await mountSmallDisk()
    if (!disk) return context.skip('this user may not mount a file system; the next test fills a quota instead')
    onTestFinished(() => disk.remove())
    const folder = join(disk.folder, 'shop')
    await makeShop(folder)
    const shop = await serve(folder)
    expect(await health(shop)).toMatchObject({ status: 'ok', disk: 'ok' })
    const fill = (): Promise<void> => disk.fill(16 * 1024)
    const orders = await sellThroughAFullDisk(shop, fill, () => disk.empty())
    await shop.end('SIGTERM')
    await expectOrders(folder, orders)
  })

  it('does the same when it may not write more, as under a quota', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ocop-quota-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await makeShop(folder)
    const shop = await serve(folder)
    const fill = async (): Promise<void> => limitFiles(shop.pid, (await newestJournalSize(folder)) + 5000)
    const empty = async (): Promise<void> => {
      await Promise.resolve()
      limitFiles(shop.pid, null)
    }
    const orders = await sellThroughAFullDisk(shop, fill, empty)
    await shop.end('SIGTERM')
    await expectOrders(folder, orders)
  })

  it('keeps no file for an import that would take the room of orders, and says so', async (context) => {
    const disk = await mountSmallDisk()
    if (!disk) return context.skip('this user may not mount a file system')
    onTestFinished(() => disk.remove())
    const folder = join(disk.folder, 'shop')
    await makeShop(folder)
    const store = await openLowdbStore({ folder })
    onTestFinished(() => store.close())
    const file = { id: 'f-1', accountId: 'a-1', facts: '{}' }
    const error = await store.sentFiles
      .keep(file, Buffer.alloc(5_000_000), new Date())
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
    expect((error as CatalogError).text('vi')).toMatch(/đĩa gần đầy: cần 5 MB, còn trống \d+ MB/)
    expect(await nodeFiles.list(join(folder, 'sent'))).toEqual([])
    expect(await store.sentFiles.find('f-1')).toBeNull()
  })

  it('warns before, in a line to the operator and where monitors look', async (context) => {
    const disk = await mountSmallDisk()
    if (!disk) return context.skip('this user may not mount a file system')
    onTestFinished(() => disk.remove())
    const folder = join(disk.folder, 'shop')
    await makeShop(folder)
    await disk.fill(1024 * 1024)
    const shop = await serve(folder)
    expect(await health(shop)).toMatchObject({ status: 'attention', takesOrders: true, disk: 'low' })
    expect(shop.told.join('\n')).toContain('The disk is nearly full')
    expect((await orderByApi(shop.origin, { key: 'still-sold', sku: 'CF-250' })).status).toBe(201)
  })
})
