import { describe, expect, it } from 'vitest'
import { CatalogError } from '../../src/index.js'
import { readTable, type Table } from '../../src/exchange/csv/read-table.js'
import { LIMITS, type Limits } from '../../src/exchange/csv/limits.js'

const ROWS = [
  ['Tên sản phẩm', 'Tỉnh'],
  ['Cà phê, loại 1; rang', 'Đắk Lắk'],
  ['Mật ong', 'Long An'],
]

const written = (delimiter: string, newline = '\n'): string =>
  ROWS.map((cells) => cells.map((cell) => (/[,;]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)).join(newline)

const contentOf = ({ headings, rows }: Table) => [headings, ...rows.map(({ cells }) => cells)]

const read = (file: string | Buffer, limits: Partial<Limits> = {}) =>
  readTable(Buffer.isBuffer(file) ? file : Buffer.from(file), { ...LIMITS, ...limits })

async function refusalOf(file: string | Buffer, limits: Partial<Limits> = {}): Promise<string> {
  const error: unknown = await read(file, limits).catch((reason: unknown) => reason)
  if (!(error instanceof CatalogError)) throw new Error('the file was read')
  expect(error.code).toBe('INVALID_INPUT')
  return String(error.issues[0]?.params['whyEn'])
}

describe('a CSV file', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is read with %s', async (_, delimiter) => {
    expect(contentOf(await read(written(delimiter)))).toEqual(ROWS)
    expect(contentOf(await read(written(delimiter, '\r\n')))).toEqual(ROWS)
  })

  it('is read by the delimiter that Excel names on its first line', async () => {
    const table = await read(`sep=;\r\n${written(';', '\r\n')}`)
    expect(contentOf(table)).toEqual(ROWS)
    expect(table.rows[0]?.number).toBe(3)
  })

  it.each([
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${written(',')}`)],
    ['UTF-16LE with byte order mark', Buffer.from(`\uFEFF${written('\t')}`, 'utf16le')],
    ['UTF-16BE with byte order mark', Buffer.from(`\uFEFF${written('\t')}`, 'utf16le').swap16()],
    ['UTF-16LE without', Buffer.from(written(','), 'utf16le')],
    ['UTF-16BE without', Buffer.from(written(','), 'utf16le').swap16()],
  ])('is read as %s', async (_, file) => {
    expect(contentOf(await read(file))).toEqual(ROWS)
  })

  it('numbers rows as a spreadsheet does, blank ones and cells of several lines included', async () => {
    const { rows } = await read('name,note\nA,"two\nlines"\n\n,\nB,\n')
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [2, 'A'],
      [5, 'B'],
    ])
  })

  it('keeps Vietnamese letters whole across the borders of the pieces in which it is read', async () => {
    const name = 'Đặc sản Ngọc Linh – ẩm thực truyền thống '.repeat(40)
    const { rows } = await read(`name\n${`${name}\n`.repeat(200)}`)
    expect(new Set(rows.map(({ cells }) => cells[0]))).toEqual(new Set([name]))
  })
})

describe('a file that cannot be read is refused with the way to mend it', () => {
  it('an Excel workbook', async () => {
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/old Excel workbook.*\.xlsx/)
  })

  it('another encoding, naming the first line', async () => {
    const file = Buffer.concat([
      Buffer.from('name,province\nTea,Long An\nC'),
      Buffer.from([0xe0]),
      Buffer.from(' ph\n'),
    ])
    expect(await refusalOf(file)).toMatch(/Line 3 is not UTF-8.*CSV UTF-8/)
  })

  it('a quotation mark that is never closed, naming its row', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => (index === 10 ? '"Tea,Long An' : 'Tea,Long An'))
    expect(await refusalOf(`name,province\n${lines.join('\n')}`)).toMatch(/opened in row 12 /)
  })

  it.each([
    ['an empty file', ''],
    ['a file of blank lines', '\n\n,,\n'],
    ['a file of zeros', Buffer.alloc(4000)],
  ])('%s', async (_, file) => {
    expect(await refusalOf(file)).toMatch(/empty|headings|damaged/)
  })

  it('too many bytes, rows, columns or characters in a cell', async () => {
    expect(await refusalOf('name\nA\n', { bytes: 4 })).toMatch(/too large/)
    expect(await refusalOf('name\nA\nB\nC\n', { rows: 2 })).toMatch(/more than 2 rows/)
    expect(await refusalOf('a,b,c,d\n', { columns: 3 })).toMatch(/Row 1 has 4 columns/)
    expect(await refusalOf(`name\n${'x'.repeat(30)}\n`, { cell: 20 })).toMatch(/row 2, column 1 is too long/)
  })
})
