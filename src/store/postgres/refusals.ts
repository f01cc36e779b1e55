import { whatIsClaimed } from '../../catalog/collections.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { unavailable } from '../failures.js'

/** Why `commit_batch` did not keep a commit. */
export interface Refusal {
  /** `OC001` for a rule that the function checks itself, else PostgreSQL's state. */
  readonly state: string
  readonly message: string
  readonly constraint: string
  readonly detail: string
}

/** What each constraint keeps single. */
const SINGLE: Readonly<Record<string, string>> = {
  producer_slug: 'producer slug',
  product_slug: 'product slug',
  platform_slug: 'platform slug',
  sku: 'SKU',
  listing_pair: 'listing (product, platform)',
  order_code: 'order code',
  idempotency_key: 'idempotency key',
  transaction_id: 'transaction',
  external_number: 'sale',
  void_once: 'cancellation of transaction',
}

interface RuleDetails {
  readonly collection: string
  readonly id: string
  readonly sku: string
  readonly available: number
  readonly wanted: number
}

/** A refusal as the error that the port promises for it. */
export function toCatalogRefusal({ state, message, constraint, detail }: Refusal): CatalogError {
  if (state === 'OC001') return ofRule(message, JSON.parse(detail) as RuleDetails)
  if (constraint === 'record_claim') return ofClaim(keyIn(detail))
  const what = SINGLE[constraint]
  if (what) return new CatalogError('DUPLICATE', { details: { what, id: keyIn(detail) } })
  if (constraint === 'voids_a_sale')
    return new CatalogError('NOT_FOUND', { details: { what: 'sale', id: keyIn(detail).split(', ')[0] ?? '' } })
  if (state === '22P05' || state === '22021') return fieldError('', 'forbiddenCharacters')
  const words = { vi: `cơ sở dữ liệu từ chối: ${state}`, en: `the database refuses: ${state}` }
  return unavailable(words, new Error([message, constraint, detail].filter(Boolean).join('; ')))
}

/** `accounts.phone, +84905123456`: the kind of claim, and its value. */
function ofClaim(key: string): CatalogError {
  const end = key.indexOf(', ')
  return new CatalogError('DUPLICATE', { details: { what: whatIsClaimed(key.slice(0, end)), id: key.slice(end + 2) } })
}

function ofRule(rule: string, { collection, id, sku, available, wanted }: RuleDetails): CatalogError {
  if (rule === 'OUT_OF_STOCK') return new CatalogError('OUT_OF_STOCK', { details: { sku, available, wanted } })
  if (rule === 'STOCK_TOO_LARGE') return fieldError(`stock.${sku}`, 'tooLarge', { maximum: Number.MAX_SAFE_INTEGER })
  return new CatalogError('CONFLICT', { details: { what: collection.slice(0, -1), id } })
}

/** `Key (sku)=(CF-250) already exists.` in whatever language the server speaks: what stands in the last brackets. */
const keyIn = (detail: string): string => /\)=\((.*)\)/s.exec(detail)?.[1] ?? ''
