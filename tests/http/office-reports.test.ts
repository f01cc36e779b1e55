import readWorkbook from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog } from '../../src/index.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'
import { buildHalfYear2024 } from '../support/half-year-2024.js'
import { NOON } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const DAK_LAK = '/office/reports?period=2024-H1&province=dak-lak-truoc-2025'
const OWNER = {
  name: 'Sở Công Thương',
  superior: 'UBND TỈNH ĐẮK LẮK',
  reportNumber: '……/BC-SCT',
  place: 'Buôn Ma Thuột',
}
const LONG_AN = '/office/reports?period=2024-H1&province=long-an'

describe.each(MOUNTS)('the office’s reports, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  beforeAll(async () => {
    const catalog = await createCatalog({ store: openMemoryStore(), clock: () => NOON })
    await buildHalfYear2024(catalog)
    shop = await runShop(mount, { catalog, owner: OWNER })
    office = await signIntoOffice(shop.visitor(), catalog)
  })
  afterAll(() => shop.stop())

  const rowOf = (table: string, name: string): string[] =>
    office
      .$(`#${table} tbody tr`)
      .toArray()
      .map((row) =>
        office
          .$(row)
          .find('th, td')
          .toArray()
          .map((cell) => office.$(cell).text().replace(/\s+/gu, ' ').trim()),
      )
      .find(([first]) => first?.startsWith(name)) ?? []

  it('show nobody who is not of an office', async () => {
    expect((await shop.visitor().open('/office/reports')).status).toBe(401)
  })

  it('are two clicks from signing in', async () => {
    await office.open('/office')
    await office.follow('.sections a[href$="/office/reports"]')
    expect(office.path).toBe('/office/reports')
    expect(office.text('h1')).toMatch(/^Báo cáo OCOP: Cả nước/)
  })

  it('stand in short on the first page: the running half-year, and the one before it in one click', async () => {
    await office.open('/office')
    expect(office.text('[aria-labelledby="half-year"]')).toContain('Cả nước, 6 tháng cuối năm 2026')
    await office.follow('[aria-labelledby="half-year"] li:nth-child(2) a')
    expect(office.text('h1')).toBe('Báo cáo OCOP: Cả nước, 6 tháng đầu năm 2026')
  })

  it('are of the own province first, for who works for one province alone', async () => {
    const scope = ['2025-07:66'] as never
    const viewer = await signIntoOffice(shop.visitor(), shop.catalog, {
      name: 'Y Moan Niê',
      phone: '0905 777 888',
      memberships: [{ front: 'office', role: 'viewer', scope }],
    })
    await viewer.open('/office')
    expect(viewer.text('[aria-labelledby="half-year"]')).toContain('Đắk Lắk')
  })

  it('say what one producer or commune has sold to the offices of its province alone', async () => {
    const ofTayNinh = await signIntoOffice(shop.visitor(), shop.catalog, {
      name: 'Lê Thị Tâm',
      phone: '0905 777 999',
      memberships: [{ front: 'office', role: 'administrator', scope: ['2025-07:80'] as never }],
    })
    const place = { list: '2025-07', province: '66' } as const
    const producer = 'producer=ea-tu'
    await shop.catalog.save({
      producers: [{ id: 'ea-tu', slug: 'ea-tu', name: 'Hợp tác xã Ea Tu', kind: 'cooperative', place }],
    })
    for (const filter of [producer, 'commune=24133'])
      for (const page of ['', '.csv', '.xlsx', '.pdf', '/rows', '/rows.csv']) {
        const { status } = await ofTayNinh.open(`/office/reports${page}?period=2024-H1&${filter}`)
        expect(status, `${page} ${filter}`).toBe(404)
      }
    expect((await ofTayNinh.open('/office/reports?period=2024-H1&group=I')).status).toBe(200)
    expect((await office.open(`/office/reports?period=2024-H1&${producer}`)).status).toBe(200)

    // Nor by a report that is made by itself, of which each province keeps its own.
    const wish = { name: 'Báo cáo tháng', day: '5', recipients: 'so@example.vn', formats: ['xlsx'], every: 'month' }
    await office.open('/office/reports/schedules?group=I')
    await office.press('main form[novalidate] .button--primary', { ...wish, toFolder: '' })
    await ofTayNinh.open('/office/reports/schedules?group=II')
    expect(ofTayNinh.text('main')).not.toContain('so@example.vn')
    const kept = shop.catalog.reportSchedules.list(system('test'))
    const token = ofTayNinh.$('input[name=token]').first().val() as string
    expect((await ofTayNinh.post('/office/reports/schedules', { ...wish, filters: producer, token })).status).toBe(404)
    expect((await ofTayNinh.post('/office/reports/schedules/remove', { id: kept[0]?.id ?? '', token })).status).toBe(
      404,
    )
    expect(shop.catalog.reportSchedules.list(system('test'))).toEqual(kept)
    expect(kept).toHaveLength(1)
  })

  it('say of Đắk Lắk: 1,715 products on platforms, 42,933 transactions, 5th', async () => {
    await office.open(DAK_LAK)
    expect(office.text('.figures__big')).toContain('1.715 Sản phẩm có trên ít nhất một sàn')
    expect(office.text('.figures__big')).toContain('42.933 Giao dịch')
    expect(office.text('.figures__big')).toContain('5 Hạng theo: Số giao dịch')
    expect(rowOf('ranking', 'Đắk Lắk')[1]).toBe('5')
    expect(rowOf('totals', 'Tiền hàng')[1]).toBe('không công bố')
  })

  it('say of Long An: 85 of 168, 42 and 15', async () => {
    await office.open(LONG_AN)
    expect(rowOf('coverage', 'Postmart').slice(1, 4)).toEqual(['85', '168', '50,6%'])
    expect(rowOf('coverage', 'nongsanantoanlongan')[1]).toBe('42')
    expect(rowOf('coverage', 'longantrade')[1]).toBe('15')
  })

  it('say of a period how far its figures go while it is not over, and refuse one to come', async () => {
    await office.open('/office/reports?period=2026-H2')
    expect(office.text('.facts')).toContain('31/12/2026. Kỳ chưa kết thúc: số liệu đến hết 22/11/2026')
    await office.open('/office/reports?period=2027-H1')
    expect(office.text('.error-summary')).not.toBe('')
    await office.open(LONG_AN)
    expect(office.text('.facts')).not.toContain('Kỳ chưa')
  })

  it('lead from each figure to the rows behind it', async () => {
    await office.open(LONG_AN)
    await office.follow('#coverage tbody tr:first-child td:nth-child(2) a')
    expect(office.$('main tbody tr')).toHaveLength(85)
    await office.open(LONG_AN)
    await office.follow('#coverage tbody tr:first-child td:nth-child(3) a')
    expect(office.$('main tbody tr')).toHaveLength(168)
    await office.open(DAK_LAK)
    await office.follow('#platforms tbody td a')
    expect(office.$('main tbody tr')).toHaveLength(1)
    expect(office.text('main tbody')).toContain('01/01/2024 – 30/06/2024')
    expect(office.text('main tbody')).toContain('42.933')
  })

  it('count and show a sale that names a product alone as its producer’s', async () => {
    const place = { list: '2025-07', province: '66' } as const
    await shop.catalog.save({
      producers: [{ id: 'ea-tu', slug: 'ea-tu', name: 'HTX Ea Tu', kind: 'cooperative', place }],
      products: [
        {
          id: 'ca-phe-ea-tu',
          slug: 'ca-phe-ea-tu',
          status: 'published',
          name: { vi: 'Cà phê Ea Tu' },
          producerId: 'ea-tu',
          classification: { group: 'I', set: null, basis: 'proposal' },
          origin: place,
          variants: [],
          photos: [],
          labelFacts: {},
        },
      ],
    })
    await shop.catalog.recordPlatformSales([
      {
        platformId: 'postmart',
        province: '2025-07:66',
        from: '2026-09-01',
        externalNumber: 'PM product',
        lines: [{ productId: 'ca-phe-ea-tu', quantity: 1, amount: 90_000 }],
      },
    ])
    const asked = 'period=2026-09&producer=ea-tu'
    await office.open(`/office/reports?${asked}`)
    expect(office.text('#platforms')).toMatch(/Postmart[^0-9]*1[^0-9]*100,0%/)
    await office.open(`/office/reports/rows?${asked}&of=transactions`)
    expect(office.$('main tbody tr')).toHaveLength(1)
    const { bytes } = await office.download('/office/reports.xlsx?period=2026-09&province=dak-lak')
    const sheets = await readWorkbook(Uint8Array.from(bytes).buffer)
    // A title that is too long for a sheet's name ends with a whole word.
    expect(sheets.map(({ sheet }) => sheet)).toContain('Sản phẩm có nhiều giao dịch')
  })

  it('page through every entry of the ledger behind a figure, and give all of them as CSV', async () => {
    const sales = Array.from({ length: 450 }, (_, index) => ({
      platformId: 'postmart',
      province: '2025-07:66',
      from: '2026-10-01',
      externalNumber: `PM ${String(index).padStart(3, '0')}`,
    }))
    await office.open('/office')
    await shop.catalog.recordPlatformSales(sales)
    const where = '/office/reports/rows?period=2026-10&of=transactions'
    const numbers = () => {
      const { $ } = office
      return $('main tbody td:nth-child(4)')
        .toArray()
        .map((cell) => $(cell).text())
    }
    await office.open(where)
    const seen = numbers()
    expect(office.$('[rel=prev]')).toHaveLength(0)
    for (const length of [200, 50]) {
      await office.follow('[rel=next]')
      expect(numbers()).toHaveLength(length)
      seen.push(...numbers())
    }
    expect(new Set(seen).size).toBe(450)
    expect(office.$('[rel=next]')).toHaveLength(0)
    await office.follow('[rel=prev]')
    await office.follow('[rel=prev]')
    expect(numbers()).toEqual(seen.slice(0, 200))
    await office.open(where.replace('rows', 'rows.csv'))
    const lines = office.response.text.split('\r\n')
    expect(lines).toHaveLength(452)
    expect(lines[0]).toMatch(/^\ufeffNgày,/)
    await office.open(`${where}&after=x`)
    expect(office.status).toBe(422)
  })

  it('take every filter from the address, and name them', async () => {
    await office.open(`${LONG_AN}&stars=4&platform=postmart`)
    expect(office.text('.facts')).toContain('Hạng sao: 4 sao; Sàn: Postmart')
    expect(rowOf('coverage', 'Postmart').slice(1, 3)).toEqual(['40', '40'])
    await office.open(`${LONG_AN}&stars=9`)
    expect(office.status).toBe(422)
    expect(office.text('.error-summary')).toContain('Không có Hạng sao này')
    await office.open('/office/reports?period=2019-H1&province=dak-lak&producer=nobody')
    expect(office.status).toBe(422)
  })

  it('remember a chosen period as one address', async () => {
    await office.open('/office/reports?year=2024&part=H1&province=long-an&mode=then&key=transactions&group=&stars=4')
    expect(office.path).toBe('/office/reports?period=2024-H1&province=long-an&stars=4')
    await office.press('main .button--primary', { from: '2024-01-01', until: '2024-06-30' })
    expect(office.path).toContain('period=2024-01-01..2024-06-30')
    expect(rowOf('coverage', 'Postmart').slice(1, 3)).toEqual(['40', '40'])
    expect(office.$('#from').attr('value')).toBe('2024-01-01')
  })

  it('go out as a workbook with filters, time and definitions, numbers as numbers', async () => {
    const { type, bytes } = await office.download(DAK_LAK.replace('reports', 'reports.xlsx'))
    expect(type).toContain('spreadsheetml')
    const sheets = await readWorkbook(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    )
    expect(sheets.map(({ sheet }) => sheet)).toContain('Xếp hạng địa phương')
    const about = JSON.stringify(sheets[0]?.data)
    for (const said of ['6 tháng đầu năm 2024', 'không lọc', 'Lập lúc', '22/11/2026', 'một đơn được nhận'])
      expect(about).toContain(said)
    expect(sheets.find(({ sheet }) => sheet === 'Giao dịch trong kỳ')?.data).toContainEqual(
      expect.arrayContaining(['Giao dịch', 42_933]),
    )
    // What stands in the boxes of the page and of the paper.
    const summary = sheets[1]
    expect(summary?.sheet).toBe('Số liệu chính')
    expect(summary?.data.slice(3).map((row) => row.slice(0, 2))).toEqual(
      expect.arrayContaining([
        ['Sản phẩm có trên ít nhất một sàn', 1_715],
        ['Giao dịch', 42_933],
        ['Hạng theo: Số giao dịch', 5],
      ]),
    )
  })

  it('go out as CSV, where each line says what it counts', async () => {
    const { bytes } = await office.download(LONG_AN.replace('reports', 'reports.csv'))
    const line = bytes
      .toString()
      .split('\r\n')
      .find((row) => row.includes('Postmart') && row.includes(',85,'))
    expect(line).toContain('Chốt hết ngày 30/06/2024')
    expect(line).toContain('giấy chứng nhận OCOP')
    expect(bytes.toString()).toMatch(/^Số liệu chính,Sản phẩm được công nhận,Trong kỳ,168,/m)
  })

  it('go out as a PDF', async () => {
    await office.open(DAK_LAK)
    expect(office.text('.official--head')).toMatch(
      /UBND TỈNH.*Sở Công Thương.*Số: …+\/BC-SCT.*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.*Buôn Ma Thuột, ngày ….*BÁO CÁO/s,
    )
    expect(office.text('.official--foot')).toMatch(/NGƯỜI LẬP BÁO CÁO.*THỦ TRƯỞNG ĐƠN VỊ.*Nơi nhận/s)
    const { type, bytes } = await office.download(DAK_LAK.replace('reports', 'reports.pdf'))
    expect(type).toBe('application/pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('say in the workbook which rank the province had a year before, and nothing where it had none', async () => {
    const statement = { platformId: 'postmart', from: '2025-01-01', until: '2025-06-30', source: 'báo cáo' }
    await shop.catalog.recordPlatformSales([
      { ...statement, externalNumber: '2025-66', province: 'pre-2025-07:66', count: 9 },
      { ...statement, externalNumber: '2025-54', province: 'pre-2025-07:54', count: 10 },
    ])
    const rankOf = async (address: string): Promise<unknown[] | undefined> => {
      const { bytes } = await office.download(address.replace('reports', 'reports.xlsx'))
      const sheets = await readWorkbook(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      )
      return sheets[1]?.data.find(([label]) => label === 'Hạng theo: Số giao dịch')
    }
    expect(await rankOf(DAK_LAK.replace('2024', '2025'))).toEqual(['Hạng theo: Số giao dịch', 2, 5, '–'])
    expect(await rankOf(DAK_LAK)).toEqual(['Hạng theo: Số giao dịch', 5, '–', '–'])
  })
})
