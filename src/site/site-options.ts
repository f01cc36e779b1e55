import type { Seals } from '../access/seals.js'
import type { Media } from '../catalog/ports/media.js'
import type { PaymentProvider } from '../catalog/ports/payment-provider.js'
import type { Reference } from '../catalog/reference.js'
import type { Store } from '../catalog/store.js'
import type { LocalizedText } from '../catalog/text.js'
import type { SearchIndex } from '../search/index-port.js'
import type { TransactionCounts } from '../trade/counts.js'
import type { ShippingRule } from '../trade/shipping.js'
import type { OutboxOptions } from './outbox/open-outbox.js'
import type { IndexBuilder } from './search/search-feed.js'

/** Where new ids and order codes come from. Both must never give the same twice; codes must not be guessable. */
export interface IdSource {
  /** An id for a record: letters, digits and hyphens, at most 64. */
  readonly newId: () => string
  /** A code that a buyer types, such as `7K2M9-QX4TB`. */
  readonly newOrderCode: () => string
}

export interface SiteOptions extends OutboxOptions {
  readonly store: Store
  /** The counts of all that the store's ledger holds, when they were made as it was opened; otherwise it is read. */
  readonly counted: TransactionCounts | null
  readonly reference: Reference
  readonly media: Media
  readonly index: SearchIndex
  readonly indexBuilder: IndexBuilder
  readonly shipping: ShippingRule
  /** The ways of paying, in the order in which they are offered. */
  readonly payments: readonly PaymentProvider[]
  /** Cash orders that one phone may place in 24 hours; null for any number. */
  readonly ordersPerPhone: number | null
  /** Hours within which what is not paid in cash is to be paid; null for any time. */
  readonly payWithinHours: number | null
  readonly clock: () => Date
  readonly ids: IdSource
  /** How this site is called as a platform among others. */
  readonly name: LocalizedText | undefined
  /** The site's keys, under which what is secret is sealed. */
  readonly seals: Seals
  /** Passwords that nobody may choose, read when the first one is chosen. */
  readonly commonPasswords: () => Promise<ReadonlySet<string>>
}
