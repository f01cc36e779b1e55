import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Shell } from './run-ocop.js'

let shell: Shell

beforeEach(async () => {
  shell = await Shell.open()
})
afterEach(() => shell.close())

const GOOD = 'Tên sản phẩm;Chủ thể;Tỉnh;Hạng sao;Năm\nCà phê bột;HTX Ea Tu;Đắk Lắk;4;2023\nTrà sen;;Huế;3;2024\n'

describe('ocop import', () => {
  it('shows what it would do, does it, and does nothing the second time', async () => {
    const file = await shell.write('list.csv', GOOD)
    const looked = await shell.ocop(['import', 'products', file, '--preview'])
    expect(looked.out).toMatch(/Rows in the file: 2\.\nNew\n───\n {2}2\nPreview only: nothing was changed\./)
    const first = await shell.ocop(['import', 'products', file])
    expect(first.out).toMatch(/New[^]*Rows imported: 2\./)
    const second = await shell.ocop(['import', 'products', file])
    expect(second.out).toMatch(/Unchanged[^]*nothing was changed/)
    expect([looked, first, second].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
  })

  it('says of a file with headings alone that there is nothing in it, not that all of it is there already', async () => {
    const { out: headings } = await shell.ocop(['template', 'products'])
    const file = await shell.write('empty.csv', headings)
    const { exitCode, out } = await shell.ocop(['import', 'products', file])
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'The file has headings alone, and no row to import.' })
  })

  it('tells all of 50 faults in 5,000 rows by row and column, imports nothing, and writes them to a file', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const stars = index % 100 === 7 ? '9' : '4'
      return `Cà phê số ${index},HTX số ${index % 800},Đắk Lắk,${stars},2023`
    })
    const file = await shell.write('faults.csv', ['Sản phẩm,Chủ thể,Tỉnh,Sao,Năm', ...rows].join('\n'))
    const { exitCode, out, told, progress } = await shell.ocop(['import', 'products', file, '--errors', 'loi.csv'])
    expect(exitCode).toBe(1)
    expect(out).toContain('row 9, column “Sao”: “9” – Not in the list: 3, 4, 5.')
    expect(out.match(/column “Sao”/g)).toHaveLength(50)
    expect(told).toBe('Nothing was imported. Faults to correct: 50.')
    expect(progress).toContain('Checking: 2,500 of 5,000 rows')
    const errors = await readFile(join(shell.folder, 'loi.csv'), 'utf8')
    expect(errors.trimEnd().split('\r\n')).toHaveLength(51)
    expect((await shell.ocop(['export', 'products'])).out.split('\n')).toHaveLength(1)
  })

  it('takes a file whose headings need explaining', async () => {
    const file = await shell.write('own.csv', 'Cột A=B,Nơi\nCà phê bột,Đắk Lắk\n')
    const refused = await shell.ocop(['import', 'products', file])
    expect(refused.told).toMatch(
      /The column “Product” \(name\) is missing[^]*The column “Province” \(province\) is missing/,
    )
    const { out } = await shell.ocop(['import', 'products', file, '--map', 'Cột A=B=name', '--map', 'Nơi=province'])
    expect(out).toContain('Rows imported: 1.')
  })

  it('takes what holds for every row, unless a column gives it, and says once what is wrong with it', async () => {
    const file = await shell.write('one-province.csv', 'Sản phẩm;Sao\nBún khô;3\nTrà sen;4\n')
    const importIt = (...options: string[]) => shell.ocop(['import', 'products', file, ...options])
    expect((await importIt('--for-all', 'province=Atlantis')).told).toMatch(/^province: .*“Atlantis”/)
    expect((await importIt('--for-all', 'Đắk Lắk')).exitCode).toBe(2)
    expect((await importIt('--for-all', 'name=Bún')).told).toContain('cannot be stated for all rows')
    const { out } = await importIt('--for-all', 'province=Đắk Lắk')
    expect(out).toMatch(/Stated for all rows:\n {2}Province: Đắk Lắk\n[^]*Rows imported: 2\./)
    const whole = await shell.write('list.csv', GOOD)
    const twice = await shell.ocop(['import', 'products', whole, '--for-all', 'province=Huế'])
    expect(twice.told).toContain('The file’s column “Tỉnh” is “Province”')
  })

  it('says in one sentence why a file cannot be read', async () => {
    const workbook = await shell.write('list.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    expect((await shell.ocop(['import', 'products', workbook])).told).toMatch(/^This is an old Excel workbook.*\.xlsx/)
    expect((await shell.ocop(['import', 'products', 'none.csv'])).told).toMatch(/^There is no such file.*none\.csv$/)
    expect((await shell.ocop(['import', 'products', '.'])).told).toMatch(/^This is not a file/)
  })

  it('never lets a cell command the screen', async () => {
    const file = await shell.write('screen.csv', 'name,province,\u001B[2J\nTrà\u001B[31m sen,Huế,x\n')
    const { out } = await shell.ocop(['import', 'products', file])
    expect(out).toContain('row 2, column “name”')
    expect(out).not.toContain('\u001B')
  })

  it('gives a template that it understands', async () => {
    const { out } = await shell.ocop(['template', 'products'], {})
    const [headings = []]: string[][] = parse(out, { bom: true })
    const values: Record<string, string> = { 'Tên sản phẩm': 'Trà sen', 'Tỉnh, thành phố': 'Huế', 'Hạng sao': '4' }
    const file = await shell.write(
      'filled.csv',
      `${out}\n${headings.map((heading) => values[heading] ?? '').join(',')}`,
    )
    const filled = await shell.ocop(['import', 'products', file])
    expect(filled.out).toContain('Rows imported: 1.')
    expect(filled.out).not.toContain('not read')
  })
})
