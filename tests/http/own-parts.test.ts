import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express, { type ErrorRequestHandler } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CatalogError, createCatalog, openMemoryStore, type Catalog } from '../../src/index.js'
import { createStorefront, type StorefrontOptions } from '../../src/storefront/index.js'
import { stockShop } from '../support/shop.js'
import { DETAILS } from './trade-shop.js'
import { Visitor } from './visitor.js'

let folder: string
let catalog: Catalog
let host: Server
const failures: { error: unknown; path: string }[] = []
const handed: unknown[] = []

const write = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
  await writeFile(path.join(folder, name), text)
}

let ids = 0
const OWN: Omit<StorefrontOptions, 'catalog'> = {
  messages: { vi: { shell: { cart: 'Giỏ của tôi' } }, en: { shell: { cart: 'My basket' } } },
  theme: { light: { indigo: '#00553a', 'indigo-deep': '#003322', radius: '0' }, dark: { indigo: '#7fd8b0' } },
  drawCover: ({ slug }) => `<svg xmlns="http://www.w3.org/2000/svg"><title>${slug}</title></svg>`,
  failures: 'host',
  onError: (error, { path: where }) => failures.push({ error, path: where }),
}

const onFailure: ErrorRequestHandler = (error: { status?: number; code?: string }, _request, response, next) => {
  handed.push(error)
  if (response.headersSent) next(error)
  else response.status(error.status ?? 500).send(`host says ${error.code ?? 'our fault'}`)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-views-'))
  await write('layout/shop-footer.ejs', '<footer class="own"><%= page.siteName %></footer></body></html>')
  await write('assets/css/95-own.css', '.own { color: var(--laterite); }')
  await write('assets/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"><title>own</title></svg>')
  catalog = await createCatalog({
    store: openMemoryStore(),
    clock: () => new Date('2026-03-01T05:00:00Z'),
    shipping: ({ lines }) => 1000 * lines.length,
    ids: { newId: () => `id-${(ids += 1)}`, newOrderCode: () => `ABCDE-${String(10_000 + (ids += 1))}` },
  })
  await stockShop(catalog)
  const app = express()
  app.set('views', '/nowhere')
  app.use('/own', createStorefront({ ...OWN, catalog, views: folder }))
  app.use('/plain', createStorefront({ catalog }))
  app.get('/own/about', (_request, response) => void response.send('the page of the host'))
  app.use(onFailure)
  host = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
})

afterAll(async () => {
  host.close()
  await catalog.close()
  await rm(folder, { recursive: true })
})

describe('a site that puts its own parts in place of the package’s', () => {
  it('has its own footer, words, colors, icon and covers, and the shop beside it in the same process has none', async () => {
    const own = await new Visitor(host, '/own').open('/products/ca-phe-bot')
    const plain = await new Visitor(host, '/plain').open('/products/ca-phe-bot')
    expect(own.text('footer.own')).toBe('Phiên chợ OCOP')
    expect(plain.$('footer.own').length).toBe(0)
    expect(own.text('header')).toContain('Giỏ của tôi')
    expect(plain.text('header')).not.toContain('Giỏ của tôi')
    expect((await new Visitor(host, '/own').open('/products?lang=en')).text('header')).toContain('My basket')
    expect(own.$('meta[name=theme-color]').attr('content')).toBe('#003322')

    const css = async (visitor: Visitor) =>
      (await request(host).get(visitor.$('link[rel=stylesheet]').attr('href') ?? '')).text
    const styles = await css(own)
    expect(styles).toContain('.own{color: var(--laterite)')
    expect(styles).toMatch(/:root\{--radius:0;\}\n@media not \(prefers-color-scheme:dark\)\{:root\{--indigo:#00553a;/)
    expect(styles).toContain('@media (prefers-color-scheme:dark){:root{--indigo:#7fd8b0;}}')
    expect(await css(plain)).not.toContain('#00553a')
    const signIn = await new Visitor(host, '/own').open('/account/sign-in')
    expect([styles.includes('.top__person'), styles.includes('.narrow')]).toEqual([false, false])
    expect(await css(signIn)).toMatch(/\.top__person[^]*\.own\{color: var\(--laterite\)/)
    const pictureOf = async (mount: string) =>
      (await request(host).get(`${mount}/covers/ca-phe-bot.svg`)).body as Buffer
    expect(String(await pictureOf('/own'))).toContain('<title>ca-phe-bot</title>')
    expect(String(await pictureOf('/plain'))).not.toContain('<title>ca-phe-bot</title>')
    expect(String((await request(host).get('/own/assets/icon.svg')).body)).toContain('own')
  })

  it('orders with its own clock, ids and shipping', async () => {
    const { order: placed } = await catalog.placeOrder({
      cart: new Map([['CF-250' as never, 1]]),
      recipient: DETAILS,
      idempotencyKey: 'a-key-of-its-own',
      adult: false,
    })
    expect(placed.id).toMatch(/^id-\d+$/)
    expect(placed.code).toMatch(/^ABCDE-1\d{4}$/)
    expect(placed.placedAt).toBe('2026-03-01T05:00:00.000Z')
    expect(placed.fulfillments[0]?.shipping).toBe(1000)
  })

  it('answers failures with its own handler, and what the storefront does not know with its own pages', async () => {
    expect((await request(host).get('/own/about')).text).toBe('the page of the host')
    expect((await request(host).get('/plain/about')).text).toContain('Không tìm thấy trang này')
    const missing = await request(host).get('/own/products/khong-co')
    expect([missing.status, missing.text]).toEqual([404, 'host says notFound'])
    const bad = await request(host).post('/own/api/v1/orders').set('idempotency-key', 'key-12345').send({ lines: [] })
    expect([bad.status, bad.text]).toEqual([422, 'host says INVALID_INPUT'])
    const last = handed.at(-1)
    expect(last).toBeInstanceOf(CatalogError)
    expect((last as CatalogError).issues[0]?.path).toBe('lines')
    expect((await request(host).get('/own/office')).text).toContain('<form')
    expect(failures).toEqual([])
  })

  it('hears of a fault of its own view, which shows nothing of it to the visitor', async () => {
    await write('shop/error.ejs', '<%= page.none.at.all %>')
    await write('shop/help.ejs', '<%= page.none.at.all %>')
    const answer = await request(host).get('/own/help')
    expect([answer.status, answer.text]).toEqual([500, 'host says our fault'])
    expect(failures.map(({ path: where }) => where)).toEqual(['/help'])
    expect(String(failures[0]?.error)).toContain('shop/help.ejs')
  })

  it('is told at once of a word or a color that the storefront does not have', () => {
    const make = (options: object) => () => createStorefront({ catalog, ...options })
    expect(make({ messages: { vi: { shell: { basket: 'Giỏ' } } } })).toThrow('messages.vi.shell.basket')
    expect(make({ messages: { vi: { shell: { cart: 5 } } } })).toThrow('messages.vi.shell.cart: This must be a string')
    expect(make({ theme: { light: { pink: '#f0f' } } })).toThrow('no --pink')
    expect(make({ theme: { light: { ink: 'red;} body{display:none' } } })).toThrow('cannot be the value of --ink')
    for (const ink of ['rgb(1, 2', '"red', 'a)b(', 'red\n'])
      expect(make({ theme: { light: { ink } } })).toThrow('cannot be the value of --ink')
  })
})
