import { parseRecord, type CatalogCollection, type CatalogRecords, type DraftRecord } from '../catalog/collections.js'
import { dayAt, toInstant, type Day } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import { hasPages, keepFormerSlugs } from '../catalog/former-slugs.js'
import { rememberPrices } from '../catalog/past-prices.js'
import type { Product } from '../catalog/product.js'
import type { CatalogState } from '../catalog/state.js'
import type { Commit, Committed, Put, Store } from '../catalog/store.js'
import type { Reference } from '../catalog/reference.js'
import { Seals } from '../access/seals.js'
import { newId as randomId } from './codes.js'
import { KeyedRequests } from './keyed-requests.js'
import { SeenVersions } from './seen-versions.js'

/** How often a change is planned anew on what someone else has made of it meanwhile. */
const ATTEMPTS = 5

/** What a command wants to be committed, and what its caller then gets. */
export interface Planned<T> {
  readonly commit: Commit
  readonly result: T
}

const isEmpty = (commit: Commit): boolean =>
  Object.values(commit).every((part: readonly unknown[]) => part.length === 0)

/** What the commands of every topic share. Each topic is a class of its own in this folder, built from this. */
export class SiteContext {
  constructor(
    readonly store: Store,
    readonly state: CatalogState,
    readonly reference: Reference,
    readonly now: () => Date,
    readonly newId: () => string = randomId,
    readonly seals: Seals = new Seals(),
  ) {}

  /** Requests that are carried out once for each Idempotency-Key. */
  readonly requests = new KeyedRequests(this)
  /** Changes that are based on a version that was read. */
  readonly seen = new SeenVersions()

  readonly today = (): Day => dayAt(this.now())

  /** Adds what has to be told to others because of a commit; set once the site's outbox is open. */
  withDeliveries: (commit: Commit) => Commit = (commit) => commit

  readonly commit = (commit: Commit): Promise<Committed> => this.store.commit(this.withDeliveries(commit))

  /**
   * The record that follows the one of this id, checked by its schema; a product remembers its prices.
   *
   * @throws {CatalogError} `INVALID_INPUT` with one issue per fault.
   */
  draft<C extends CatalogCollection>(collection: C, draft: DraftRecord<C>): CatalogRecords[C] {
    const previous = this.state.find(collection, (draft as { id: string }).id)
    const addressed = hasPages(collection) ? keepFormerSlugs(draft, previous) : draft
    const stamped = { ...addressed, version: (previous?.version ?? 0) + 1, changedAt: toInstant(this.now()) }
    const record = parseRecord(collection, stamped)
    return collection === 'products'
      ? (rememberPrices(previous as Product | null, record as Product, this.today()) as CatalogRecords[C])
      : record
  }

  /** A record as part of a commit. */
  readonly put = <C extends CatalogCollection>(collection: C, record: CatalogRecords[C]): Put =>
    ({ collection, record }) as Put

  /**
   * Plans on the state of the moment and commits. When someone else was faster, the plan is made again on what they
   * left, a bounded number of times. Within a request that was carried out before, it gives what it gave then.
   *
   * @throws {CatalogError} what the plan throws, and what {@link Store.commit} does.
   */
  async change<T>(plan: () => Planned<T> | Promise<Planned<T>>, attempts = ATTEMPTS): Promise<T> {
    const keyed = this.requests.step()
    for (let attempt = 1; ; attempt += 1) {
      const known = await keyed?.known()
      if (known) return known.result as T
      const { commit, result } = await plan()
      this.seen.check(commit)
      try {
        if (keyed) await this.commit(await keyed.keep(commit, result))
        else if (!isEmpty(commit)) await this.commit(commit)
        keyed?.done(result)
        return result
      } catch (error) {
        const raced = error instanceof CatalogError && (error.code === 'CONFLICT' || error.code === 'DUPLICATE')
        if (!raced || attempt >= attempts) throw error
      }
    }
  }
}
