import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { photoName } from '../../src/catalog/ports/media.js'
import { createCatalog } from '../../src/index.js'
import { ADMINISTRATOR, EA_TU } from '../care/desk.js'
import { drawPhoto } from '../support/draw-photo.js'
import { NOON, stockShop } from '../support/shop.js'
import { DETAILS, MOUNTS, order, runShop, type RunningShop } from './trade-shop.js'

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&`

describe.each(MOUNTS)('after the purchase, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocop-care-'))
    const catalog = await createCatalog({ folder, clock: () => NOON })
    await stockShop(catalog)
    shop = await runShop(mount, { catalog })
  })
  afterAll(async () => {
    await shop.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const deliver = async (code: string) => {
    for (const step of ['accepted', 'packed', 'shipped', 'delivered'] as const)
      await shop.catalog.advanceOrder(code, 'ea-tu', step)
  }

  it('a buyer reviews what arrived, from the order page, and everybody reads it with the mean', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open(`/orders/${code}`)
    expect(buyer.$('a[href*="/reviews/"]')).toHaveLength(0)
    await buyer.open(`/orders/${code}/reviews/CF-250`)
    expect(buyer.text()).toContain('Hàng chưa giao xong')
    await deliver(code)
    await buyer.open(`/orders/${code}`)
    await buyer.follow('a[href*="/reviews/"]')
    await buyer.press('main .button--primary', { text: 'Thơm.' })
    expect([buyer.status, buyer.text('.error-summary')]).toEqual([422, expect.stringContaining('mức nào')])
    expect(buyer.$('#text').val()).toBe('Thơm.')
    await buyer.press('main .button--primary', { rating: '4', text: HOSTILE })
    expect(buyer.path).toBe(`/orders/${code}/reviews/CF-250?sent=1`)

    const reader = await shop.visitor().open('/products/ca-phe-bot')
    expect(reader.text('#reviews')).toMatch(/4,0 trên 5 1 đánh giá.*4\/5 · Hài lòng\s*Hoa N\. · Đã mua tại đây/)
    expect(reader.text('#reviews')).toContain(HOSTILE)
    expect(reader.$('#reviews script, #reviews img')).toHaveLength(0)
    expect(reader.response.text).not.toContain('Nguyễn Thị Hoa')
    const facts = reader
      .$('script[type="application/ld+json"]')
      .toArray()
      .map((script) => JSON.parse(reader.$(script).text()) as Record<string, unknown>)
    expect(facts.find((fact) => fact['@type'] === 'Product')).toMatchObject({
      aggregateRating: { ratingValue: 4, reviewCount: 1, bestRating: 5 },
      review: [{ author: { name: 'Hoa N.' }, reviewBody: HOSTILE }],
    })
    expect((await shop.visitor().open('/products?q=ca+phe')).text('.product-card__rating')).toBe('4,0/5 (1 đánh giá)')

    await buyer.open(`/orders/${code}/reviews/CF-250`)
    await buyer.press('main .button--danger')
    expect(buyer.text()).toContain('Đã gỡ đánh giá')
    expect((await shop.visitor().open('/products/ca-phe-bot')).text('#reviews')).toContain('Chưa có đánh giá nào')
  })

  it('a review may bring photos, kept when it is changed, and is refused with what is no photo', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await deliver(code)
    const send = (photo: Buffer, name: string, text = 'Gói đẹp') =>
      request(shop.server)
        .post(`${mount}/orders/${code}/reviews/CF-250`)
        .set('cookie', `order-${code}=84905123456`)
        .field('rating', '5')
        .field('text', text)
        .attach('photos', photo, name)
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect/></svg>')
    for (const name of ['anh.jpg', 'anh.svg']) {
      const refused = await send(drawing, name)
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('photos-error')])
    }
    // Pictures of a review that is refused are not left behind, where no erasure would find them.
    const keep = vi.spyOn(shop.catalog.media, 'keep')
    const good = await drawPhoto(800, 600)
    expect((await send(good, 'anh.jpg').attach('photos', drawing, 'anh.svg')).status).toBe(422)
    expect((await send(good, 'anh.jpg', 'a\u202Eb')).status).toBe(422)
    const made = keep.mock.settledResults.flatMap(({ type, value }) => (type === 'fulfilled' ? [value] : []))
    expect(made).toHaveLength(2)
    for (const one of made) expect(await shop.catalog.media.find(photoName(one) ?? '', 320, ['webp'])).toBeNull()
    const sent = await send(good, 'anh.jpg')
    expect(sent.status).toBe(303)
    const page = await shop.visitor().open('/products/ca-phe-bot')
    expect(page.$('.review__photos img').attr('srcset')).toMatch(/\/photos\/[a-z0-9]{24}-320 320w/)
    await buyer.open(`/orders/${code}/reviews/CF-250`)
    await buyer.press('main .button--primary', { text: 'Gói rất đẹp' })
    const [kept] = shop.catalog.reviews.shownOf('ca-phe-bot')
    expect(kept).toMatchObject({ text: 'Gói rất đẹp', photos: [{}] })

    const photo = (name: string) => shop.catalog.media.find(name, 320, ['webp'])
    const nameOf = (review = kept) => photoName(review?.photos[0] ?? { src: '' }) ?? ''
    expect(await photo(nameOf())).not.toBeNull()
    expect((await send(await drawPhoto(640, 480), 'khac.jpg')).status).toBe(303)
    expect(await photo(nameOf())).toBeNull()
    const replaced = shop.catalog.reviews.shownOf('ca-phe-bot')[0]
    expect(await photo(nameOf(replaced))).not.toBeNull()
    await buyer.open(`/orders/${code}/reviews/CF-250`)
    await buyer.press('main .button--danger')
    expect(await photo(nameOf(replaced))).toBeNull()
  })

  it('nobody reviews with another’s phone number, nor a line that is not theirs', async () => {
    const code = await order(shop.visitor())
    await deliver(code)
    const forger = shop.visitor()
    forger.setCookie(`order-${code}`, '84912000000', `${mount}/orders`)
    await forger.post(`/orders/${code}/reviews/CF-250`, { rating: '1' })
    expect(forger.status).toBe(404)
    const buyer = shop.visitor()
    buyer.setCookie(`order-${code}`, '84905123456', `${mount}/orders`)
    await buyer.post(`/orders/${code}/reviews/HONEY`, { rating: '1' })
    expect(buyer.status).toBe(404)
    for (const rating of ['0', '6', '1e1', '５', 'x']) {
      await buyer.post(`/orders/${code}/reviews/CF-250`, { rating })
      expect(buyer.status).toBe(422)
    }
    await buyer.post(`/orders/${code}/reviews/CF-250`, { rating: ['1', '5'] })
    expect(buyer.status).toBe(422)
  })

  it('a visitor asks the producer without an account; the page shows it with the answer alone', async () => {
    const visitor = await shop.visitor().open('/products/mat-ong')
    await visitor.follow('#questions .button')
    await visitor.press('main .button--primary', { text: 'a', phone: '12' })
    expect(visitor.status).toBe(422)
    expect(
      visitor
        .$('.error-summary a')
        .toArray()
        .map((link) => visitor.$(link).attr('href')),
    ).toEqual(['#text', '#phone'])
    await visitor.press('main .button--primary', {
      text: `Mật có kết tinh không? ${HOSTILE}`,
      name: 'Hoa',
      phone: DETAILS.phone,
    })
    expect(visitor.text('.notice')).toContain('Đã gửi câu hỏi')
    expect(visitor.text()).not.toContain('kết tinh')
    const [question] = shop.catalog.questions.list(EA_TU)
    await shop.catalog.questions.answer(EA_TU, question?.id ?? '', 'Mùa lạnh có, ngâm nước ấm là tan.')
    const page = await shop.visitor().open('/products/mat-ong')
    expect(page.text('#questions')).toMatch(/kết tinh.*Người bán trả lời, 22\/11\/2026\s*Mùa lạnh có/)
    expect(page.response.text).not.toContain('905123456')
    expect(page.$('#questions script, #questions img')).toHaveLength(0)
  })

  it('a complaint about an order gets a code, a due day, an answer, and can be opened again', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    await buyer.open(`/orders/${code}`)
    await buyer.follow('a[href$="/feedback"][href*="order"]')
    expect([buyer.path, buyer.$('#phone').val()]).toEqual([`/orders/${code}/feedback`, DETAILS.phone])
    expect(buyer.response.headers['cache-control']).toContain('no-store')
    const stranger = await shop.visitor().open(`/orders/${code}/feedback`)
    expect([stranger.path, stranger.$('#phone').val()]).toEqual([`/feedback?about=order%3A${code}`, undefined])
    await buyer.press('main .button--primary', { kind: 'goods', text: 'Gói bị rách một góc.', phone: '0912 000 000' })
    expect([buyer.status, buyer.text('.error-summary')]).toEqual([422, expect.stringContaining('Mã đơn hàng')])
    await buyer.press('main .button--primary', { kind: 'goods', text: 'Gói bị rách một góc.', phone: DETAILS.phone })
    expect(buyer.path).toMatch(/^\/feedback\/PA-.{11}\?sent=1$/)
    expect(buyer.text()).toMatch(/Hạn trả lời\s*27\/11\/2026/)
    expect(buyer.response.headers['cache-control']).toBe('no-store')
    const [feedback] = shop.catalog.feedback.list(ADMINISTRATOR)
    await shop.catalog.feedback.answer(ADMINISTRATOR, feedback?.id ?? '', 'Đã yêu cầu gửi bù.')

    const other = await shop.visitor().open('/feedback/find')
    await other.press('main .button--primary', { code: '', phone: '' })
    expect(other.text('.error-summary')).toMatch(/Hãy điền mã phản ánh\. Hãy điền số điện thoại\./)
    await other.press('main .button--primary', { code: 'PA-7K2', phone: '12ab' })
    expect(other.text('#code-error')).toContain('Mã phản ánh có PA và mười chữ, số')
    expect(other.text('#phone-error')).toContain('Hãy điền số điện thoại Việt Nam')
    expect([other.$('#code').val(), other.$('#phone').attr('aria-describedby')]).toEqual(['PA-7K2', 'phone-error'])
    await other.press('main .button--primary', { code: feedback?.code ?? '', phone: '0912 000 000' })
    expect([other.status, other.text()]).toEqual([404, expect.not.stringContaining('rách')])
    await other.press('main .button--primary', { code: (feedback?.code ?? '').toLowerCase(), phone: '84905123456' })
    expect(other.text()).toMatch(/Nguyễn Thị Lan trả lời.*Đã yêu cầu gửi bù/)
    await other.press('main form[action$="/reopen"] button', { text: 'Gói bù chưa thấy tới.' })
    expect(other.text('.status')).toContain('Đã mở lại')
    expect((await shop.visitor().open('/feedback')).text()).toContain('1 trên 1 lượt đúng hạn (100,0%)')
  })

  it('a wrong listing or product is reported without giving a number', async () => {
    const visitor = await shop.visitor().open('/products/mat-ong')
    await visitor.follow('main a[href*="/feedback"][href*="product"]')
    expect(visitor.$('input[name=kind]:checked').val()).toBe('information')
    await visitor.press('main .button--primary', { text: 'Ghi sai tên xã của nơi làm ra.' })
    expect(visitor.path).toBe('/feedback/sent?sent=1')
    expect((await shop.visitor().open('/feedback?about=product:nowhere')).status).toBe(404)
    expect((await shop.visitor().open('/feedback?about=accounts:1')).status).toBe(404)
  })

  it('one’s own data are shown, downloaded and asked to be erased with phone and code', async () => {
    const buyer = shop.visitor()
    const code = await order(buyer)
    const person = await shop.visitor().open('/my-data')
    await person.press('main .button--primary', { phone: '', code: '' })
    expect(person.text('.error-summary')).toMatch(/Hãy điền số điện thoại\. Hãy điền mã đơn hàng hoặc mã phản ánh\./)
    await person.press('main .button--primary', { phone: DETAILS.phone, code: '7K2' })
    expect([person.text('#code-error'), person.text('#phone-error')]).toEqual([
      expect.stringContaining('mười chữ và số'),
      '',
    ])
    await person.press('main .button--primary', { phone: '0912 000 000', code })
    expect([person.status, person.text()]).toEqual([404, expect.not.stringContaining('Lê Duẩn')])
    await person.press('main .button--primary', { phone: DETAILS.phone, code })
    expect(person.path).toBe('/my-data')
    expect(person.text()).toMatch(/Nguyễn Thị Hoa, 0905 123 456, 12 Lê Duẩn/)
    const cookie = `my-data=${code}.84905123456`
    const csv = await request(shop.server).get(`${mount}/my-data/export.csv`).set('cookie', cookie).buffer(true)
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.headers['cache-control']).toBe('no-store')
    expect(csv.text).toContain(`Đơn hàng,${code}`)
    const asJson = await request(shop.server).get(`${mount}/my-data/export.json`).set('cookie', cookie)
    expect(asJson.body).toMatchObject({ phone: '+84905123456', orders: expect.arrayContaining([]) as unknown })
    expect(JSON.stringify(asJson.body)).not.toContain('requestHash')
    expect((await request(shop.server).get(`${mount}/my-data/export.json`)).status).toBe(404)

    await person.press('main form[action$="/requests"] .button--danger')
    expect([person.status, person.text()]).toEqual([422, expect.stringContaining('Hãy đánh dấu vào ô xác nhận')])
    await person.press('main form[action$="/requests"] .button--danger', { confirm: '1' })
    expect(person.text('.notice')).toMatch(/Đã nhận yêu cầu YC-.{11}\. Hạn trả lời: 24\/11\/2026/)
    await person.press('main .button--quiet')
    await person.open('/my-data')
    expect(person.text()).not.toContain('Lê Duẩn')
  })

  it('machines that send forms without end are held up, others go on', async () => {
    const machine = await runShop(mount)
    const visitor = machine.visitor()
    let last = 0
    for (let count = 0; count < 31; count += 1)
      last = (await visitor.post('/products/mat-ong/questions', { text: `Câu hỏi thứ ${count}` })).status
    expect(last).toBe(429)
    expect((await visitor.open('/products/mat-ong')).status).toBe(200)
    await machine.stop()
  })
})
