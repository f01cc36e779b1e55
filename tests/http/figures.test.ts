import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'
import { buildHalfYear2024 } from '../support/half-year-2024.js'
import { NOON } from '../support/shop.js'
import { order, MOUNTS, runShop, type RunningShop } from './trade-shop.js'

const LONG_AN = '/figures?period=2024-H1&province=long-an'
const DAK_LAK = '/figures?period=2024-H1&province=dak-lak'

const csv = (text: string): string[][] =>
  text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell))

describe.each(MOUNTS)('the public figures of the first half of 2024, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    const catalog = await createCatalog({ store: openMemoryStore(), clock: () => NOON })
    await buildHalfYear2024(catalog)
    shop = await runShop(mount, { catalog })
  })
  afterAll(() => shop.stop())

  const rows = async (address: string, table: string): Promise<string[]> => {
    const visitor = await shop.visitor().open(address)
    return visitor
      .$(`${table} tbody tr`)
      .toArray()
      .map((row) => visitor.$(row).text().replace(/\s+/gu, ' ').trim())
  }

  it('Long An: 168 recognised, of which 85, 42 and 15 on three platforms, not added up', async () => {
    const visitor = await shop.visitor().open(LONG_AN)
    expect(visitor.text('h1')).toBe('Long An, 6 tháng đầu năm 2024')
    expect(visitor.text('#coverage')).toContain('168 sản phẩm được công nhận')
    expect(visitor.text('#coverage')).toContain('không cộng các sàn với nhau')
    expect(await rows(LONG_AN, '#coverage')).toEqual([
      expect.stringMatching(/^Postmart.* 85 trên 168 50,6 ?% 85$/),
      expect.stringMatching(/^nongsanantoanlongan\.vn.* 42 trên 168 25,0 ?% 42$/),
      expect.stringMatching(/^longantrade\.com.* 15 trên 168 8,9 ?% 15$/),
    ])
  })

  it('Đắk Lắk: 1,715 products on platforms, 42,933 transactions, 5th by a named key', async () => {
    const visitor = await shop.visitor().open(DAK_LAK)
    expect(visitor.text('h1')).toBe('Đắk Lắk, 6 tháng đầu năm 2024')
    expect(visitor.text('#coverage')).toContain('1.715 sản phẩm có trên ít nhất một sàn')
    expect(visitor.text('#transactions')).toContain('42.933 giao dịch')
    expect(visitor.text('#ranking')).toContain('Đắk Lắk xếp thứ 5')
    expect(visitor.text('#ranking')).toContain('Xếp theo số giao dịch trong kỳ')
    expect(visitor.text('#ranking')).toContain('cùng hạng')
    expect(visitor.text('#ranking .is-asked')).toMatch(/^5 Đắk Lắk \(đang xem\) 42\.933$/)
  })

  it('says no amount, lines or units where the platform stated none', async () => {
    const visitor = await shop.visitor().open(DAK_LAK)
    expect(visitor.text('#transactions')).toContain('không công bố tiền hàng')
    expect(visitor.text('#transactions')).not.toContain('0 ₫')
  })

  it('asked “as now”, Long An stands under Tây Ninh and Đắk Lắk holds Phú Yên', async () => {
    const longAn = await shop.visitor().open(`${LONG_AN}&mode=now`)
    expect(longAn.text('h1')).toBe('Tây Ninh, 6 tháng đầu năm 2024')
    expect(longAn.text('.notice')).toContain('Long An thuộc Tây Ninh')
    expect(longAn.text('#coverage')).toContain('168 sản phẩm được công nhận')
    const dakLak = await shop.visitor().open(`${DAK_LAK}&mode=now`)
    expect(dakLak.text('#transactions')).toContain('43.933 giao dịch')
  })

  it('in English, with the same figures', async () => {
    const visitor = await shop.visitor().open(`${LONG_AN}&lang=en`)
    expect(visitor.text('h1')).toBe('Long An, first half of 2024')
    expect(visitor.text('#coverage')).toMatch(
      /168 recognised products.*85 of 168 50\.6%.*42 of 168 25\.0%.*15 of 168 8\.9%/,
    )
    await visitor.open(DAK_LAK)
    expect(visitor.text('#transactions')).toContain('42,933 transactions')
    expect(visitor.text('#ranking')).toContain('Dak Lak ranks no. 5')
  })

  it('has a definition, a cut-off day and a time of making beside the figures', async () => {
    const visitor = await shop.visitor().open(LONG_AN)
    expect(visitor.text('#coverage')).toContain('Chốt hết ngày 30/06/2024')
    expect(visitor.text()).toContain('Lập lúc 22/11/2026 12:00')
    for (const part of ['#coverage', '#transactions']) expect(visitor.$(`${part} .meaning`).length).toBeGreaterThan(0)
    expect(visitor.text('#coverage')).toContain('mỗi sản phẩm đếm một lần')
    expect(visitor.text('#transactions')).toContain('là một giao dịch')
  })

  it('compares with the same period a year before', async () => {
    const visitor = await shop.visitor().open(LONG_AN)
    expect(visitor.text('#coverage')).toContain('cùng kỳ năm trước: 168 (0,0%)')
    expect(visitor.text('#coverage')).toContain('cùng kỳ năm trước: 0')
  })

  it('turns what the picker sends into an address that can be kept', async () => {
    const visitor = await shop.visitor().open('/figures')
    expect(visitor.text('h1')).toBe('Cả nước, 6 tháng cuối năm 2026')
    await visitor.press('.picker .button--primary', { year: '2024', part: 'H1' })
    expect(visitor.path).toBe('/figures?period=2024-H1')
    await visitor.press('.picker .button--primary', { province: 'long-an' })
    expect(visitor.text('h1')).toBe('Long An, 6 tháng đầu năm 2024')
    expect(visitor.$('#year option[selected]').attr('value')).toBe('2024')
    await visitor.press('details .picker .button', { from: '2024-02-01', until: '2024-03-15' })
    expect(visitor.text('h1')).toBe('Long An, 01/02/2024 đến 15/03/2024')
  })

  it('ranks by another key on request, and keeps the rest of the question', async () => {
    const visitor = await shop.visitor().open(DAK_LAK)
    await visitor.follow('#ranking .chip:contains("Sản phẩm trên sàn")')
    expect(visitor.text('h1')).toBe('Đắk Lắk, 6 tháng đầu năm 2024')
    expect(await rows(`${DAK_LAK}&key=productsOnPlatforms`, '#ranking')).toEqual([
      '1 Đắk Lắk (đang xem) 1.715',
      '2 Long An 85',
    ])
  })

  it.each([
    ['?period=2024-H3', 'Kỳ không đọc được'],
    ['?period=2030-H1', 'chưa bắt đầu'],
    ['?period=2024-H1&province=atlantis', 'Không có địa phương này'],
    ['?period=2024-H1&mode=once', 'theo khi đó'],
    ['?period=2024-H1&key=beauty', 'Xếp hạng chỉ theo'],
    ['?period=%3Cscript%3E', 'Kỳ không đọc được'],
    ['?from=2024-05-01&until=2024-04-01', 'Kỳ không đọc được'],
  ])('answers %s with what to do', async (query, words) => {
    const visitor = await shop.visitor().open(`/figures${query}`)
    expect(visitor.status).toBe(422)
    expect(visitor.text('.error-summary')).toContain(words)
    expect(visitor.$('.picker')).not.toHaveLength(0)
    expect(visitor.response.text).not.toContain('<script>')
  })

  it('shows the ways on when a province did not exist in the period', async () => {
    const visitor = await shop.visitor().open('/figures?period=2026-H1&province=long-an')
    expect(visitor.status).toBe(422)
    expect(visitor.text('.error-summary')).toContain('không còn đơn vị Long An')
    await visitor.follow('.error-summary a')
    expect(visitor.text('h1')).toBe('Tây Ninh, 6 tháng đầu năm 2026')
  })

  it('takes a province of today for its namesake of then', async () => {
    const visitor = await shop.visitor().open('/figures?period=2026-H1&province=dak-lak')
    expect(visitor.text('h1')).toBe('Đắk Lắk, 6 tháng đầu năm 2026')
    const then = await shop.visitor().open(DAK_LAK)
    expect(then.text('.notice')).toContain('gộp từ Đắk Lắk, Phú Yên')
  })

  it('downloads what is shown, each row with its filters, times and definition', async () => {
    const visitor = await shop.visitor().open(LONG_AN)
    await visitor.follow('a[download]')
    expect(visitor.response.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(visitor.response.headers['content-disposition']).toBe('attachment; filename="ocop-long-an-2024-h1.csv"')
    expect(visitor.response.text.charCodeAt(0)).toBe(0xfeff)
    const [headings = [], ...lines] = csv(visitor.response.text)
    expect(headings.slice(0, 5)).toEqual(['Số liệu', 'Mục', 'Giá trị', 'Trên tổng', 'Tỷ lệ'])
    const postmart = lines.find(([figure, item]) => figure === 'Được công nhận' && item === 'Postmart')
    expect(postmart?.slice(2, 11)).toEqual([
      '85',
      '168',
      '0.506',
      '6 tháng đầu năm 2024',
      '2024-06-30',
      '2024-06-30',
      'Long An',
      'Theo khi đó',
      '22/11/2026 12:00',
    ])
    for (const line of lines) expect(line.at(-2)).not.toBe('')
    const refused = await shop.visitor().open('/figures.csv?period=never')
    expect(refused.status).toBe(422)
  })
})

describe('an order placed here', () => {
  it('is in the figures at once, and out of them when it is cancelled', async () => {
    const shop = await runShop('')
    const read = async (): Promise<string> =>
      (await shop.visitor().open('/figures?period=2026-11')).text('#transactions')
    expect(await read()).toContain('Chưa ghi nhận giao dịch nào')
    const code = await order(shop.visitor(), 'CF-250', 3)
    const counted = await read()
    expect(counted).toMatch(/1 giao dịch.*1 dòng hàng.*3 đơn vị.*195\.000 ₫ tiền hàng/)
    expect(counted).toMatch(/Phiên chợ OCOP.*Đắk Lắk.*Cà phê bột/)
    await shop.catalog.cancelOrder(code, '0905 123 456')
    expect(await read()).toContain('Chưa ghi nhận giao dịch nào')
    await shop.stop()
  })
})
