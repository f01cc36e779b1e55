import type { Seals } from '../access/seals.js'
import type { SentFiles } from '../catalog/ports/sent-files.js'
import type { Throttle } from '../catalog/ports/throttle.js'
import type { Catalog } from './catalog.js'
import type { Freshness } from './freshness.js'
import type { ProductViews } from './product-views.js'
import type { KeyedRequests } from './requests/keyed-requests.js'
import type { SeenVersions } from './requests/seen-versions.js'
import type { Turns } from './requests/turns.js'
import type { Security } from './security.js'
import type { Upkeep } from './upkeep.js'

/** What the fronts of a running catalog need beside what everybody may call. It is no part of the package's promise. */
export interface Workings {
  /** Whether what was made from the catalog may be shown again. */
  readonly freshness: Freshness
  /** Requests that are carried out once for each Idempotency-Key, in whichever process. */
  readonly requests: KeyedRequests
  /** Changes that are based on a version that was read. */
  readonly seen: SeenVersions
  /** Whose turn it is, of the requests that change something. */
  readonly turns: Turns
  /** Seals what is secret, under the site's key. */
  readonly seals: Seals
  /** Counts tries against guessing and floods, for all processes of the shop. */
  readonly throttle: Throttle
  /** Files on their way into the catalog, for all processes of the shop. */
  readonly sentFiles: SentFiles
  /** What was turned away, with the counting itself. */
  readonly security: Security
  /** How often products are looked at, with the writing of it. */
  readonly views: ProductViews
  /** What is done to the site as a whole, such as a backup; the audit trail keeps it. */
  readonly upkeep: Upkeep
}

/** Registered, so that two copies of the package in one process understand each other, and copied along by `{ ...catalog }`. */
const WORKINGS = Symbol.for('ocop-catalog.workings')

/** A catalog with its workings, which {@link workingsOf} finds again. */
export const withWorkings = (catalog: Catalog, workings: Workings): Catalog =>
  Object.assign(catalog, { [WORKINGS]: workings })

/** True for what `createCatalog` gives, and for what was made of it. */
export const hasWorkings = (value: unknown): value is Catalog =>
  typeof value === 'object' && value !== null && WORKINGS in value

/** The workings of a catalog that `createCatalog` has made. */
export const workingsOf = (catalog: Catalog): Workings =>
  (catalog as Catalog & { readonly [WORKINGS]: Workings })[WORKINGS]
