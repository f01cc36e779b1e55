import type { CatalogChanges } from '../../catalog/changes.js'
import { CatalogError, fieldError, type FieldIssue } from '../../catalog/errors.js'
import type { Catalog } from '../../site/catalog.js'
import type { TableRow } from '../csv/read-table.js'
import { visible } from '../csv/visible.js'
import type { Columns, RowOf } from './column.js'
import { gatherIssues, type Fault } from './fault.js'
import type { Applied, ImportKind, ImportTarget, Outcome, PlannedRow, PlanOptions } from './import-kind.js'
import { inSlices } from '../../site/requests/give-way.js'
import { headingReader, mapColumns, type ColumnMap } from './map-columns.js'
import { readFile, type FileOptions } from './read-file.js'
import { cellText, readForAllRows, readRow } from './read-row.js'
import { splitSideRows, type SideRow } from './side-rows.js'

/** How a file is read, and who hears of its progress. */
export interface ImportOptions extends PlanOptions, FileOptions {
  /** Which field a heading is, where the heading does not say it itself: `new Map([['Cột A', 'name']])`. */
  readonly columns?: ReadonlyMap<string, string>
  /** What holds for every row of a file that has no column for it: `new Map([['province', 'Đắk Lắk']])`. */
  readonly forAllRows?: ReadonlyMap<string, string>
  /** Hears the headings and what each means, before any row is checked: also those of a file that lacks a column. */
  readonly onColumns?: (columns: ImportPreview['columns']) => void
  /** Hears how many of the rows are checked. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What an import would do, row by row, before anything is done. */
export interface ImportPreview {
  /** How many entries lie below the headings. */
  readonly rows: number
  /** How many rows would do what, and how many have faults. */
  readonly counts: Readonly<Record<Outcome | 'faulty', number>>
  /** The rows that would add or change something, or look like something that is there. */
  readonly planned: readonly ({ readonly row: number } & PlannedRow)[]
  /** Every fault of every row. */
  readonly faults: readonly Fault[]
  /** The file's headings, and which field each is read as; null for those that are not read. */
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[]
  /** What was stated for all rows, by field. */
  readonly forAllRows: readonly { readonly field: string; readonly value: string }[]
  /** The sheet of a workbook that was read, and the names of all; null and none for CSV. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** Rows that are no entries, and so neither counted nor read: headings of parts, sums, signatures. */
  readonly sideRows: readonly SideRow[]
  /** Headings whose columns are not read. */
  readonly unknownColumns: readonly string[]
  /** About so many bytes of memory it takes while it is held. */
  readonly memory: number
  /** The records that it would save; empty for sales, which go to the ledger. */
  readonly changes: CatalogChanges
  /**
   * Does exactly what the preview says, all or nothing.
   * @throws {CatalogError} `INVALID_INPUT` while there are faults; `CONFLICT` when what it is based on changed meanwhile;
   * `STORE_UNAVAILABLE`.
   */
  readonly apply: (target?: ImportTarget) => Promise<Applied>
}

/** After so many rows it is told how far it is. */
const TOLD_EVERY = 100
const SHOWN_CHARACTERS = 80

/** Bytes of memory: a record with what it was before and will be; a fault; a letter. Measured, and rounded up. */
const [PLANNED_ROW, FAULT, LETTER] = [2500, 200, 2]

const shorten = (text: string): string =>
  visible(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)

const toFault = (row: TableRow, issue: FieldIssue, headings: readonly string[], { positions }: ColumnMap): Fault => {
  const position = positions.get(issue.path)
  const column = position === undefined ? null : (headings[position] ?? null)
  return { row: row.number, column, value: shorten(cellText(row, position)), issue }
}

function toColumns(headings: readonly string[], { positions }: ColumnMap): ImportPreview['columns'] {
  const fields = new Map([...positions].map(([field, position]) => [position, field]))
  return headings.flatMap((heading, position) =>
    heading === '' ? [] : [{ heading, field: fields.get(position) ?? null }],
  )
}

const isWorthShowing = ({ outcome, looksLike }: PlannedRow): boolean =>
  outcome === 'new' || outcome === 'changed' || looksLike !== undefined

/**
 * Reads a CSV or Excel file and says what importing it would do. Nothing is changed until {@link ImportPreview.apply}.
 *
 * The same file a second time changes nothing. Blank cells say nothing: they never erase what the catalog knows.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the file cannot be read at all or lacks a required column; faults of rows
 * are in the preview.
 */
export async function previewImport<C extends Columns>(
  kind: ImportKind<C>,
  file: Buffer,
  catalog: Catalog,
  options: ImportOptions = {},
): Promise<ImportPreview> {
  if (!(file instanceof Uint8Array))
    throw fieldError('file', 'wrongType', { expected: 'Buffer (await readFile(path))' })
  const fieldOf = headingReader(kind.columns)
  const isHeading = (text: string) => fieldOf(text) !== undefined || (options.columns?.has(text.trim()) ?? false)
  const { table, sheet, sheets } = await readFile(file, isHeading, options)
  const { headings } = table
  options.onColumns?.(
    headings
      .filter((heading) => heading !== '')
      .map((heading) => ({ heading, field: options.columns?.get(heading) ?? fieldOf(heading) ?? null })),
  )
  const map = mapColumns(headings, kind.columns, options.columns, options.forAllRows)
  const stated = readForAllRows(kind.columns, map)
  const { entries: rows, sides: sideRows } = await splitSideRows(table.rows, kind.columns, map)
  const plan = await kind.openPlan(catalog, options)
  if (map.forAllRows.size > 0) plan.look(stated as Partial<RowOf<C>>)
  const counts = { new: 0, changed: 0, unchanged: 0, repeated: 0, faulty: 0 }
  const planned: ({ row: number } & PlannedRow)[] = []
  const faults: Fault[] = []
  let checked = 0
  let characters = 0
  const lookedUp = (readable: Readonly<Record<string, unknown>>): readonly FieldIssue[] => {
    const looked = gatherIssues(() => plan.look(readable as Partial<RowOf<C>>))
    return 'issues' in looked ? looked.issues : []
  }
  for await (const row of inSlices(rows)) {
    if (checked++ % TOLD_EVERY === 0) options.onProgress?.(checked - 1, rows.length)
    for (const position of map.positions.values()) characters += row.cells[position]?.length ?? 0
    const read = readRow(row, headings.length, kind.columns, map)
    const outcome =
      'issues' in read
        ? { issues: [...read.issues, ...lookedUp(read.readable)] }
        : gatherIssues(() => plan.add(read.value as RowOf<C>, row.number))
    if ('issues' in outcome) {
      counts.faulty++
      faults.push(...outcome.issues.map((issue) => toFault(row, issue, headings, map)))
    } else {
      counts[outcome.value.outcome]++
      if (isWorthShowing(outcome.value)) planned.push({ row: row.number, ...outcome.value })
    }
  }
  options.onProgress?.(rows.length, rows.length)
  const known = (await plan.known?.()) ?? new Set<number>()
  plan.close()
  return {
    rows: rows.length,
    counts: { ...counts, new: counts.new - known.size, unchanged: counts.unchanged + known.size },
    planned: planned.filter(({ row }) => !known.has(row)),
    faults,
    columns: toColumns(headings, map),
    forAllRows: [...map.forAllRows].map(([field, value]) => ({ field, value })),
    sheet,
    sheets,
    sideRows: sideRows.map(({ row, text }) => ({ row, text: shorten(text) })),
    unknownColumns: map.unknown,
    memory: PLANNED_ROW * planned.length + FAULT * faults.length + LETTER * characters,
    changes: plan.changes,
    apply: async (target) => {
      if (faults.length > 0) throw new CatalogError('INVALID_INPUT', { issues: faults.map(({ issue }) => issue) })
      return plan.apply(target)
    },
  }
}
