import { CatalogError, type FieldIssue } from '../../catalog/errors.js'
import { toSlug } from '../../catalog/text.js'
import type { Column, Columns } from './column.js'

/** Where the fields stand in a file. */
export interface ColumnMap {
  /** Position of each field that the file has. */
  readonly positions: ReadonlyMap<string, number>
  /** Headings that mean nothing to this import; their cells are not read. */
  readonly unknown: readonly string[]
  /** What the person states for all rows, of fields that no column gives. */
  readonly forAllRows: ReadonlyMap<string, string>
}

/** Headings compare without marks, case, punctuation and remarks in brackets. */
const keyOf = (heading: string): string => toSlug(heading.replace(/\([^()]*\)/g, ' '))

const issue = (path: string, why: string, whyEn: string): FieldIssue => ({
  path,
  code: 'inconsistent',
  params: { why, whyEn },
})

const fieldsByKey = (columns: Columns): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(columns).flatMap(([field, { vi, en, synonyms }]) =>
      [field, vi, en, ...synonyms].map((heading): [string, string] => [keyOf(heading), field]),
    ),
  )

/** Says which field a heading means, undefined for none. */
export const headingReader = (columns: Columns): ((heading: string) => string | undefined) => {
  const known = fieldsByKey(columns)
  return (heading) => known.get(keyOf(heading))
}

const missing = (field: string, { vi, en, forAllRows }: Column): FieldIssue =>
  issue(
    field,
    `Thiếu cột “${vi}” (${field}). Hãy thêm cột này vào tệp, ${forAllRows ? '' : 'hoặc '}chọn cột của tệp ứng với nó${forAllRows ? ', hoặc ghi chung cho cả tệp' : ''}.`,
    `The column “${en}” (${field}) is missing. Add it to the file, ${forAllRows ? '' : 'or '}say which column of the file it is${forAllRows ? ', or state it for all rows' : ''}.`,
  )

/** What is wrong with what a person states for all rows. */
function faultOfStated(field: string, columns: Columns, heading: string | undefined): FieldIssue | null {
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined
  if (!column?.forAllRows) {
    const fields = Object.keys(columns).filter((name) => columns[name]?.forAllRows)
    return issue(
      field,
      `Không ghi “${field}” chung cho cả tệp được; ghi chung được: ${fields.join(', ')}.`,
      `“${field}” cannot be stated for all rows; these can: ${fields.join(', ')}.`,
    )
  }
  if (heading === undefined) return null
  return issue(
    field,
    `Tệp có cột “${heading}” là “${column.vi}”, nên không ghi chung cho cả tệp.`,
    `The file’s column “${heading}” is “${column.en}”, so it is not stated for all rows.`,
  )
}

function readChosen(chosen: ReadonlyMap<string, string>, headings: readonly string[], columns: Columns) {
  const issues: FieldIssue[] = []
  const fields = new Map<number, string>()
  for (const [heading, field] of chosen) {
    const position = headings.findIndex((found) => found === heading || keyOf(found) === keyOf(heading))
    if (position === -1)
      issues.push(issue(heading, `Tệp không có cột “${heading}”.`, `The file has no column “${heading}”.`))
    else if (!Object.hasOwn(columns, field))
      issues.push(
        issue(
          heading,
          `Không có trường “${field}”; các trường: ${Object.keys(columns).join(', ')}.`,
          `There is no field “${field}”; the fields are ${Object.keys(columns).join(', ')}.`,
        ),
      )
    else fields.set(position, field)
  }
  return { fields, issues }
}

/**
 * Finds the fields by the headings of a file, in any order, in Vietnamese or English.
 *
 * @param chosen - Headings whose field the person names; they go before what the headings say.
 * @param forAllRows - What the person states for all rows, by field.
 * @throws {CatalogError} `INVALID_INPUT` naming every required column that is missing, every field that two columns
 * claim, and every choice that fits nothing.
 */
export function mapColumns(
  headings: readonly string[],
  columns: Columns,
  chosen: ReadonlyMap<string, string> = new Map(),
  forAllRows: ReadonlyMap<string, string> = new Map(),
): ColumnMap {
  const fieldOf = headingReader(columns)
  const { fields, issues } = readChosen(chosen, headings, columns)
  const taken = new Set(fields.values())
  const positions = new Map<string, number>()
  const unknown: string[] = []
  for (const [position, heading] of headings.entries()) {
    const meant = fieldOf(heading)
    const field = fields.get(position) ?? (meant !== undefined && taken.has(meant) ? undefined : meant)
    const first = field === undefined ? undefined : positions.get(field)
    if (field === undefined) {
      if (heading !== '') unknown.push(heading)
    } else if (first === undefined) positions.set(field, position)
    else
      issues.push(
        issue(
          field,
          `Hai cột “${headings[first] ?? ''}” và “${heading}” cùng là “${columns[field]?.vi ?? field}”.`,
          `The columns “${headings[first] ?? ''}” and “${heading}” are both “${columns[field]?.en ?? field}”.`,
        ),
      )
  }
  for (const [field, column] of Object.entries(columns))
    if (column.required && !positions.has(field) && !forAllRows.has(field)) issues.push(missing(field, column))
  for (const field of forAllRows.keys()) {
    const position = positions.get(field)
    const fault = faultOfStated(field, columns, position === undefined ? undefined : headings[position])
    if (fault) issues.push(fault)
  }
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return { positions, unknown, forAllRows }
}
