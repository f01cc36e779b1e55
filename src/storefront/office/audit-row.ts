import { isShopperOnly } from '../../access/account-rights.js'
import type { AuditEntry } from '../../catalog/audit.js'
import { formatInstant } from '../format.js'
import { say } from '../language.js'
import type { Visit } from '../visit.js'
import { auditField, auditValue, packWords } from './audit-words.js'

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

/**
 * What the record is called now, where it is one that has a name; shoppers go by their number here. What was done to one
 * pack of a product names the pack.
 */
export function recordName({ subject: { collection, id }, after }: AuditEntry, visit: Visit): string | null {
  const { state } = visit.catalog
  const pack = collection === 'products' && typeof after?.['sku'] === 'string' ? after['sku'] : null
  switch (collection) {
    case 'accounts': {
      const account = state.find('accounts', id)
      return account && !isShopperOnly(account) ? account.name : null
    }
    case 'producers':
    case 'producerSettings':
    case 'saleTerms':
      return state.find('producers', id)?.name ?? null
    case 'products':
      if (pack !== null) return packWords(pack, visit, null)
      return state.find('products', id)?.name.vi ?? null
    case 'submissions':
      return state.find('submissions', id)?.content.name?.vi ?? null
    case 'platforms':
      return state.find('platforms', id)?.name.vi ?? null
    case 'listings': {
      const listing = state.find('listings', id)
      const product = listing && state.find('products', listing.productId)
      const platform = listing && state.find('platforms', listing.platformId)
      return product && platform ? `${product.name.vi} · ${say(platform.name, visit.language).text}` : null
    }
    case 'stock':
      return packWords(id, visit, null)
    case 'announcements':
    case 'productCollections':
      return state.find(collection, id)?.title.vi ?? null
    case 'vouchers':
      return state.find('vouchers', id)?.code ?? null
    case 'lots':
      return state.find('lots', id)?.number ?? null
    case 'imports':
      return state.find('imports', id)?.fileName ?? null
    default:
      return null
  }
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
