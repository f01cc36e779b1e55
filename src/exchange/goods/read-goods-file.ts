import { CatalogError, type FieldIssue } from '../../catalog/errors.js'
import type { GoodsChange } from '../../site/goods.js'
import { rowIssue } from '../import/fault.js'
import { headingReader, mapColumns } from '../import/map-columns.js'
import { readFile } from '../import/read-file.js'
import { readRow } from '../import/read-row.js'
import { splitSideRows } from '../import/side-rows.js'
import { goodsColumns } from './goods-columns.js'

/** Names the row of a fault as the spreadsheet numbers it. */
const inRow = (number: number, { path, code, params }: FieldIssue): FieldIssue => ({
  path: `${number}.${path}`,
  code,
  params,
})

const twice = (first: number): FieldIssue =>
  rowIssue('sku', `Dòng ${first} đã có mã này; hãy giữ một.`, `Row ${first} has this SKU already; keep one of them.`)

/**
 * Reads a producer's table from CSV or Excel: new prices and stock by SKU. A blank cell leaves what there is, and a row
 * that sums up is none of the goods.
 *
 * @param own - The producer's SKUs, so that a row of any other is told with the rest; none are looked up without it.
 * @throws {CatalogError} `INVALID_INPUT` when it is no such table, or with every fault by row and column: `7.price`.
 */
export async function readGoodsFile(file: Buffer, own?: ReadonlySet<string>): Promise<GoodsChange[]> {
  const fieldOf = headingReader(goodsColumns)
  const { table } = await readFile(file, (heading) => fieldOf(heading) !== undefined)
  const map = mapColumns(table.headings, goodsColumns)
  const issues: FieldIssue[] = []
  const seen = new Map<string, number>()
  const { entries } = await splitSideRows(table.rows, goodsColumns, map)
  const rows = entries.flatMap((row): GoodsChange[] => {
    const read = readRow(row, table.headings.length, goodsColumns, map)
    if ('issues' in read) {
      issues.push(...read.issues.map((issue) => inRow(row.number, issue)))
      return []
    }
    const { sku, price, stock } = read.value as unknown as GoodsChange
    const first = seen.get(sku)
    if (own && !own.has(sku)) issues.push(inRow(row.number, { path: 'sku', code: 'notFound', params: { value: sku } }))
    else if (first !== undefined) issues.push(inRow(row.number, twice(first)))
    else seen.set(sku, row.number)
    return [{ sku, ...(price == null ? {} : { price }), ...(stock === undefined ? {} : { stock }) }]
  })
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return rows
}
