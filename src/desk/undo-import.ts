import type { CatalogChanges } from '../catalog/changes.js'
import type { Day } from '../catalog/day.js'
import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import type { ImportedRecord, ImportRecord } from '../catalog/office/import-record.js'
import type { CatalogState } from '../catalog/state.js'

type Fields = Readonly<Record<string, unknown>>

/** The day on which a certificate of an import began, so that taking it back leaves no day on which it counted. */
const firstDay = (issuedOn: unknown, today: Day): string =>
  typeof issuedOn === 'string' ? `${issuedOn}-01-01`.slice(0, 10) : today

/**
 * What becomes of a record that an import made: nothing is ever deleted, since orders and the trail may name it. A
 * product leaves the shop, a listing and a certificate stand as if they had never been valid; a producer stays, since
 * without products nobody meets it.
 */
function retired({ collection }: ImportedRecord, current: Fields, today: Day): Fields | null {
  if (collection === 'products') return { ...current, status: 'withdrawn' }
  if (collection === 'listings') return { ...current, status: 'removed', delistedOn: current['listedOn'] }
  if (collection === 'certificates')
    return { ...current, withdrawn: { on: firstDay(current['issuedOn'], today), ground: 'otherFinding' } }
  return null
}

/** Without what the catalog stamps on a record as it is written. */
const unstamped = (record: Fields): Fields =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'version' && name !== 'changedAt'))

const changedSince = ({ collection, id }: ImportedRecord): FieldIssue => ({
  path: `${collection}.${id}`,
  code: 'inconsistent',
  params: {
    why: `“${id}” đã được sửa sau khi nhập nên không hoàn tác được.`,
    whyEn: `“${id}” was changed after the import, so it cannot be taken back.`,
  },
})

/**
 * The changes that take an import back: what it changed is as it was before, what it added is retired.
 *
 * @throws {CatalogError} `INVALID_INPUT` with an issue for each record that somebody changed since; nothing is undone then.
 */
export function undoChanges({ records }: ImportRecord, state: CatalogState, today: Day): CatalogChanges {
  const issues: FieldIssue[] = []
  const changes: Record<string, Fields[]> = {}
  for (const record of records) {
    const current = state.find(record.collection, record.id)
    if (current?.version !== record.version) {
      issues.push(changedSince(record))
      continue
    }
    const next = record.before ?? retired(record, current, today)
    if (next) (changes[record.collection] ??= []).push({ ...unstamped(next), baseVersion: record.version })
  }
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return changes
}
