import type { FieldIssue } from '../../catalog/errors.js'
import { refuseRow, rowIssue } from './fault.js'
import type { Difference, Facts, Outcome } from './import-kind.js'

/** What a row makes of one record. */
export interface Statement {
  readonly id: string
  readonly before: Facts
  readonly after: Facts
}

const differences = (before: Facts, after: Facts): Difference[] =>
  Object.entries(after).flatMap(([field, value]) =>
    value === (before[field] ?? '') ? [] : [{ field, before: before[field] ?? '', after: value }],
  )

const contradiction = (row: number, { field, before }: Difference): FieldIssue =>
  rowIssue(
    field,
    `Dòng ${row} đã ghi “${before}” cho cùng nội dung này; hãy giữ một.`,
    `Row ${row} says “${before}” of the same thing; keep one of them.`,
  )

/** Remembers which row of a file first spoke of which record, to find repetitions and contradictions within the file. */
export class Statements {
  readonly #rows = new Map<string, number>()

  /** Forgets every row. */
  clear(): void {
    this.#rows.clear()
  }

  /**
   * @param isKnown - Whether the thing that the row is about was there before it.
   * @throws {CatalogError} `INVALID_INPUT` when an earlier row of the file says something else, paths being field names.
   */
  take(
    row: number,
    isKnown: boolean,
    statements: readonly Statement[],
  ): { outcome: Outcome; differences: readonly Difference[]; facts: Facts } {
    const found = statements.map(({ id, before, after }) => ({
      earlier: this.#rows.get(id),
      changes: differences(before, after),
    }))
    const contradictions = found.flatMap(({ earlier, changes }) =>
      earlier === undefined
        ? []
        : changes.filter(({ before }) => before !== '').map((change) => contradiction(earlier, change)),
    )
    if (contradictions.length > 0) throw refuseRow(...contradictions)
    for (const { id } of statements) if (!this.#rows.has(id)) this.#rows.set(id, row)
    const facts = Object.assign({}, ...statements.map(({ after }) => after)) as Facts
    if (!isKnown) return { outcome: 'new', differences: [], facts }
    const changes = found.flatMap((statement) => statement.changes)
    const isRepeated = found.every(({ earlier }) => earlier !== undefined)
    const outcome = changes.length > 0 ? 'changed' : isRepeated ? 'repeated' : 'unchanged'
    return { outcome, differences: changes, facts }
  }
}
