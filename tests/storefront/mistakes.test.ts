import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '../../src/client/client.js'
import {
  cashOnDelivery,
  CatalogError,
  createCatalog,
  createMailer,
  openLowdbStore,
  openMemoryStore,
  previewImport,
  productImport,
} from '../../src/index.js'
import type { Catalog } from '../../src/site/catalog.js'
import { createStorefront, startWork } from '../../src/storefront/index.js'

let folder: string
let catalog: Catalog
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-mistakes-'))
  catalog = await createCatalog({ folder: path.join(folder, 'shop') })
})
afterAll(async () => {
  await catalog.close()
  await rm(folder, { recursive: true })
})

/** What a developer reads: the sentence of the error, and nothing of it is opened. */
const read = async (mistake: () => unknown): Promise<string> => {
  try {
    await mistake()
    return 'nothing was said'
  } catch (error) {
    return (error as Error).message
  }
}

it('what a developer gets wrong is said at once, by the name of the option and how to mend it', async () => {
  const open = (options: unknown) => read(() => createCatalog(options as never))
  expect(await open(undefined)).toContain('This takes one object of options, { … }')
  expect(await open({})).toContain('folder: Missing; state folder')
  expect(await open({ folder: 5, baseURL: 'x' })).toMatch(
    /^createCatalog: options to correct: 2\. folder: This must be a text\. baseURL: There is no such option; there are: folder, store, .*baseUrl/,
  )
  expect(await open({ store: Promise.resolve(openMemoryStore()) })).toContain(
    'store: This is a promise: put “await” before',
  )
  expect(await open({ store: {} })).toContain('which has load, commit and close, or a function that opens one')
  expect(await open({ store: () => folder })).toContain(
    'store: The function must give a store, which has load, commit and close',
  )
  expect(await open({ folder, name: 'Chợ', shipping: 30_000, mailer: {}, payments: { cashOnDelivery } })).toContain(
    'name: This must be { vi: "…", en: "…" }. shipping: This must be a function. ' +
      'payments: This must be a list of payment providers, each with id and name. mailer: This must be an object with a function send.',
  )
  expect(await open({ folder, baseUrl: 'cho.vn', clock: new Date(), ordersPerPhone: 0 })).toMatch(
    /baseUrl: This must be an address such as .* ordersPerPhone: This must be a whole number from 1 up, or null\. clock: This must be a function/,
  )
  expect(await open({ folder, sealKeys: ['short'], shipping: 0 })).toContain(
    'shipping: This must be a function. sealKeys: This must be a list of keys, each of at least 32 random characters',
  )
  expect(await open({ folder: path.join(folder, 'shop') })).toContain('open the folder once and share the catalog')
  expect(await open({ folder: import.meta.filename })).toContain('a file stands where a folder is needed')

  const openStore = (options: unknown) => read(() => openLowdbStore(options as never))
  expect(await openStore({ dataFolder: folder })).toBe(
    'openLowdbStore: options to correct: 2. folder: Missing; it must be the path of a folder. ' +
      'dataFolder: There is no such option; there are: folder, clock, onWarning, files, onEntry.',
  )
  expect(await openStore({ folder: '', clock: new Date(), files: {} })).toMatch(
    /folder: This must be the path of a folder\. clock: This must be a function\. files: This must be the calls of Files/,
  )
  expect(await openStore({ folder: path.join(folder, 'shop') })).toContain('open the folder once')

  const mailer = (options: unknown) => read(() => createMailer(options as never))
  expect(await mailer({ server: 'smtp://mail.example.vn', sender: 'a@b.vn' })).toMatch(
    /^createMailer: options to correct: 2\. from: Missing; it must be a sender .* sender: There is no such option; there are: server, from/,
  )

  const mount = (options: unknown) => read(() => createStorefront(options as never))
  expect(await mount({})).toContain('catalog: Missing; it must be what “await createCatalog({ folder })” gives')
  expect(await mount({ catalog: Promise.resolve(catalog) })).toContain('catalog: This is a promise: put “await” before')
  expect(await mount({ catalog, themes: {} })).toContain('themes: There is no such option; there are: catalog, name')
  expect(await mount({ catalog, views: 'no-such-folder' })).toContain('views: This must be a folder that is there')
  const views = path.join(folder, 'views')
  const write = async (name: string, text = ''): Promise<void> => {
    await mkdir(path.dirname(path.join(views, name)), { recursive: true })
    await writeFile(path.join(views, name), text)
  }
  await write('shop/hom.ejs')
  await write('partials/footer.ejs')
  await write('shop/product-card.ejs')
  await write('assets/css/own.scss')
  await write('layout/shop-footer.ejs', `<%- include('/partials/mine') %>`)
  for (const used of ['partials/mine.ejs', 'assets/css/95-own.css', 'assets/logo.png', '.git/HEAD', 'README.md'])
    await write(used)
  expect(await mount({ catalog, views })).toMatch(
    /^createStorefront: options to correct: 4\. views: “assets\/css\/own\.scss” [^;]+; styles are “assets\/css\/….css”[^;]+ views: “partials\/footer\.ejs” stands in for no view of the package, and no template includes it; there are partials\/[^;]+ views: “shop\/hom\.ejs” [^;]+; there are shop\/[^;]+ views: “shop\/product-card\.ejs” [^;]+; there is partials\/product-card\.ejs\.$/,
  )
  expect(await mount({ catalog, mode: 'shop' })).toContain(
    'mode: This must be "catalogue" or "direct" or "intermediary"',
  )
  expect(await mount({ catalog, theme: { indigo: '#000' } })).toContain(
    'theme: This must be { light: { … }, dark: { … } }',
  )
  expect(await mount({ catalog, messages: { shell: {} } })).toContain('messages: This must be { vi: { … }, en: { … } }')
  expect(await mount({ catalog, owner: { name: 'Báo', mail: 'a@b.vn' } })).toContain(
    'owner: This must be { name, address',
  )
  expect(await mount({ catalog, baseUrl: 'cho.vn/ocop', mount: 'ocop', apiPerMinute: 0 })).toMatch(
    /mount: This must be a path such as "\/ocop"\. .*apiPerMinute: This must be a whole number from 1 up, or null/,
  )
  expect(await mount({ catalog, bankNoticeSecret: 'short', apiOrigins: ['https://mini.example.vn/'] })).toBe(
    'createStorefront: options to correct: 2. bankNoticeSecret: This must be at least 32 random characters. ' +
      'apiOrigins: This must be a list of origins such as ["https://mini.example.vn"].',
  )
  const refusal = await createCatalog({ folder, mode: 'shop', ordersPerPhone: 0 } as never).catch(
    (error: unknown) => error,
  )
  expect(refusal).toBeInstanceOf(CatalogError)
  const { code, issues } = refusal as CatalogError
  expect([code, issues.map((issue) => issue.path)]).toEqual(['INVALID_OPTIONS', ['ordersPerPhone', 'mode']])
  expect((refusal as CatalogError).describe('vi')).toMatch(
    /^createCatalog: có 2 tùy chọn cần sửa\.\n {2}ordersPerPhone: Phải là số nguyên từ 1 trở lên, hoặc null\.\n {2}mode: Không có tùy chọn này; có: folder, /,
  )
  expect(await read(() => startWork({} as never))).toContain('startWork: options to correct: 1. catalog: Missing')
  expect(await read(() => createClient({} as never))).toContain('baseUrl: Phải là địa chỉ của gian hàng')

  expect(await read(() => catalog.save({ product: [] } as never))).toContain('product: There is no such field')
  expect(await read(() => catalog.save('all' as never))).toContain('This must be an object, { … }')
  expect(await read(() => catalog.coverage({ period: '2024-H1' } as never))).toContain('parsePeriod("2024-H1")')
  expect(await read(() => catalog.placeOrder({} as never))).toContain('idempotencyKey: Missing')
  const search = (query: unknown) => read(() => catalog.search(query as never))
  const wrong = { text: '', filters: { facets: { star: ['5'] }, stars: ['5'] }, sort: 'cheapest' }
  expect(await search(wrong)).toMatch(
    /filters\.facets\.star: There is no such field.*filters\.stars: .*sort: Not in the list: relevance, /,
  )
  expect(await search('ca phe')).toContain('This must be an object, { … }')
  const asObject = { cart: { 'CF-1': 2 }, recipient: {}, idempotencyKey: 'made-by-a-test', adult: false }
  expect(await read(() => catalog.placeOrder(asObject as never))).toContain('cart: This must be Map')
  expect(await read(() => previewImport(productImport, 'list.csv' as never, catalog))).toContain('await readFile(path)')
})

it('a host that reads signed bodies first, or mounts past the public address, is told of it once', async () => {
  const wallet = { id: 'sen', name: { vi: 'Ví Sen' }, readNotice: () => null }
  const store = openMemoryStore()
  const shop = await createCatalog({ store, payments: [cashOnDelivery, wallet] })
  const secret = '7d1f0c52b9e84a63917c2e05d84fb6a1'
  const app = express()
  app.use(express.json())
  app.use(createStorefront({ catalog: shop, baseUrl: 'https://cho.example.vn/ocop', bankNoticeSecret: secret }))
  const mounting = once(process, 'warning')
  await request(app).get('/products')
  expect(String((await mounting)[0])).toContain('shop stands at "/ocop", and it was reached at "/"')
  const parsing = once(process, 'warning')
  expect((await request(app).post('/api/v1/bank-notices').send({ reference: 'FT1' })).status).toBe(401)
  expect(String((await parsing)[0])).toContain('mount the storefront before express.json()')
  await shop.close()
})
