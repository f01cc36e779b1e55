import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCatalog, openSigner, parsePeriod, writeBundle, type Catalog } from '../../src/index.js'
import type { CatalogRecords } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { without } from '../../src/catalog/without.js'
import { Shell } from '../cli/run-ocop.js'
import { orderByApi } from '../support/api-buyer.js'
import { aProducer, aProduct } from '../support/records.js'
import { stockShop } from '../support/shop.js'
import { ShopProcess } from '../support/shop-process.js'

type Draft = Omit<CatalogRecords['products'], 'version' | 'changedAt'>

const province = await mkdtemp(join(tmpdir(), 'ocop-province-'))
const backup = await mkdtemp(join(tmpdir(), 'ocop-province-backup-'))
const nation = await Shell.open()
const national = join(nation.folder, 'data')
let port = '0'
let shop: ShopProcess

/** The province's shop, worked on while it is closed, at the same address as before. */
async function whileClosed(work: (catalog: Catalog) => Promise<unknown>): Promise<void> {
  await shop.end('SIGTERM')
  const catalog = await createCatalog({ folder: province })
  await work(catalog)
  await catalog.close()
  shop = await ShopProcess.start(province, {}, port)
}

const ocop = (...argv: string[]) => nation.ocop(['--data', national, ...argv])

async function atNation<T>(look: (catalog: Catalog) => T | Promise<T>): Promise<T> {
  const catalog = await createCatalog({ folder: national })
  try {
    return await look(catalog)
  } finally {
    await catalog.close()
  }
}

const find = ({ state }: Catalog, name: string) => state.all('products').find((one) => one.name.vi === name)
/** The days of the test, though the year should end in the middle of it. */
const THESE_DAYS = parsePeriod(`${new Date().getFullYear() - 1}-01-01..${new Date().getFullYear() + 1}-12-31`)

beforeAll(async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = String((server.address() as AddressInfo).port)
  await new Promise((resolve) => server.close(resolve))
  await writeFile(join(province, 'site.json'), JSON.stringify({ trustProxy: 1 }))
  // An hour ago: what is told again because it may have been committed late is long past.
  const clock = () => new Date(Date.now() - 3_600_000)
  const catalog = await createCatalog({ folder: province, name: { vi: 'Chợ Đắk Lắk' }, clock })
  await stockShop(catalog)
  await catalog.save({
    platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }],
    listings: [{ id: 'l1', productId: 'mat-ong', platformId: 'postmart', status: 'orderable', listedOn: '2026-01-05' }],
    certificates: [
      {
        id: 'c1',
        productId: 'mat-ong',
        outcome: 'recognized',
        stars: 4,
        decisionNumber: '12/QĐ-UBND',
        recognizedBy: { level: 'province' },
        issuedOn: '2025-08-01',
        place: { list: '2025-07', province: '66' },
      },
    ],
  })
  await catalog.close()
  await cp(province, backup, { recursive: true })
  shop = await ShopProcess.start(province, {}, port)
  await nation.write('site.json', '{}')
  await ocop('exchange', 'sources')
  await writeFile(join(national, 'site.json'), JSON.stringify({ insideHosts: ['127.0.0.1'] }))
})
afterAll(async () => {
  await shop.end('SIGKILL')
  for (const folder of [province, backup]) await rm(folder, { recursive: true })
  await nation.close()
})

test('a national site shows what a province signed, counts its transactions, and follows its withdrawals', async () => {
  await orderByApi(shop.origin, { key: 'first-order', sku: 'CF-250', quantity: 2 })
  const thumbprint = (
    (await (await fetch(`${shop.origin}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }
  ).keys[0]?.kid
  const wrong = await ocop('exchange', 'accept', 'daklak', shop.origin, '--thumbprint', 'a'.repeat(43))
  expect([wrong.exitCode, wrong.told]).toEqual([1, expect.stringContaining('was not accepted')])
  const accepted = await ocop(
    'exchange',
    'accept',
    'daklak',
    `${shop.origin}/`,
    '--name',
    'Chợ Đắk Lắk',
    '--thumbprint',
    thumbprint ?? '',
  )
  expect(accepted.out).toContain(thumbprint)
  expect((await ocop('exchange', 'pull')).out).toMatch(/Chợ Đắk Lắk: bundle \d+ taken: \d+ records, 1 ledger entries/)
  expect((await ocop('exchange', 'pull', 'daklak')).out).toContain('nothing new')
  // The key is for its owner's eyes.
  expect((await stat(join(province, 'exchange-key.json'))).mode & 0o077).toBe(0)

  const slug = await atNation((catalog) => {
    const honey = find(catalog, 'Mật ong hoa cà phê')
    expect(honey).toMatchObject({ status: 'published', photos: [] })
    const id = honey?.id ?? ('' as never)
    expect(catalog.state.certificatesOf(id)).toMatchObject([{ stars: 4, decisionNumber: '12/QĐ-UBND' }])
    const listings = catalog.state
      .listingsOf(id)
      .map(({ platformId, status }) => [catalog.state.get('platforms', platformId).name.vi, status])
    expect(listings).toEqual([
      ['Chợ Đắk Lắk', 'orderable'],
      ['Postmart (Chợ Đắk Lắk)', 'orderable'],
    ])
    expect(honey?.variants.map(({ sku }) => catalog.state.stockOf(sku))).toEqual([null])
    expect(catalog.ranking({ period: THESE_DAYS, mode: 'asNow', key: 'transactions' }).rows[0]).toMatchObject({
      rank: 1,
      province: { name: expect.stringContaining('Đắk Lắk') as string },
      value: 1,
    })
    return honey?.slug ?? ''
  })
  const page = await ShopProcess.start(national)
  try {
    const html = await (await fetch(`${page.origin}/products/${slug}?lang=en`)).text()
    expect(html).toMatch(/Published and signed by Chợ Đắk Lắk on \d\d\/\d\d\/\d{4}\. Order it there\./)
    expect(html).toContain(`href="${shop.origin}/products/mat-ong"`)
    expect(html).not.toContain('action="/checkout/now"')
  } finally {
    await page.end('SIGTERM')
  }

  await whileClosed(async (catalog) => {
    const [spirit, honey] = ['ruou-de', 'mat-ong'].map((id) =>
      without(catalog.state.get('products', id), 'version', 'changedAt'),
    ) as [Draft, Draft]
    await catalog.save({
      products: [
        { ...spirit, status: 'withdrawn' },
        { ...honey, name: { vi: 'Mật ong rừng' } },
      ],
    })
  })
  await orderByApi(shop.origin, { key: 'second-order', sku: 'HONEY' })
  expect((await ocop('exchange', 'pull')).out).toMatch(/taken/)
  await atNation(async (catalog) => {
    expect(find(catalog, 'Rượu đế Gò Đen')?.status).toBe('withdrawn')
    expect(find(catalog, 'Mật ong rừng')?.status).toBe('published')
    const { total } = catalog.transactions({ period: THESE_DAYS, province: null, mode: 'asNow' })
    expect(total.transactions).toBe(2)
    expect((await catalog.recount()).differences).toEqual([])
    expect(catalog.exchange.totals()).toEqual([])
    // What was taken is not passed on.
    const onwards = await writeBundle(catalog, await openSigner(join(national, 'k.json')), 'https://nation.example')
    expect(onwards.trimEnd().split('\n')).toHaveLength(1)
  })
})

test('a bundle that was changed, cut, sent again, put in another order or signed by another is refused by name', async () => {
  const site = shop.origin
  const file = async (name: string, content: string) => {
    await nation.write(name, content)
    const { exitCode, told } = await ocop('exchange', 'import', 'daklak', name)
    return [exitCode, told]
  }
  const bundle = await (await fetch(`${site}/exchange/v1/bundle`)).text()
  const other = await openSigner(join(nation.folder, 'other-key.json'))
  const revision = await atNation(({ state }) => state.revision)

  expect(await file('changed.jsonl', bundle.replace('Mật ong rừng', 'Mật ong giả'))).toEqual([
    1,
    expect.stringContaining('was changed'),
  ])
  const lines = bundle.split('\n')
  expect(await file('cut.jsonl', lines.slice(0, 4).join('\n'))).toEqual([1, expect.stringContaining('cut off: 2 of')])
  expect(await file('half.jsonl', bundle.slice(0, 40))).toEqual([
    1,
    expect.stringContaining('cannot be read at line 1'),
  ])
  const signature = lines[0] ?? ''
  const forged = `${signature.slice(0, -8)}${signature.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`
  expect(await file('forged.jsonl', [forged, ...lines.slice(1)].join('\n'))).toEqual([
    1,
    expect.stringContaining('was changed'),
  ])
  expect(
    await file('none.jsonl', bundle.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url'))),
  ).toEqual([1, expect.stringContaining('was not accepted')])

  const source = await createCatalog({ folder: nation.folder + '/third' })
  const foreign = await writeBundle(source, other, site)
  await source.close()
  expect(await file('foreign.jsonl', foreign)).toEqual([
    1,
    expect.stringContaining(`signed with the key ${other.key.kid}`),
  ])

  // The province's own key, and yet not the next bundle of this site.
  await shop.end('SIGTERM')
  const key = await openSigner(join(province, 'exchange-key.json'))
  const catalog = await createCatalog({ folder: province })
  const full = await writeBundle(catalog, key, site)
  const elsewhere = await writeBundle(catalog, key, 'https://elsewhere.example')
  const gap = await writeBundle(catalog, key, site, { sequence: 3, digest: 'ab'.repeat(32), issuedAt: new Date(0) })
  await catalog.save({ stock: [{ sku: 'HONEY', quantity: 5 }] })
  const later = await writeBundle(catalog, key, site, { sequence: 3, digest: 'ab'.repeat(32), issuedAt: new Date(0) })
  await catalog.close()
  expect(await file('again.jsonl', full)).toEqual([1, expect.stringContaining('is an old one')])
  expect(await file('gap.jsonl', gap)).toEqual([1, expect.stringContaining('is an old one')])
  expect(await file('later.jsonl', later)).toEqual([1, expect.stringContaining('continues 3, but')])
  expect(await file('elsewhere.jsonl', elsewhere)).toEqual([
    1,
    expect.stringContaining('is of https://elsewhere.example'),
  ])
  expect(await atNation(({ state }) => state.revision)).toBe(revision)
  expect(await readFile(join(nation.folder, 'again.jsonl'), 'utf8')).toBe(full)
})

test('a source that was restored from an older backup is taken from its beginning once the receiver says so', async () => {
  await atNation(async (catalog) => {
    await catalog.save({ producers: [aProducer()], products: [aProduct()] })
  })
  const full = await readFile(join(nation.folder, 'again.jsonl'), 'utf8')
  const key = await readFile(join(province, 'exchange-key.json'))
  await rm(province, { recursive: true })
  await cp(backup, province, { recursive: true })
  await writeFile(join(province, 'exchange-key.json'), key, { mode: 0o600 })
  shop = await ShopProcess.start(province, {}, port)
  const isNoticed = async () => {
    const refused = await ocop('exchange', 'pull')
    expect([refused.exitCode, refused.told]).toEqual([
      1,
      expect.stringContaining('may have been restored from a backup'),
    ])
  }
  await isNoticed()
  // It reaches the sequence that was taken last with other contents, and passes it.
  const reached = await atNation(({ exchange }) => exchange.sources()[0]?.latest?.sequence ?? 0)
  const addStock = { stock: [{ sku: 'HONEY', quantity: 1 }] }
  await whileClosed(async (restored) => {
    while (restored.state.revision < reached) await restored.save(addStock)
  })
  await isNoticed()
  await whileClosed((restored) => restored.save(addStock))
  await isNoticed()
  expect((await ocop('exchange', 'sources')).out).toContain('phục hồi từ bản sao lưu')

  expect((await ocop('exchange', 'reset', 'nobody')).exitCode).toBe(1)
  expect((await ocop('exchange', 'reset', 'daklak')).out).toContain('the last bundle is forgotten')
  // Only a full bundle begins a sequence, and only one that was signed with the accepted key.
  await nation.write('forged.jsonl', full.replace('Mật ong rừng', 'Mật ong giả'))
  expect((await ocop('exchange', 'import', 'daklak', 'forged.jsonl')).told).toContain('was changed')
  expect((await ocop('exchange', 'import', 'daklak', 'later.jsonl')).told).toContain('continues 3, but')
  expect((await ocop('exchange', 'pull')).out).toMatch(/bundle \d+ taken/)
  expect((await ocop('exchange', 'pull')).out).toContain('nothing new')
  await atNation(async (catalog) => {
    expect(find(catalog, 'Mật ong hoa cà phê')?.status).toBe('published')
    expect(find(catalog, 'Rượu đế Gò Đen')?.status).toBe('published')
    expect(catalog.state.get('products', aProduct().id)).toMatchObject({ status: 'published', version: 1 })
    expect(catalog.transactions({ period: THESE_DAYS, province: null, mode: 'asNow' }).total.transactions).toBe(0)
    expect((await catalog.recount()).differences).toEqual([])
    const query = { action: 'exchangeSources.reset' }
    const { entries } = await catalog.audit.search(system('test'), query, { limit: 5 })
    expect(entries).toMatchObject([{ before: { sequence: expect.any(Number) as number } }])
  })
})

test('a source with a new key is refused until somebody accepts it, and the former key counts no more', async () => {
  const former = await openSigner(join(province, 'exchange-key.json'))
  await whileClosed(async (catalog) => {
    await rm(join(province, 'exchange-key.json'))
    await catalog.save({ stock: [{ sku: 'HONEY', quantity: 2 }] })
  })
  const { key } = await openSigner(join(province, 'exchange-key.json'))
  expect(key.kid).not.toBe(former.key.kid)
  const refused = await ocop('exchange', 'pull')
  expect([refused.exitCode, refused.told]).toEqual([1, expect.stringContaining(`signed with the key ${key.kid}`)])
  const accept = (kid: string) =>
    ocop('exchange', 'accept', 'daklak', shop.origin, '--name', 'Chợ Đắk Lắk', '--thumbprint', kid)
  expect((await accept(former.key.kid)).exitCode).toBe(1)
  expect((await accept(key.kid)).exitCode).toBe(0)
  expect((await ocop('exchange', 'pull')).out).toMatch(/bundle \d+ taken/)
  let forged = ''
  await whileClosed(async (catalog) => {
    forged = await writeBundle(catalog, former, shop.origin)
  })
  await nation.write('former.jsonl', forged)
  expect((await ocop('exchange', 'import', 'daklak', 'former.jsonl')).told).toContain('signed with the key')
})

test('an open shop asks by itself', async () => {
  await whileClosed(async (catalog) => {
    const honey = without(catalog.state.get('products', 'mat-ong'), 'version', 'changedAt') as Draft
    await catalog.save({ products: [{ ...honey, name: { vi: 'Mật ong bạc hà' } }] })
  })
  const open = await ShopProcess.start(national)
  try {
    const list = async () => (await fetch(`${open.origin}/products`)).text()
    await expect.poll(list).toContain('Mật ong bạc hà')
  } finally {
    await open.end('SIGTERM')
  }
})
