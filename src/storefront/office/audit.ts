import type { AuditEntry } from '../../catalog/audit.js'
import { csvChunks } from '../../exchange/csv/csv-chunks.js'
import { csvReply, page } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { readAuditQuery, toAuditValues } from './audit-query.js'
import { actionWords, changesOf, toAuditRow } from './audit-row.js'
import { recordName } from './record-name.js'

const PAGE_SIZE = 50
/** A file holds no more entries than this; a narrower search gives the others. */
const MOST_EXPORTED = 50_000
const EXPORTED_AT_ONCE = 500

/** Who changed what, when, from what to what; newest first. */
export const audit: Handler = async (visit) => {
  const words = visit.messages.office.audit
  const query = readAuditQuery(visit)
  const values = toAuditValues(query)
  const after = visit.query.get('after')
  const found = await visit.catalog.audit.search(personOf(visit), query, { limit: PAGE_SIZE, after })
  const view = {
    typed: values,
    actions: Object.entries(words.collections).map(([value, label]) => ({ value, label })),
    rows: found.entries.map((entry) => toAuditRow(entry, visit)),
    older: found.next === null ? null : visit.links.to(visit.path, { ...values, after: found.next }),
    newest: after === null ? null : visit.links.to(visit.path, values),
    csv: visit.links.to('/office/audit.csv', values),
  }
  return page('office/audit', { title: words.title }, view)
}

const toCells = (entry: AuditEntry, visit: Visit): readonly (string | undefined)[] => [
  entry.at,
  entry.actor.name,
  entry.actor.id,
  entry.action,
  entry.subject.collection,
  entry.subject.id,
  JSON.stringify(entry.before ?? {}),
  JSON.stringify(entry.after ?? {}),
  entry.reason,
  actionWords(entry.action, visit),
  recordName(entry, visit) ?? undefined,
  changesOf(entry, visit)
    .map(({ field, before, after }) => `${field}: ${[before, after].filter((words) => words !== null).join(' → ')}`)
    .join('\n'),
]

/** The entries that were searched for, page by page as they are written. */
async function* entriesOf(visit: Visit): AsyncGenerator<readonly (string | undefined)[]> {
  const [actor, query] = [personOf(visit), readAuditQuery(visit)]
  let [after, left]: [string | null, number] = [null, MOST_EXPORTED]
  do {
    const found = await visit.catalog.audit.search(actor, query, { limit: Math.min(EXPORTED_AT_ONCE, left), after })
    yield* found.entries.map((one) => toCells(one, visit))
    left -= found.entries.length
    after = found.next
  } while (after !== null && left > 0)
}

/** The same as a file for a spreadsheet. Times are UTC, codes as they are stored, and beside them what they mean in words. */
export const auditCsv: Handler = (visit) =>
  csvReply(`audit-${visit.catalog.today()}.csv`, csvChunks(visit.messages.office.audit.csvHeadings, entriesOf(visit)))
