import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { load } from 'cheerio'
import request from 'supertest'
import type { readGoodsFile } from '../../src/exchange/goods/read-goods-file.js'
import { built } from '../support/built.js'
import { acceptInvitation, PRODUCER } from './signed-in.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe('a producer with a table of prices and stock', () => {
  let shop: RunningShop
  let producer: Visitor
  beforeAll(async () => {
    shop = await runShop('/ocop')
    producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  const upload = (name: string, file: Buffer) =>
    request(shop.server)
      .post('/ocop/producer/prices/file')
      .set('cookie', producer.sentCookies)
      .field('token', producer.$('main [name="token"]').attr('value') ?? '')
      .attach('file', file, name)

  it('keeps a number and its unit in one piece, for its buyers too', async () => {
    await producer.open('/producer/prices')
    expect(producer.$('main').text()).toContain('250\u00a0g')
    const buyer = await shop.visitor().open('/products/ca-phe-bot')
    expect(buyer.$('main').text()).toContain('250\u00a0g')
    await buyer.open('/products/mat-ong')
    expect(buyer.$('main').text()).toContain('còn\u00a02')
  })

  it('sees its own goods only, and changes many at once', async () => {
    await producer.open('/producer/prices')
    expect(producer.text()).toContain('Mật ong hoa cà phê')
    expect(producer.text()).not.toContain('Rượu đế')
    await producer.press('main .button--primary', { 'rows.0.price': '66.000', 'rows.2.stock': '7' })
    expect(producer.text('[role=status]')).toBe('Đã lưu 2 chỗ thay đổi.')
    expect(shop.catalog.state.findBySku('CF-250')?.variant.price).toBe(66_000)
    expect(shop.catalog.state.stockOf('HONEY')).toBe(7)
  })

  it('is told which field is wrong, with all that was typed kept and nothing changed', async () => {
    await producer.open('/producer/prices')
    await producer.press('main .button--primary', { 'rows.0.price': 'rẻ', 'rows.2.stock': '9' })
    expect(producer.status).toBe(422)
    expect(producer.text('.error-summary')).toContain('Giá, đồng, dòng 1')
    expect(producer.$('[name="rows.0.price"]').attr('value')).toBe('rẻ')
    expect(producer.$('[name="rows.2.stock"]').attr('value')).toBe('9')
    expect(shop.catalog.state.stockOf('HONEY')).toBe(7)
  })

  it('reads in a preview that a claimed certificate is shown once the office has checked it', async () => {
    const { submissions } = shop.catalog
    const { id } = await submissions.beginChange(system('test'), 'ea-tu', 'mat-ong')
    const certificate = { stars: 4, decisionNumber: '77/QĐ-UBND', issuedOn: '2026-05-01' }
    await submissions.save(system('test'), id, { certificate } as never)
    await producer.open(`/producer/submissions/${id}/preview`)
    for (const place of ['.product__stars', '#recognition']) {
      expect(producer.text(place)).toContain('(4 sao, số 77/QĐ-UBND) sẽ hiện ở đây')
      expect(producer.text(place)).not.toContain('Chưa tìm thấy hồ sơ')
    }
  })

  it('takes the table down as CSV, and up again', async () => {
    await producer.open('/producer/prices.xlsx')
    expect(producer.response.headers['content-disposition']).toContain('gia-va-ton-kho-ea-tu-2026-11-22.xlsx')
    await producer.open('/producer/prices.csv')
    expect(producer.response.headers['content-disposition']).toContain('gia-va-ton-kho-ea-tu-2026-11-22.csv')
    const lines = producer.response.text.split('\r\n')
    expect(lines[0]).toBe('\uFEFFSản phẩm,Quy cách,Mã hàng,Giá,Tồn kho')
    const csv = producer.response.text.replace('HONEY,150000,7', 'HONEY,175000,3')
    await producer.open('/producer/prices')
    const answer = await upload('gia.csv', Buffer.from(csv))
    expect([answer.status, answer.headers['location']]).toEqual([303, '/ocop/producer/prices?saved=2'])
    expect(shop.catalog.state.findBySku('HONEY')?.variant.price).toBe(175_000)
  })

  it('is told every fault of a file by row and column, and then nothing of it is saved', async () => {
    await producer.open('/producer/prices')
    const rows = ['Sản phẩm;Mã hàng;Giá;Tồn kho', 'Mật ong;HONEY;rẻ;nhiều', 'Rượu;SPIRIT;1000;', 'Cà phê;CF-250;9;']
    const answer = await upload('gia.csv', Buffer.from([...rows, 'Cà phê;CF-250;8;', 'Tổng cộng;;;12'].join('\n')))
    expect(answer.status).toBe(422)
    const faults = load(answer.text)('.error-summary a[href="#file"]')
    expect(faults.toArray().map((fault) => load(fault).text())).toEqual([
      'Dòng 2, cột Giá: Không đúng dạng; ví dụ đúng: 120.000.',
      'Dòng 2, cột Tồn kho: Không đúng dạng; ví dụ đúng: 40.',
      expect.stringMatching(/^Dòng 3, cột Mã hàng: .*SPIRIT/),
      'Dòng 5, cột Mã hàng: Dòng 4 đã có mã này; hãy giữ một.',
    ])
    expect(shop.catalog.state.findBySku('HONEY')?.variant.price).toBe(175_000)
  })

  it('takes it down as an Excel workbook that comes up again', async () => {
    const { read } = {
      read: ((await built('exchange/goods/read-goods-file.js')) as { readGoodsFile: typeof readGoodsFile })
        .readGoodsFile,
    }
    const answer = await request(shop.server)
      .get('/ocop/producer/prices.xlsx')
      .set('cookie', producer.sentCookies)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
    expect(await read(answer.body as Buffer)).toContainEqual({ sku: 'HONEY', price: 175_000, stock: 3 })
  })
})
