import { describe, expect, it } from 'vitest'
import { issueText, type FieldIssue } from '../../src/catalog/errors.js'
import type * as ReadWorkbook from '../../src/exchange/xlsx/read-workbook.js'
import { packArchive, sheetXml, withPart, workbookParts, type Packed } from '../support/archive.js'
import { built } from '../support/built.js'

const { readWorkbook } = (await built('exchange/xlsx/read-workbook.js')) as typeof ReadWorkbook

const MB = 2 ** 20
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
const SHEET = 'xl/worksheets/sheet1.xml'

async function refusalOf(file: Buffer): Promise<string> {
  const before = process.memoryUsage().rss
  const error = await readWorkbook(file).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ code: 'INVALID_INPUT' })
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * MB)
  const [issue] = (error as { issues: readonly FieldIssue[] }).issues
  return issue ? issueText(issue, 'en') : ''
}

const workbook = (...parts: Packed[]) => packArchive(parts.reduce(withPart, workbookParts(ROW)))

describe('a workbook that is meant to harm', () => {
  it('a sheet of a gigabyte is refused by what the archive says, unread', async () => {
    const file = workbook({ name: SHEET, bytes: sheetXml(ROW), says: 1024 * MB })
    expect(await refusalOf(file)).toMatch(/unpacks to too much/)
  })

  it('a sheet that says it is small and is not', async () => {
    const file = workbook({ name: SHEET, bytes: Buffer.alloc(200 * MB, ' '), says: 1000 })
    expect(file.length).toBeLessThan(MB)
    expect(await refusalOf(file)).toMatch(/unpacks to too much/)
  })

  it('a size that is a small lie', async () => {
    const file = workbook({ name: SHEET, bytes: sheetXml(ROW), says: 5 })
    expect(await refusalOf(file)).toMatch(/damaged/)
  })

  it('20,000 files in one', async () => {
    const files = Array.from({ length: 20_000 }, (_, index) => ({ name: `xl/media/${index}.png`, bytes: '' }))
    expect(await refusalOf(packArchive([...workbookParts(ROW), ...files]))).toMatch(/20006 files; at most 1000/)
  })

  it.each([
    ['DOCTYPE in a sheet', SHEET, `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetXml(ROW)}`],
    [
      'a billion laughs in the texts',
      'xl/sharedStrings.xml',
      '<!DOCTYPE lolz [<!ENTITY lol "lol">]><sst><si><t>&lol;</t></si></sst>',
    ],
    ['the same in UTF-16', SHEET, Buffer.from(`\uFEFF<!DOCTYPE x>${sheetXml(ROW)}`, 'utf16le')],
  ])('%s', async (_what, name, bytes) => {
    expect(await refusalOf(workbook({ name, bytes }))).toMatch(/DOCTYPE or XML entities/)
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'xl\\..\\evil.xml', 'C:/evil.xml'])('a file named %s', async (name) => {
    expect(await refusalOf(workbook({ name, bytes: '' }))).toMatch(/leads outside/)
  })

  it('one long text that thousands of cells share, and none of them holds more than a cell may', async () => {
    const texts = `<sst><si><t>${'A'.repeat(9000)}</t></si></sst>`
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`,
    )
    const file = workbook(
      { name: SHEET, bytes: sheetXml(rows.join('')) },
      { name: 'xl/sharedStrings.xml', bytes: texts },
    )
    expect(file.length).toBeLessThan(MB)
    expect(await refusalOf(file)).toMatch(/unpacks to too much/)
  })

  it('files that lie over each other, thousands of times what is packed once', async () => {
    const sheets = Array.from({ length: 900 }, (_, index) => ({
      name: `xl/worksheets/over${index}.xml`,
      bytes: '',
      over: SHEET,
    }))
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(3000)
    const file = workbook({ name: SHEET, bytes: sheetXml(rows) }, ...sheets)
    expect(await refusalOf(file)).toMatch(/unpacks to too much/)
  })

  it('an archive within the archive', async () => {
    expect(await refusalOf(workbook({ name: 'xl/embeddings/inner.zip', bytes: '' }))).toMatch(/another archive inside/)
  })

  it('one cell at the far end of a million rows of sixteen thousand columns', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    )
    expect(await refusalOf(workbook({ name: SHEET, bytes: sheetXml(rows.join('')) }))).toMatch(/unpacks to too much/)
  })

  it('a row number beyond all numbers', async () => {
    const rows = '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'
    expect(await refusalOf(workbook({ name: SHEET, bytes: sheetXml(rows) }))).toMatch(
      /unpacks to too much|cannot be read/,
    )
  })

  it.each([
    ['a file that is cut off', packArchive(workbookParts(ROW)).subarray(0, 900)],
    ['nothing but the first four letters', Buffer.from('PK\u0003\u0004')],
    ['an archive of something else', packArchive([{ name: 'word/document.xml', bytes: '<w/>' }])],
  ])('%s', async (_what, file) => {
    expect(await refusalOf(file)).toMatch(/damaged|no \.xlsx workbook/)
  })
})
