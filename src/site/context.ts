import { CatalogError } from '../catalog/errors.js'
import type { CatalogState } from '../catalog/state.js'
import type { Commit, Committed, Store } from '../catalog/store.js'
import type { Reference } from '../catalog/reference.js'
import { Seals } from '../access/seals.js'
import { Drafting } from './drafting.js'
import { KeyedRequests } from './requests/keyed-requests.js'
import { SeenVersions } from './requests/seen-versions.js'
import { Turns } from './requests/turns.js'

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
export class SiteContext extends Drafting {
  constructor(
    readonly store: Store,
    state: CatalogState,
    readonly reference: Reference,
    now: () => Date,
    newId?: () => string,
    readonly seals: Seals = new Seals(),
  ) {
    super(state, now, newId)
  }

  /** Requests that are carried out once for each Idempotency-Key. */
  readonly requests = new KeyedRequests(this)
  /** Changes that are based on a version that was read. */
  readonly seen = new SeenVersions()
  /** Whose turn it is, of the requests that change something. */
  readonly turns = new Turns()

  /** Adds what has to be told to others because of a commit; set once the site's outbox is open. */
  withDeliveries: (commit: Commit) => Commit = (commit) => commit

  readonly commit = async (commit: Commit): Promise<Committed> => {
    try {
      return await this.store.commit(this.withDeliveries(commit))
    } finally {
      await this.turns.goOn()
    }
  }

  /**
   * Looks for something in memory; when it is not there, once more after catching up with the other processes of the
   * shop: one of them may have made it a moment ago.
   */
  async lookTwice<T>(look: () => T | null): Promise<T | null> {
    const found = look()
    if (found !== null) return found
    await this.store.catchUp()
    return look()
  }

  /** Commits unless somebody else was faster with one of the records; says whether it was committed. */
  async commitIfFirst(commit: Commit): Promise<boolean> {
    try {
      await this.commit(commit)
      return true
    } catch (error) {
      if (error instanceof CatalogError && error.code === 'CONFLICT') return false
      throw error
    }
  }

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
