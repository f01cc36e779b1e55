import { isShopperOnly } from '../../access/account-rights.js'
import type { AuditEntry } from '../../catalog/audit.js'
import type { CatalogCollection, CatalogRecords } from '../../catalog/collections.js'
import { say } from '../language.js'
import type { Visit } from '../visit.js'
import { packWords } from './audit-words.js'

type Namers = { readonly [C in CatalogCollection]?: (record: CatalogRecords[C], visit: Visit) => string | null }

const producerOf = (id: string, { catalog: { state } }: Visit): string | null =>
  state.find('producers', id)?.name ?? null

const productOf = (id: string, { catalog: { state } }: Visit): string | null =>
  state.find('products', id)?.name.vi ?? null

const titleOf = ({ title }: { readonly title: { readonly vi: string } }): string => title.vi
const codeOf = ({ code }: { readonly code: string }): string => code
const nameOf = ({ name }: { readonly name: string }): string => name

/** What people call a record, by the collection that holds it; the others go by their id. */
const NAMERS: Namers = {
  accounts: (account) => (isShopperOnly(account) ? null : account.name),
  producers: nameOf,
  producerSettings: ({ id }, visit) => producerOf(id, visit),
  saleTerms: ({ id }, visit) => producerOf(id, visit),
  products: ({ name }) => name.vi,
  submissions: ({ content }) => content.name?.vi ?? null,
  certificates: ({ productId }, visit) => productOf(productId, visit),
  platforms: ({ name }) => name.vi,
  listings: ({ productId, platformId }, visit) => {
    const product = productOf(productId, visit)
    const platform = visit.catalog.state.find('platforms', platformId)
    return product !== null && platform ? `${product} · ${say(platform.name, visit.language).text}` : null
  },
  announcements: titleOf,
  productCollections: titleOf,
  vouchers: codeOf,
  feedback: codeOf,
  dataRequests: codeOf,
  bankNotices: ({ reference }) => reference,
  lots: ({ number }) => number,
  imports: ({ fileName }) => fileName,
  reviews: ({ productId }, visit) => productOf(productId, visit),
  questions: ({ productId }, visit) => productOf(productId, visit),
  synonymRules: ({ words, means }) => `${words.join(', ')} → ${means.join(', ')}`,
  apiKeys: nameOf,
  exchangeSources: nameOf,
  reportSchedules: nameOf,
  webhookEndpoints: nameOf,
}

/**
 * What the record of an entry is called now, where it is one that has a name; shoppers go by their number here. What was
 * done to one pack of a product names the pack.
 *
 * @returns null for what has no name, or is no longer there.
 */
export function recordName({ subject: { collection, id }, after }: AuditEntry, visit: Visit): string | null {
  if (collection === 'stock') return packWords(id, visit, null)
  if (collection === 'products' && typeof after?.['sku'] === 'string') return packWords(after['sku'], visit, null)
  if (!Object.hasOwn(NAMERS, collection)) return null
  const known = collection as keyof Namers
  const record = visit.catalog.state.find(known, id)
  const namer = NAMERS[known] as ((record: unknown, visit: Visit) => string | null) | undefined
  return record && namer ? namer(record, visit) : null
}
