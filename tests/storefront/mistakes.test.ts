import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '../../src/client/client.js'
import { cashOnDelivery, createCatalog, openMemoryStore, previewImport, productImport } from '../../src/index.js'
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
  expect(await open(undefined)).toBe('createCatalog takes one object of options, { … }')
  expect(await open({})).toContain('needs `folder`')
  expect(await open({ folder: 5, adress: 'x' })).toMatch(
    /^createCatalog: folder must be a text; there is no option adress; there are folder, store, .*address/,
  )
  expect(await open({ store: Promise.resolve(openMemoryStore()) })).toContain('store is a promise: put “await” before')
  expect(await open({ store: {} })).toContain('which has load, commit and close, or a function that opens one')
  expect(await open({ store: () => folder })).toBe(
    'createCatalog: the function store must give a store, which has load, commit and close',
  )
  expect(await open({ folder, name: 'Chợ', shipping: 30_000, mailer: {}, payments: { cashOnDelivery } })).toBe(
    'createCatalog: name must be { vi: "…", en: "…" }; shipping must be a function; ' +
      'payments must be a list of payment providers, each with id and name; mailer must be an object with a function send',
  )
  expect(await open({ folder, address: 'cho.vn', clock: new Date(), ordersPerPhone: 0 })).toMatch(
    /address must be an address such as .*; ordersPerPhone must be a whole number from 1 up; clock must be a function/,
  )
  expect(await open({ folder: path.join(folder, 'shop') })).toContain('open the folder once and share the catalog')
  expect(await open({ folder: import.meta.filename })).toContain('a file stands where a folder is needed')

  const mount = (options: unknown) => read(() => createStorefront(options as never))
  expect(await mount({})).toContain('catalog is missing; it must be what “await createCatalog({ folder })” gives')
  expect(await mount({ catalog: Promise.resolve(catalog) })).toContain('catalog is a promise: put “await” before')
  expect(await mount({ catalog, themes: {} })).toContain('there is no option themes; there are catalog, siteName')
  expect(await mount({ catalog, views: 'no-such-folder' })).toContain('views must be a folder that is there')
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
    /^createStorefront: views: “assets\/css\/own\.scss” [^;]+; styles are “assets\/css\/….css”[^;]+; “partials\/footer\.ejs” stands in for no view of the package, and no template includes it; there are partials\/[^;]+; “shop\/hom\.ejs” [^;]+; there are shop\/[^;]+; “shop\/product-card\.ejs” [^;]+; there is partials\/product-card\.ejs$/,
  )
  expect(await mount({ catalog, mode: 'shop' })).toContain('mode must be "catalogue" or "direct" or "intermediary"')
  expect(await mount({ catalog, theme: { indigo: '#000' } })).toContain('theme must be { light: { … }, dark: { … } }')
  expect(await mount({ catalog, messages: { shell: {} } })).toContain('messages must be { vi: { … }, en: { … } }')
  expect(await mount({ catalog, owner: { name: 'Báo', mail: 'a@b.vn' } })).toContain('owner must be { name, address')
  expect(await mount({ catalog, baseUrl: 'cho.vn/ocop', mount: 'ocop', apiPerMinute: 0 })).toMatch(
    /baseUrl must be .*; mount must be a path such as "\/ocop"; apiPerMinute must be a whole number from 1 up, or null/,
  )
  expect(await read(() => startWork({} as never))).toContain('startWork: catalog is missing')
  expect(await read(() => createClient({} as never))).toContain('needs the address of the shop as `baseUrl`')

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
