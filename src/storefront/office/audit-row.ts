import { isShopperOnly } from '../../access/account-rights.js'
import type { AuditEntry } from '../../catalog/audit.js'
import { formatInstant } from '../format.js'
import type { Visit } from '../visit.js'

/** A deed in words; an action that has none yet stands as it is. */
function actionWords(action: string, visit: Visit): string {
  const { collections, deeds, verbs } = visit.messages.office.audit
  const deed = (deeds as Readonly<Record<string, string>>)[action]
  if (deed !== undefined) return deed
  const [collection = '', verb = ''] = action.split('.')
  const what = (collections as Readonly<Record<string, string>>)[collection]
  const did = (verbs as Readonly<Record<string, string>>)[verb]
  return what === undefined || did === undefined ? action : `${what}: ${did}`
}

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Each changed field as it was and as it is. */
const changesOf = ({ before = {}, after = {} }: AuditEntry, { messages }: Visit) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({
    field: (messages.office.audit.fields as Readonly<Record<string, string>>)[field] ?? field,
    before: field in before ? valueText(before[field]) : null,
    after: field in after ? valueText(after[field]) : null,
  }))

/** What the record is called now, where it is one that has a name; shoppers go by their number here. */
function nameOf({ subject }: AuditEntry, { catalog: { state } }: Visit): string | null {
  if (subject.collection === 'accounts') {
    const account = state.find('accounts', subject.id)
    return account && !isShopperOnly(account) ? account.name : null
  }
  if (subject.collection === 'producers') return state.find('producers', subject.id)?.name ?? null
  if (subject.collection === 'products') return state.find('products', subject.id)?.name.vi ?? null
  return null
}

export const toAuditRow = (entry: AuditEntry, visit: Visit) => ({
  at: formatInstant(entry.at),
  actor: entry.actor.name,
  byActor: visit.links.to('/office/audit', { actor: entry.actor.id ?? entry.actor.name }),
  action: actionWords(entry.action, visit),
  subject: nameOf(entry, visit) ?? entry.subject.id,
  bySubject: visit.links.to('/office/audit', { subject: entry.subject.id }),
  reason: entry.reason ?? null,
  changes: changesOf(entry, visit),
})
