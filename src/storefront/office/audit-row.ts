import type { AuditEntry } from '../../catalog/audit.js'
import { formatInstant } from '../format.js'
import type { Visit } from '../visit.js'
import { auditField, auditValue } from './audit-words.js'
import { recordName } from './record-name.js'

/** A deed in words; an action that has none yet stands as it is. */
export function actionWords(action: string, visit: Visit): string {
  const { collections, deeds, verbs } = visit.messages.office.audit
  const deed = (deeds as Readonly<Record<string, string>>)[action]
  if (deed !== undefined) return deed
  const [collection = '', verb = ''] = action.split('.')
  const what = (collections as Readonly<Record<string, string>>)[collection]
  const did = (verbs as Readonly<Record<string, string>>)[verb]
  return what === undefined || did === undefined ? action : `${what}: ${did}`
}

/** True for a table of prices by SKU; what was changed of one pack names the pack and its fields. */
const isPriceTable = ({ action, after }: AuditEntry): boolean =>
  action === 'products.price' && after?.['sku'] === undefined

function productOf({ subject: { collection, id } }: AuditEntry, { catalog: { state } }: Visit): string | null {
  if (collection === 'submissions') return state.find('submissions', id)?.productId ?? null
  return collection === 'products' ? id : null
}

/** Each changed field as it was and as it is, in words. */
export const changesOf = (entry: AuditEntry, visit: Visit) => {
  const { before = {}, after = {} } = entry
  const about = { isMoney: isPriceTable(entry), within: productOf(entry, visit) }
  const words = (fields: object, field: string): string | null =>
    field in fields ? auditValue(field, (fields as Readonly<Record<string, unknown>>)[field], visit, about) : null
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      field: auditField(field, visit, about.within),
      before: before[field] === null ? null : words(before, field),
      after: words(after, field),
    }))
}

export const toAuditRow = (entry: AuditEntry, visit: Visit) => ({
  at: formatInstant(entry.at),
  actor: entry.actor.name,
  byActor: visit.links.to('/office/audit', { actor: entry.actor.id ?? entry.actor.name }),
  action: actionWords(entry.action, visit),
  subject: recordName(entry, visit) ?? entry.subject.id,
  bySubject: visit.links.to('/office/audit', { subject: entry.subject.id }),
  reason: entry.reason ?? null,
  changes: changesOf(entry, visit),
})
