import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { toCsv } from '../../src/exchange/csv/to-csv.js'
import { previewImport } from '../../src/exchange/import/preview-import.js'
import { productImport } from '../../src/exchange/products/product-import.js'
import { productsCsv } from '../../src/exchange/products/products-csv.js'
import { loadReference } from '../../src/exchange/reference-data.js'
import { loadSampleCatalog } from '../../src/exchange/sample/sample-catalog.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'

const reference = await loadReference()
const clock = () => new Date('2026-11-22T05:00:00Z')
const openEmpty = () => createCatalog({ store: openMemoryStore(), reference, clock })
const cellsOf = (csv: string): string[][] => parse(csv, { bom: true })

describe('CSV that we write', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠x'])(
    'guards a spreadsheet against the formula %j',
    (formula) => {
      const [, cells] = cellsOf(toCsv(['name'], [[formula]]))
      expect(cells).toEqual([`'${formula}`])
    },
  )

  it('guards it where semicolons, tabs or line ends separate cells, in linear time, and leaves lists as they are', () => {
    const [, ...rows] = cellsOf(
      toCsv(
        ['name'],
        [
          ['Chè;=A1'],
          ['Chè ; "=A1'],
          ['Chè\t+1'],
          ['Chè\n@A1'],
          ['Chè;-1'],
          ['Chè\n- gói 1 kg; hộp = 2'],
          [`;${' '.repeat(200_000)}x`],
        ],
      ),
    )
    expect(rows.slice(0, 6).flat()).toEqual([
      "Chè;'=A1",
      'Chè ; "\'=A1',
      "Chè\t'+1",
      "Chè\n'@A1",
      "Chè;'-1",
      'Chè\n- gói 1 kg; hộp = 2',
    ])
  })

  it('keeps each cell one cell, whatever it holds, where a line may end in any way', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ế', ',', '"', '\r', '\n', ';', ' ', "'", '\u2028') })
    // A cell that a tab or line end begins is guarded, which is told above.
    const table = fc.array(
      fc.array(
        fc.oneof(
          text.map((rest) => `x${rest}`),
          fc.integer(),
        ),
        { minLength: 2, maxLength: 2 },
      ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(table, (rows) => {
        const read: string[][] = parse(toCsv(['a', 'b'], rows), { bom: true, record_delimiter: ['\r\n', '\n', '\r'] })
        expect(read.slice(1)).toEqual(rows.map((cells) => cells.map(String)))
      }),
    )
  })

  it('opens in Excel with Vietnamese letters, and keeps numbers numbers', () => {
    expect(toCsv(['Tên', 'Giá'], [['Cà phê, "rang"', -5]])).toBe('\uFEFFTên,Giá\r\n"Cà phê, ""rang""",-5\r\n')
  })
})

describe('the public catalog as CSV', () => {
  it.each(['vi', 'en'] as const)('changes nothing when it is imported again (%s)', async (language) => {
    const catalog = await openEmpty()
    await loadSampleCatalog(catalog)
    const again = await previewImport(productImport, Buffer.from(productsCsv(catalog, language)), catalog)
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 383, repeated: 0, faulty: 0 })
  })

  it('brings its facts into an empty catalog, a guarded name without its guard', async () => {
    const [from, to] = [await openEmpty(), await openEmpty()]
    const list = [
      'name,producer,province,district_or_commune,category,stars,decision_number,decision_date,evidence',
      '"Trà;=HYPERLINK(1)",HTX Ea Tu,Đắk Lắk,"xã Ea Tu, TP. Buôn Ma Thuột","Thực phẩm > Cà phê, cacao",4,13/QĐ-UBND,17/05/2023,A',
      '@Home Coffee,HTX Ea Tu,Đắk Lắk,"xã Ea Tu, TP. Buôn Ma Thuột","Thực phẩm > Cà phê, cacao",4,12/QĐ-UBND,17/05/2023,A',
    ].join('\n')
    await (await previewImport(productImport, Buffer.from(list), from)).apply()
    const csv = productsCsv(from, 'en')
    expect(csv).toContain("'@Home Coffee")
    expect(csv).toContain("Trà;'=HYPERLINK")
    await (await previewImport(productImport, Buffer.from(csv), to)).apply()
    expect(to.state.all('products')).toEqual(from.state.all('products'))
    expect(to.state.all('certificates')).toEqual(from.state.all('certificates'))
  })

  it('leaves out what is not published, and says of which day it is', async () => {
    const catalog = await openEmpty()
    await (
      await previewImport(productImport, Buffer.from('name,province\nTrà sen,Huế\nTrà lài,Huế\n'), catalog)
    ).apply()
    const { origin } = catalog.state.get('products', 'tra-lai')
    const withdrawn = { id: 'tra-lai', slug: 'tra-lai', name: { vi: 'Trà lài' }, status: 'withdrawn' as const, origin }
    const nothing = { producerId: null, classification: null, variants: [], photos: [], labelFacts: {} }
    await catalog.save({ products: [{ ...withdrawn, ...nothing }] })
    const [headings, ...rows] = cellsOf(productsCsv(catalog, 'en'))
    expect(rows.map(([first]) => first)).toEqual(['Trà sen'])
    expect(rows[0]?.[headings?.indexOf('As of') ?? -1]).toBe('2026-11-22')
  })
})
