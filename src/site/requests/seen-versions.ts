import { CatalogError } from '../../catalog/errors.js'
import type { Collection, Commit } from '../../catalog/store.js'
import { RequestScope } from './request-scope.js'

/** The version of a record, of the collection that a request changes, on which the request is based. */
export interface Seen {
  readonly collection: Collection
  readonly version: number
}

/** Changes that hold only while the record is as it was read (If-Match). */
export class SeenVersions {
  readonly #seen = new RequestScope<Seen>()

  /** Runs work whose commits are refused with `CONFLICT` when the record has changed since. */
  run<T>(seen: Seen, work: () => Promise<T>): Promise<T> {
    return this.#seen.run(seen, work)
  }

  /** @throws {CatalogError} `CONFLICT` when a commit is not based on the version that was seen. */
  check({ puts = [] }: Commit): void {
    const seen = this.#seen.current
    if (!seen) return
    const put = puts.find(({ collection }) => collection === seen.collection)
    if (put && put.record.version !== seen.version + 1)
      throw new CatalogError('CONFLICT', { details: { what: put.collection, id: put.record.id } })
  }
}
