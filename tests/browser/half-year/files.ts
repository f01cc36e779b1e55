import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'

const SAMPLE = path.resolve(import.meta.dirname, '../../../data/sample/ocop-products.csv')

type Row = Readonly<Record<string, string>>

/** The real recognitions that the package ships: 383, each with its source. */
export async function realProducts(): Promise<readonly Row[]> {
  return parse(await readFile(SAMPLE), { columns: true, bom: true })
}

const workbook = (rows: SheetData): Promise<Buffer> => writeWorkbook(rows).toBuffer()

/** The list as an office keeps it in Excel: a title in merged cells above the headings, the years as numbers. */
export function productWorkbook(rows: readonly Row[]): Promise<Buffer> {
  const headings = [
    'Tên sản phẩm',
    'Chủ thể',
    'Tỉnh',
    'Huyện, xã',
    'Phân nhóm',
    'Hạng sao',
    'Năm',
    'Mức chứng cứ',
    'Nguồn',
  ]
  const fields = [
    'name',
    'producer',
    'province',
    'district_or_commune',
    'category',
    'stars',
    'year',
    'evidence',
    'source',
  ]
  const cell = (field: string, text = '') =>
    text === '' ? null : /^(?:stars|year)$/.test(field) ? { type: Number, value: Number(text) } : { value: text }
  return workbook([
    [{ value: 'DANH MỤC SẢN PHẨM OCOP', fontWeight: 'bold', columnSpan: headings.length }],
    headings.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => fields.map((field) => cell(field, row[field]))),
  ] as SheetData)
}

/** Where products of a province stand on a platform, as the platform sends it: UTF-16 with semicolons. */
export function listingsOf(rows: readonly Row[], platform: string, day: string): Buffer {
  const lines = rows.map((row) =>
    [row['name'], row['producer'], platform, 'đang bán', day].map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`),
  )
  const table = [['Tên sản phẩm', 'Chủ thể', 'Sàn', 'Tình trạng', 'Ngày lên sàn'], ...lines]
  return Buffer.from(`\ufeff${table.map((cells) => cells.join(';')).join('\r\n')}\r\n`, 'utf16le')
}

/** One row for each transaction that the platform reports, on days as Excel keeps them, over the days of `days`. */
export function transactionWorkbook(
  count: number,
  platform: string,
  province: string,
  days: readonly Date[],
): Promise<Buffer> {
  const headings = ['Sàn', 'Mã đơn', 'Ngày đặt', 'Tỉnh', 'Thành tiền'].map((value) => ({
    value,
    fontWeight: 'bold' as const,
  }))
  const rows = Array.from({ length: count }, (_, index) => [
    { value: platform },
    { value: `PM-${String(index + 1).padStart(6, '0')}` },
    { type: Date, value: days[index % days.length] ?? new Date(), format: 'dd/mm/yyyy' },
    { value: province },
    { type: Number, value: 85_000 + (index % 40) * 5_000 },
  ])
  return workbook([headings, ...rows] as SheetData)
}

/** What the platform says of other provinces, as one statement each, so that the ranking has somebody ahead. */
export function statementsCsv(
  platform: string,
  from: string,
  until: string,
  provinces: Readonly<Record<string, number>>,
): Buffer {
  const lines = Object.entries(provinces).map(
    ([province, count]) => `${platform},KY-${province},${from},${until},${count},${province}`,
  )
  return Buffer.from(['\ufeffSàn,Số báo cáo,Từ ngày,Đến ngày,Số giao dịch,Tỉnh', ...lines].join('\r\n'))
}
