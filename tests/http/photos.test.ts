import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { drawPhoto } from '../support/draw-photo.js'
import { NOON, stockShop } from '../support/shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('the photos of a shop at “%s”', (mount) => {
  let shop: RunningShop
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocop-photos-'))
    const catalog = await createCatalog({ folder, clock: () => NOON })
    await stockShop(catalog)
    const photo = await catalog.media.keep(await drawPhoto(900, 600))
    const product = catalog.state.get('products', 'mat-ong')
    await catalog.save({ products: [{ ...product, photos: [{ ...photo, alt: { vi: 'Mật ong trong lọ' } }] }] })
    shop = await runShop(mount, { catalog })
  })
  afterAll(async () => {
    await shop.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const ask = (path: string, accept: string) => request(shop.server).get(path).set('accept', accept)

  it('stand on page and card in several widths, with their measures, so that nothing jumps', async () => {
    const page = (await shop.visitor().open('/products/mat-ong')).$('.gallery img')
    expect([page.attr('width'), page.attr('height'), page.attr('alt')]).toEqual(['900', '600', 'Mật ong trong lọ'])
    expect(page.attr('srcset')).toMatch(new RegExp(`^${mount}/photos/[a-z0-9]{24}-160 160w, .* 640w, .*-960 900w$`))
    expect(page.attr('sizes')).toContain('100vw')
    const list = await shop.visitor().open('/products')
    const cards = list.$('.product-card img')
    const loading = cards.map((_, one) => list.$(one).attr('loading') ?? 'at once').get()
    expect(loading).toEqual(['at once', 'at once', ...loading.slice(2).fill('lazy')])
    const card = (await shop.visitor().open('/products?q=mat+ong')).$('.product-card img')
    expect(card.attr('srcset')).toBe(page.attr('srcset'))
  })

  it('are looked at closely by themselves, without a script', async () => {
    const page = await shop.visitor().open('/products/mat-ong')
    const link = page.$('.gallery a')
    expect(link.attr('aria-label')).toBe('Xem ảnh lớn: Mật ong trong lọ')
    expect(link.attr('href')).toMatch(/-960$/)
    expect((await ask(link.attr('href') ?? '', 'image/webp')).type).toBe('image/webp')
  })

  it('come in the format that the browser takes, and may be kept for good', async () => {
    const page = await shop.visitor().open('/products/mat-ong')
    const small = page.$('.gallery img').attr('srcset')?.split(' ')[0] ?? ''
    const webp = await ask(small, 'image/webp,*/*')
    expect([webp.status, webp.type, webp.headers['vary']]).toEqual([200, 'image/webp', 'accept'])
    expect(webp.headers['cache-control']).toContain('immutable')
    expect((await ask(small, '*/*')).type).toBe('image/jpeg')
    expect((await ask(`${small}.avif`, '*/*')).type).toBe('image/avif')
    expect((await ask(page.$('.gallery img').attr('src') ?? '', '*/*')).type).toBe('image/jpeg')
  })

  it.each([
    '/photos/none',
    '/photos/aaaaaaaaaaaaaaaaaaaaaaaa-320',
    '/photos/aaaaaaaaaaaaaaaaaaaaaaaa-321',
    '/photos/..%2Fcatalog.json',
  ])('are not found at %s', async (path) => {
    expect((await request(shop.server).get(mount + path)).status).toBe(404)
  })
})
