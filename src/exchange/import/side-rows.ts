import { fold } from '../../catalog/text.js'
import { inSlices } from '../../site/requests/give-way.js'
import type { TableRow } from '../csv/read-table.js'
import type { Columns } from './column.js'
import type { ColumnMap } from './map-columns.js'
import { cellText } from './read-row.js'

/** A row of a table that is no entry: the heading of a part, a sum, or what stands below the table. */
export interface SideRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number
  /** The first words in it. */
  readonly text: string
}

/** A cell that says nothing but that its row sums up: `Tổng cộng`, `Cộng nhóm I`, `Tổng số: 12 sản phẩm`. */
const TOTAL = /^(?:tong cong|tong so|tong|cong|total)(?=$|\s*[:.(\d]|\s+(?:nhom|muc|phan|[ivx]+)(?:\s|$))/
/** How a part of a list is numbered: `II`, `B`, `III.` before its name. A plain number is that of an entry. */
const NUMERAL = /^(?:[ivx]+|[a-h])[.)]?$/
const NUMBERED = /^(?:[ivx]+|[a-h])[.)]\s/
/** What parts of a list are named after. */
const PART = /^(?:nhom|phan nhom|bo san pham|phan|huyen|thi xa|thanh pho|xa|phuong|tinh|nam|dot)\s/

const filledCells = (row: TableRow): string[] =>
  row.cells.map((_, position) => cellText(row, position)).filter((text) => text !== '')
const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

/** Tells entries of a table from the rows that offices put between and below them. */
class SideRowFinder {
  readonly #mapped: readonly number[]
  readonly #required: readonly number[]

  constructor(columns: Columns, { positions }: ColumnMap) {
    this.#mapped = [...positions.values()]
    this.#required = Object.entries(columns).flatMap(([field, { required }]) => {
      const position = positions.get(field)
      return required && position !== undefined ? [position] : []
    })
  }

  isWhole(row: TableRow): boolean {
    return this.#required.every((position) => cellText(row, position) !== '')
  }

  isTotal(row: TableRow): boolean {
    const first = row.cells.findIndex((_, position) => cellText(row, position) !== '')
    return first !== -1 && TOTAL.test(fold(cellText(row, first)))
  }

  /** One cell that is read, and that one written as the name of a part. */
  isPartHeading(row: TableRow, filled: readonly string[]): boolean {
    const [name, ...more] = this.#mapped.map((position) => cellText(row, position)).filter((text) => text !== '')
    if (name === undefined || more.length > 0) return false
    const [first = ''] = filled
    return isCapitals(name) || NUMERAL.test(fold(first)) || NUMBERED.test(fold(name)) || PART.test(fold(name))
  }
}

/**
 * Parts the rows into entries and those that are none, which a list for people has: headings of its parts (`NHÓM THỰC
 * PHẨM`), sums (`Tổng cộng`), and below the last entry, after a sum or a blank row, who made and signed it. Apart from
 * sums they all lack a cell that an entry must have, so no whole entry is ever taken for one. They are told, not hidden.
 */
export async function splitSideRows(
  rows: readonly TableRow[],
  columns: Columns,
  map: ColumnMap,
): Promise<{ readonly entries: readonly TableRow[]; readonly sides: readonly SideRow[] }> {
  const finder = new SideRowFinder(columns, map)
  const read: { row: TableRow; isSum: boolean; isEntry: boolean }[] = []
  for await (const row of inSlices(rows)) {
    const isSum = finder.isTotal(row)
    read.push({ row, isSum, isEntry: !isSum && finder.isWhole(row) })
  }
  const last = read.findLastIndex(({ isEntry }) => isEntry)
  const entries: TableRow[] = []
  const sides: SideRow[] = []
  let isBelow = false
  for (const [index, { row, isSum, isEntry }] of read.entries()) {
    const before = rows[index - 1]
    if (last !== -1 && index > last) isBelow ||= isSum || (before !== undefined && row.number > before.number + 1)
    const filled = isEntry ? [] : filledCells(row)
    const isNumbered = /^\d+$/.test(filled[0] ?? '')
    const isSide = isSum || (!isEntry && !isNumbered && (isBelow || finder.isPartHeading(row, filled)))
    if (isSide) sides.push({ row: row.number, text: filled.slice(0, 2).join(' ') })
    else entries.push(row)
  }
  return { entries, sides }
}
