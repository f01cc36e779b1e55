import { beforeEach, describe, expect, it } from 'vitest'
import { createCatalog, issueText, parsePeriod, type Catalog } from '../../src/index.js'
import type { Columns } from '../../src/exchange/import/column.js'
import type { ImportKind } from '../../src/exchange/import/import-kind.js'
import { previewImport } from '../../src/exchange/import/preview-import.js'
import { listingImport } from '../../src/exchange/listings/listing-import.js'
import { productImport } from '../../src/exchange/products/product-import.js'
import { loadReference } from '../../src/exchange/reference-data.js'
import { saleImport } from '../../src/exchange/sales/sale-import.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'

const reference = await loadReference()

let catalog: Catalog

const preview = <C extends Columns>(kind: ImportKind<C>, csv: string) => previewImport(kind, Buffer.from(csv), catalog)
const importAll = async <C extends Columns>(kind: ImportKind<C>, csv: string) => (await preview(kind, csv)).apply()
const faultsOf = async <C extends Columns>(kind: ImportKind<C>, csv: string) =>
  (await preview(kind, csv)).faults.map(
    ({ row, column, issue }) => `${row} ${column ?? '–'}: ${issueText(issue, 'en')}`,
  )

beforeEach(async () => {
  catalog = await createCatalog({
    store: openMemoryStore(),
    reference,
    clock: () => new Date('2026-11-22T05:00:00Z'),
  })
  await catalog.save({
    platforms: [
      { id: 'pm', slug: 'postmart', name: { vi: 'Postmart.vn' }, website: 'https://postmart.vn', own: false },
      { id: 'vs', slug: 'voso', name: { vi: 'Voso.vn' }, own: false },
    ],
  })
  await importAll(
    productImport,
    [
      'name,producer,province,year',
      'Cà phê bột,HTX Ea Tu,Đắk Lắk,2023',
      'Muối ớt,HTX A,Tây Ninh,2023',
      'Muối ớt,HTX B,Tây Ninh,2023',
    ].join('\n'),
  )
})

describe('listings on other platforms', () => {
  it('are recorded with link, price, status and the days on which they were seen', async () => {
    await importAll(
      listingImport,
      [
        'Sàn;Sản phẩm;Chủ thể;Đường dẫn;Trạng thái;Giá bán;Ngày lên sàn;Ngày kiểm tra',
        'postmart;cà phê bột;;postmart.vn/ca-phe;Đang bán;85.000 đ;01/03/2024;15/06/2024',
        'Voso.vn;Muối ớt;HTX B;;;;;15/06/2024',
      ].join('\n'),
    )
    expect(catalog.state.all('listings')).toMatchObject([
      {
        productId: 'ca-phe-bot',
        platformId: 'pm',
        status: 'orderable',
        url: 'https://postmart.vn/ca-phe',
        price: 85_000,
        listedOn: '2024-03-01',
        lastCheckedOn: '2024-06-15',
      },
      { productId: 'muoi-ot-htx-b', platformId: 'vs', status: 'introduced', listedOn: '2024-06-15' },
    ])
  })

  it('change nothing the second time, and a later check ends one', async () => {
    const seen =
      'platform,product,status,listed_on,last_checked_on\npostmart,ca-phe-bot,orderable,2024-03-01,2024-06-15\n'
    await importAll(listingImport, seen)
    expect((await preview(listingImport, seen)).counts).toMatchObject({ new: 0, unchanged: 1 })
    await importAll(listingImport, 'platform,product,status,last_checked_on\npostmart,ca-phe-bot,removed,2024-09-01\n')
    expect(catalog.state.all('listings')).toMatchObject([
      { status: 'removed', listedOn: '2024-03-01', delistedOn: '2024-09-01' },
    ])
  })

  it('are refused where product, platform, link or days are not clear', async () => {
    const csv = [
      'platform,product,url,status,price,listed_on',
      'Sàn lạ,Trà sen,,,,2024-03-01',
      'postmart,Muối ớt,,,,2024-03-01',
      'postmart,Cà phê bột,javascript:alert(1),bán,1e308,32/01/2024',
      'postmart,Cà phê bột,,,,',
    ].join('\n')
    expect(await faultsOf(listingImport, csv)).toEqual([
      '2 platform: “Sàn lạ” is not in the list of platforms: add it on the page Platforms, or check how it is written.',
      '2 product: “Trà sen” is not known; check how it is written.',
      expect.stringMatching(/^3 product: “Muối ớt” may be: Muối ớt \(HTX A.*; Muối ớt \(HTX B.*\)\. Say which\.$/),
      expect.stringMatching(/^4 url: Not in the right form/),
      expect.stringMatching(/^4 status: Not in the list: /),
      expect.stringMatching(/^4 price: Not in the right form/),
      expect.stringMatching(/^4 listed_on: Not in the right form/),
      '5 listed_on: Missing; fill it in.',
    ])
  })
})

describe('sales on other platforms', () => {
  const HALF_YEAR = [
    'Sàn,Số báo cáo,Từ ngày,Đến ngày,Số giao dịch,Tỉnh',
    'Postmart,BC 2024-H1,01/01/2024,30/06/2024,42.933,Đắk Lắk',
  ].join('\n')

  const transactionsOf = (name: string) => {
    const province = reference.places.findProvinceByName(name, 'pre-2025-07')
    return catalog.transactions({ period: parsePeriod('2024-H1'), province, mode: 'asThen' }).total
  }

  it('are counted in the period that holds them, under the province of that time', async () => {
    expect(await importAll(saleImport, HALF_YEAR)).toEqual({ done: 1, known: 0 })
    expect(transactionsOf('Đắk Lắk').transactions).toBe(42_933)
    expect(transactionsOf('Phú Yên').transactions).toBe(0)
  })

  it('are recorded once, whatever file they come in', async () => {
    await importAll(saleImport, HALF_YEAR)
    expect(await importAll(saleImport, HALF_YEAR)).toEqual({ done: 0, known: 1 })
    expect(transactionsOf('Đắk Lắk').transactions).toBe(42_933)
  })

  it('that are on record already are called unchanged before anything is done', async () => {
    await importAll(saleImport, HALF_YEAR)
    const again = await preview(saleImport, `${HALF_YEAR}\nPostmart,BC 2024-H1 (2),01/01/2024,30/06/2024,5,Đắk Lắk\n`)
    expect(again.counts).toMatchObject({ new: 1, unchanged: 1 })
    expect(again.planned.map(({ row }) => row)).toEqual([3])
  })

  it('of several products of one producer are one transaction with several lines', async () => {
    await importAll(productImport, 'name,producer,province,year\nCà phê hạt,HTX Ea Tu,Đắk Lắk,2023\n')
    await importAll(
      saleImport,
      [
        'platform,external_number,day,product,quantity,amount',
        'postmart,PM-1,05/03/2024,Cà phê bột,2,"170,000"',
        'postmart,PM-1,05/03/2024,Cà phê hạt,1,120.000 đ',
        'postmart,PM-1,05/03/2024,Cà phê hạt,1,120.000 đ',
      ].join('\n'),
    )
    expect(transactionsOf('Đắk Lắk')).toEqual({ transactions: 1, orderLines: 2, units: 3, amount: 290_000 })
  })

  it('are refused where day, province, product or number are not clear', async () => {
    const csv = [
      'platform,external_number,day,until,province,product,quantity,amount',
      'postmart,1,,,Đắk Lắk,,,',
      'postmart,2,2027-01-01,,Đắk Lắk,,,',
      'postmart,3,2024-03-01,,,,,',
      'postmart,4,2024-03-01,,,Cà phê bột,,170000',
      'postmart,5,2024-03-01,,Đắk Lắk,,,100',
      'postmart,5,2024-03-02,,Đắk Lắk,,,100',
    ].join('\n')
    expect(await faultsOf(saleImport, csv)).toEqual([
      '2 day: Missing; fill it in.',
      '3 day: That day has not come yet.',
      '4 province: Missing; fill it in.',
      '5 quantity: Missing; fill it in.',
      '7 external_number: Row 6 has this number with another day, province, producer or amount.',
    ])
  })
})
