import { readFile } from 'node:fs/promises'
import path from 'node:path'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import type * as PreviewImport from '../../src/exchange/import/preview-import.js'
import type * as ReadWorkbook from '../../src/exchange/xlsx/read-workbook.js'
import type * as ProductImport from '../../src/exchange/products/product-import.js'
import type * as SaleImport from '../../src/exchange/sales/sale-import.js'
import { packArchive, workbookParts } from '../support/archive.js'
import { built } from '../support/built.js'
import { openShop } from '../support/shop.js'

const { previewImport } = (await built('exchange/import/preview-import.js')) as typeof PreviewImport
const { readWorkbook } = (await built('exchange/xlsx/read-workbook.js')) as typeof ReadWorkbook
const { productImport } = (await built('exchange/products/product-import.js')) as typeof ProductImport
const { saleImport } = (await built('exchange/sales/sale-import.js')) as typeof SaleImport

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`

describe('a workbook saved by LibreOffice', () => {
  it('is found on its second sheet, below a title, with headings in two rows, a row of column numbers and merged cells', async () => {
    const file = await readFile(path.join(import.meta.dirname, 'workbooks/libreoffice-list.xlsx'))
    const preview = await previewImport(productImport, file, await openShop())
    expect(preview).toMatchObject({ sheet: 'Sản phẩm 3 sao & 4 sao', rows: 3, faults: [], unknownColumns: ['STT'] })
    expect(preview.planned.map(({ row, label }) => [row, label])).toEqual([
      [6, 'Cà phê bột Ea Tu – Hợp tác xã Ea Tu'],
      [7, 'Cà phê hạt rang Ea Tu – Hợp tác xã Ea Tu'],
      [8, 'Mật ong hoa cà phê – Hộ kinh doanh Ong Vàng'],
    ])
    expect(preview.changes.certificates).toMatchObject([
      { stars: 4, issuedOn: '2024-05-17' },
      { stars: 3, issuedOn: '2024-05-17' },
      { stars: 3, issuedOn: '2024-06-01' },
    ])
  })
})

describe('a workbook with a chart on a sheet of its own', () => {
  it('is read without the chart, and the sheets after it are still themselves', async () => {
    const [workbook, relations, ...parts] = workbookParts(`<row r="1">${text('A1', 'Cà phê')}</row>`)
    const sheet = '<sheet name="Biểu đồ" sheetId="9" r:id="rId9"/>'
    const to = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet'
    const file = packArchive([
      { name: 'xl/workbook.xml', bytes: String(workbook?.bytes).replace('<sheets>', `<sheets>${sheet}`) },
      {
        name: 'xl/_rels/workbook.xml.rels',
        bytes: String(relations?.bytes).replace(
          '</Relationships>',
          `<Relationship Id="rId9" Type="${to}" Target="chartsheets/sheet1.xml"/></Relationships>`,
        ),
      },
      ...parts,
      { name: 'xl/chartsheets/sheet1.xml', bytes: '<chartsheet/>' },
    ])
    expect(await readWorkbook(file)).toEqual([{ name: 'Trang tính1', rows: [['Cà phê']] }])
  })
})

describe('a workbook with faults', () => {
  it('names them by its own rows: a second sheet, a title, merged cells, days as numbers without their format', async () => {
    const cells = (...values: (string | number | null)[]) =>
      values.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String }))
    const headings = ['Tên sản phẩm', 'Chủ thể', 'Tỉnh', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
    const file = await writeWorkbook([
      { sheet: 'Bìa', data: [cells('Kính gửi Văn phòng điều phối')] as SheetData },
      {
        sheet: 'Danh sách',
        data: [
          [{ value: 'DANH MỤC SẢN PHẨM OCOP', type: String, columnSpan: 6 }],
          [],
          cells(...headings),
          [
            ...cells('Gạo nếp Ea Súp'),
            { value: 'HTX Ea Súp', type: String, rowSpan: 2 },
            ...cells('Đắk Lắk', 4, '21/QĐ-UBND', 45_429),
          ],
          [...cells('Gạo tẻ Ea Súp'), null, ...cells('Đắk Lắk', 9, '21/QĐ-UBND', '30/02/2026')],
        ] as SheetData,
      },
    ]).toBuffer()
    const preview = await previewImport(productImport, file, await openShop())
    expect(preview.sheet).toBe('Danh sách')
    expect(preview.faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [5, 'Hạng sao', '9'],
      [5, 'Ngày quyết định', '30/02/2026'],
    ])
    expect(preview.planned[0]?.label).toBe('Gạo nếp Ea Súp – HTX Ea Súp')
    expect(preview.changes.certificates).toMatchObject([{ issuedOn: '2024-05-17' }])
  })
})

describe('a list as an office hands it in', () => {
  const cells = (...values: (string | number | null)[]) =>
    values.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String }))
  const headings = cells('STT', 'Tên sản phẩm', 'Chủ thể', 'Tỉnh', 'Hạng sao', 'Số QĐ')
  const read = async (...rows: SheetData) =>
    previewImport(productImport, await writeWorkbook([headings, ...rows] as SheetData).toBuffer(), await openShop())

  it('has headings of its parts, sums and signatures, which are told and not taken for products', async () => {
    const { rows, counts, faults, planned, sideRows } = await read(
      cells('I', 'Nhóm thực phẩm', null, null, null, null),
      cells(1, 'Cà phê bột Ea Kao', 'HTX Ea Kao', 'Đắk Lắk', '04 sao', '1120/QĐ-UBND'),
      cells(2, 'Tiêu đen Ea Kao', 'HTX Ea Kao', 'Đắk Lắk', 'Hạng 3 sao', '1120/QĐ-UBND'),
      cells('Cộng nhóm I', '2 sản phẩm', null, null, null, null),
      cells(null, 'HUYỆN CƯ KUIN', null, null, null, null),
      cells(3, 'Tổng hợp hạt sấy', 'HTX Cư Kuin', 'Đắk Lắk', '★★★', '1120/QĐ-UBND'),
      cells('Tổng cộng', '3 sản phẩm', null, 'Đắk Lắk', null, null),
      cells(null, 'Người lập biểu', null, null, null, 'Lãnh đạo đơn vị'),
      cells(null, 'Trần Thị B', null, null, null, 'Nguyễn Văn C'),
    )
    expect(faults).toEqual([])
    expect([rows, counts.new]).toEqual([3, 3])
    expect(planned.map(({ row, facts }) => [row, facts()['stars']])).toEqual([
      [3, '4'],
      [4, '3'],
      [7, '3'],
    ])
    expect(sideRows).toEqual([
      { row: 2, text: 'I Nhóm thực phẩm' },
      { row: 5, text: 'Cộng nhóm I 2 sản phẩm' },
      { row: 6, text: 'HUYỆN CƯ KUIN' },
      { row: 8, text: 'Tổng cộng 3 sản phẩm' },
      { row: 9, text: 'Người lập biểu Lãnh đạo đơn vị' },
      { row: 10, text: 'Trần Thị B Nguyễn Văn C' },
    ])
  })

  it('and entries that lack a cell stay faults: numbered, with more than a name, or named like a product', async () => {
    const { faults, sideRows } = await read(
      cells(1, 'Cà phê bột Ea Kao', null, null, null, null),
      cells(null, 'Tiêu đen Ea Kao', 'HTX Ea Kao', null, null, null),
      cells(null, 'Mật ong Ea Kao', null, null, null, null),
      cells(4, 'Ca cao Ea Kao', 'HTX Ea Kao', 'Đắk Lắk', 3, '1120/QĐ-UBND'),
      cells(5, 'Mắc ca Ea Kao', 'HTX Ea Kao', null, 3, '1120/QĐ-UBND'),
      cells(null, 'Bơ sáp Ea Kao', 'HTX Ea Kao', null, 3, '1120/QĐ-UBND'),
    )
    expect(faults.map(({ row, column }) => [row, column])).toEqual([2, 3, 4, 6, 7].map((row) => [row, 'Tỉnh']))
    expect(sideRows).toEqual([])
  })
})

describe('a workbook as Excel saves it', () => {
  it('has days as numbers, texts in a table of their own and formulas with their last value', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" s="1"><v>45429</v></c><c r="C3"><f>80000+5000</f><v>85000</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
      '<row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4" s="1"><v>45429.4375</v></c><c r="C4"><v>85.125</v></c></row>'
    const file = packArchive(workbookParts(rows, ['Tên', 'Ngày', 'Tiền', 'Lỗi', 'Cà phê &amp; mật ong']))
    expect(await readWorkbook(file)).toEqual([
      {
        name: 'Trang tính1',
        rows: [
          ['Tên', 'Ngày', 'Tiền', 'Lỗi'],
          ['', '', '', ''],
          ['Cà phê & mật ong', '2024-05-17', '85000', '#DIV/0!'],
          ['Cà phê & mật ong', '2024-05-17', '85.1250', ''],
        ],
      },
    ])
  })

  it('brings a platform’s statement of 42,933 transactions', async () => {
    const catalog = await openShop()
    await catalog.save({ platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }] })
    const rows = [
      ['Sàn TMĐT', 'Số báo cáo', 'Từ ngày', 'Đến ngày', 'Số giao dịch', 'Tỉnh'].map((value) => ({ value })),
      [
        { value: 'Postmart' },
        { value: 'BC-2024-1' },
        { value: new Date('2024-01-01'), format: 'dd/mm/yyyy' },
        { value: new Date('2024-06-30'), format: 'dd/mm/yyyy' },
        { value: 42_933 },
        { value: 'Đắk Lắk' },
      ],
    ]
    const preview = await previewImport(saleImport, await writeWorkbook(rows).toBuffer(), catalog)
    expect(preview.faults).toEqual([])
    expect(await preview.apply()).toEqual({ done: 1, known: 0 })
  })
})

describe('faults in a workbook', () => {
  it('are named by the row and column that the spreadsheet shows', async () => {
    const rows = `<row r="2">${text('A2', 'Tên sản phẩm')}${text('B2', 'Tỉnh')}${text('C2', 'Hạng sao')}</row><row r="5">${text('A5', 'Bánh tráng')}${text('B5', 'Atlantis')}${text('C5', 'bảy')}</row><row r="6">${text('A6', 'Bánh tráng')}${text('B6', 'Atlantis')}</row><row r="7">${text('A7', 'Bánh pía')}<c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`
    const { faults } = await previewImport(productImport, packArchive(workbookParts(rows)), await openShop())
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [5, 'Hạng sao', 'bảy'],
      [5, 'Tỉnh', 'Atlantis'],
      [6, 'Tỉnh', 'Atlantis'],
      [7, 'Tỉnh', '#DIV/0!'],
    ])
  })

  it('a sheet may be named; one that is not there is refused with those that are', async () => {
    const file = packArchive(workbookParts(`<row r="1">${text('A1', 'Tên sản phẩm')}${text('B1', 'Tỉnh')}</row>`))
    const reading = previewImport(productImport, file, await openShop(), { sheet: 'Khác' })
    await expect(reading).rejects.toMatchObject({
      issues: [{ params: { whyEn: expect.stringContaining('it has Trang tính1') as string } }],
    })
  })
})
