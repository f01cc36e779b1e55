import { CatalogError, type FieldIssue } from '../../catalog/errors.js'

/** What is wrong with one cell, or with one row as a whole. */
export interface Fault {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number
  /** The heading as the file has it; null when the fault is the row's. */
  readonly column: string | null
  /** The cell's text, shortened. */
  readonly value: string
  readonly issue: FieldIssue
}

/** An issue whose path is the field it is about; empty for the row as a whole. */
export const rowIssue = (field: string, why: string, whyEn: string): FieldIssue => ({
  path: field,
  code: 'inconsistent',
  params: { why, whyEn },
})

/** Refuses a row; the issues' paths are field names. */
export const refuseRow = (...issues: readonly FieldIssue[]): CatalogError =>
  new CatalogError('INVALID_INPUT', { issues })

/** The issues that `attempt` refuses with, or its result. Other errors go on. */
export function gatherIssues<T>(attempt: () => T): { value: T } | { issues: readonly FieldIssue[] } {
  try {
    return { value: attempt() }
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'INVALID_INPUT') return { issues: error.issues }
    throw error
  }
}

/** The results of all attempts; refuses with the issues of all that fail. */
export function attemptAll<A extends Readonly<Record<string, () => unknown>>>(
  attempts: A,
): { [K in keyof A]: ReturnType<A[K]> } {
  const outcomes = Object.entries(attempts).map(([name, attempt]) => [name, gatherIssues(attempt)] as const)
  const issues = outcomes.flatMap(([, outcome]) => ('issues' in outcome ? outcome.issues : []))
  if (issues.length > 0) throw refuseRow(...issues)
  return Object.fromEntries(
    outcomes.map(([name, outcome]) => [name, 'value' in outcome ? outcome.value : undefined]),
  ) as { [K in keyof A]: ReturnType<A[K]> }
}
