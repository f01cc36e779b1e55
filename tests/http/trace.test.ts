import jsQR from 'jsqr'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { readDigitalLink, writeDigitalLink } from '../../src/storefront/care/digital-link.js'
import { EA_TU, GO_DEN } from '../care/desk.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

const GTIN = '8936003721777'

describe.each(MOUNTS)('where a product comes from, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount)
    const { catalog } = shop
    const honey = catalog.state.get('products', 'mat-ong')
    const [variant] = honey.variants
    if (!variant) throw new Error('no variant')
    await catalog.save({
      products: [
        { ...honey, variants: [{ ...variant, gtin: GTIN }], labelFacts: { brand: 'Ea Tu', shelfLife: '24 tháng' } },
      ],
    })
    const lot = { productId: 'mat-ong', madeOn: '2026-10-05', bestBefore: '2028-10-05' } as const
    await catalog.lots.save(EA_TU, { ...lot, number: 'L26/10-A', status: 'current', harvestPlace: 'Buôn Kô Tam' })
    await catalog.lots.save(system('test'), { ...lot, number: 'OLD', bestBefore: '2026-10-05', status: 'recalled' })
  })
  afterAll(() => shop.stop())

  const get = (path: string) => request(shop.server).get(`${mount}${path}`).redirects(0)

  it('shows the fields of Circular 02/2024 and says which are not stated', async () => {
    const page = await shop.visitor().open('/trace/mat-ong')
    for (const words of ['Mật ong hoa cà phê', 'Ea Tu', 'Hợp tác xã Ea Tu', 'Tỉnh Đắk Lắk', GTIN, 'HONEY', '24 tháng'])
      expect(page.text('.facts')).toContain(words)
    expect(page.$('.trace__picture img').attr('alt')).not.toBe('')
    expect(page.text()).toMatch(/Lô hàng OLD Lô này đang bị thu hồi.*Hạn dùng\s*05\/10\/2026 \(đã hết hạn\)/)
    const coffee = await shop.visitor().open('/trace/ca-phe-bot')
    expect(coffee.text()).toMatch(/Nhãn hiệu\s*chưa có thông tin.*Chưa có mã vạch GS1.*Người bán chưa khai lô hàng nào/)
  })

  it('is led to by a GS1 Digital Link with lot and serial number', async () => {
    const answer = await get(`/01/0${GTIN}/10/L26%2F10-A/21/SN%2B1?17=281005`)
    expect([answer.status, answer.headers['location']]).toEqual([
      302,
      `${mount}/trace/mat-ong?lot=L26%2F10-A&serial=SN%2B1`,
    ])
    const page = await shop.visitor().open('/trace/mat-ong?lot=L26%2F10-A&serial=SN%2B1')
    expect(page.text()).toMatch(/Lô hàng L26\/10-A Ngày sản xuất\s*05\/10\/2026.*Buôn Kô Tam.*SN\+1/)
    expect((await get(`/01/${GTIN}`)).headers['location']).toBe(`${mount}/trace/mat-ong`)
    expect((await get(`/01/${GTIN}?linkType=gs1:pip`)).headers['location']).toBe(`${mount}/products/mat-ong`)
    const unknown = await shop.visitor().open('/trace/mat-ong?lot=NONE')
    expect(unknown.text('.notice--warn')).toContain('chưa khai lô NONE')
  })

  it('gives programs the set of links', async () => {
    const set = await get(`/01/${GTIN}`).set('accept', 'application/linkset+json').buffer(true)
    expect(set.type).toBe('application/linkset+json')
    const { linkset } = JSON.parse(set.text) as { linkset: Record<string, unknown>[] }
    expect(linkset).toMatchObject([
      {
        anchor: expect.stringMatching(`${mount}/01/0${GTIN}$`) as unknown,
        'https://ref.gs1.org/voc/traceability': [{ href: expect.stringMatching('/trace/mat-ong$') as unknown }],
        'https://ref.gs1.org/voc/pip': [{ href: expect.stringMatching('/products/mat-ong$') as unknown }],
      },
    ])
    expect((await get('/.well-known/gs1resolver')).body).toMatchObject({ supportedPrimaryKeys: ['01'] })
  })

  it.each([
    ['/01/8936003721778', 422],
    ['/01/123', 404],
    ['/01/abc', 404],
    ['/01/', 404],
    [`/01/${GTIN}/10`, 404],
    [`/01/${GTIN}/21/A/10/B`, 404],
    [`/01/${GTIN}/10/${'A'.repeat(21)}`, 404],
    [`/01/${GTIN}/10/%E0%A4%A`, 404],
    [`/01/${GTIN}?linkType=gs1:epil`, 404],
    ['/01/4006381333931', 404],
    ['/trace/none', 404],
    ['/trace/none/qr.svg', 404],
  ])('refuses %s with %i', async (path, status) => {
    const { status: found } = await get(path)
    expect(found === 400 ? 404 : found).toBe(status)
  })

  it.each([
    ['mat-ong', `/01/0${GTIN}`],
    ['ca-phe-bot', '/trace/ca-phe-bot'],
  ])('the QR code of %s reads as its address: %s', async (slug, path) => {
    const png = await get(`/trace/${slug}/qr.png`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
    expect(png.type).toBe('image/png')
    const { data, info } = await sharp(png.body as Buffer)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
    expect(new URL(read?.data ?? '').pathname).toBe(`${mount}${path}`)
    expect((await get(`/trace/${slug}/qr.svg`)).type).toBe('image/svg+xml')
  })

  it('lots are written by their own producer, once for each number', async () => {
    const { lots } = shop.catalog
    const lot = { productId: 'mat-ong', number: 'L1', status: 'current' } as const
    await expect(lots.save(GO_DEN, lot)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(lots.save(EA_TU, { ...lot, number: 'L26/10-A' })).rejects.toMatchObject({
      issues: [{ path: 'number' }],
    })
    await expect(lots.save(EA_TU, { ...lot, sku: 'CF-250' })).rejects.toMatchObject({ issues: [{ path: 'sku' }] })
    await expect(lots.save(EA_TU, { ...lot, number: 'có dấu' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('a GTIN belongs to one product', async () => {
    const coffee = shop.catalog.state.get('products', 'ca-phe-bot')
    const variants = coffee.variants.map((variant) => ({ ...variant, gtin: GTIN.padStart(14, '0') }))
    await expect(shop.catalog.save({ products: [{ ...coffee, variants }] })).rejects.toMatchObject({
      issues: [
        { path: 'products.0.variants.0.gtin', code: 'duplicate' },
        { path: 'products.0.variants.1.gtin', code: 'duplicate' },
      ],
    })
  })
})

describe('the path of a GS1 Digital Link', () => {
  it('is read as it is written', () => {
    const link = { gtin: '08936003721777', lot: 'A/B%C', serial: '(1)"' }
    expect(readDigitalLink(writeDigitalLink(link))).toEqual(link)
    expect(readDigitalLink('/01/08936003721777/22/X/10/A')).toEqual({ gtin: '08936003721777', lot: 'A', serial: null })
  })
})
