import { CatalogError, type FieldIssue } from '../../catalog/errors.js'
import type { GoodsChange } from '../../site/goods.js'
import { headingReader, mapColumns } from '../import/map-columns.js'
import { readFile } from '../import/read-file.js'
import { readRow } from '../import/read-row.js'
import { goodsColumns } from './goods-columns.js'

/** Names the row of a fault as the spreadsheet numbers it. */
const inRow = (number: number, { path, code, params }: FieldIssue): FieldIssue => ({
  path: `${number}.${path}`,
  code,
  params,
})

/**
 * Reads a producer's table from CSV or Excel: new prices and stock by SKU. A blank cell leaves what there is.
 *
 * @throws {CatalogError} `INVALID_INPUT` when it is no such table, or with every fault by row and column: `7.price`.
 */
export async function readGoodsFile(file: Buffer): Promise<GoodsChange[]> {
  const fieldOf = headingReader(goodsColumns)
  const { table } = await readFile(file, (heading) => fieldOf(heading) !== undefined)
  const map = mapColumns(table.headings, goodsColumns)
  const issues: FieldIssue[] = []
  const rows = table.rows.flatMap((row): GoodsChange[] => {
    const read = readRow(row, table.headings.length, goodsColumns, map)
    if ('issues' in read) {
      issues.push(...read.issues.map((issue) => inRow(row.number, issue)))
      return []
    }
    const { sku, price, stock } = read.value as unknown as GoodsChange
    return [{ sku, ...(price == null ? {} : { price }), ...(stock === undefined ? {} : { stock }) }]
  })
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return rows
}
