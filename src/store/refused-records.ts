import { parseRecord } from '../catalog/collections.js'
import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import { Order } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import type { Put } from '../catalog/store.js'

/** A record as it stands in the store, and the first reason why this version would not take it. */
export interface RefusedRecord {
  readonly collection: Put['collection']
  readonly id: string
  readonly issue: FieldIssue
}

const check = ({ collection, record }: Put): unknown =>
  collection === 'orders' ? parse(Order, record) : parseRecord(collection, record)

/**
 * Gathers the records whose latest version the schemas refuse. They were parsed before they were committed, so somebody
 * has changed them by hand since, checksum and all, or a newer or older version wrote them.
 */
export class RefusedRecords {
  readonly #found = new Map<string, RefusedRecord>()

  /** Follows one commit after the other, oldest first. */
  readonly follow = (puts: readonly Put[]): void => {
    for (const put of puts) {
      const { collection, record } = put
      const key = `${collection} ${record.id}`
      this.#found.delete(key)
      try {
        check(put)
      } catch (error) {
        if (!(error instanceof CatalogError)) throw error
        const [issue] = error.issues
        if (issue) this.#found.set(key, { collection, id: record.id, issue })
      }
    }
  }

  list(): readonly RefusedRecord[] {
    return [...this.#found.values()]
  }
}
