import { parseRecord } from '../catalog/collections.js'
import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import { Order } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import type { Put, Store } from '../catalog/store.js'
import { Transaction } from '../catalog/transaction.js'
import { damaged } from './failures.js'
import type { KeptCommit } from './journal/journal.js'
import { JOURNAL } from './journal/scan-journal.js'

/** A record as it stands in the store, and the first reason why this version would not take it. */
export interface RefusedRecord {
  readonly collection: Put['collection'] | 'transactions'
  readonly id: string
  readonly issue: FieldIssue
}

type Held = Pick<RefusedRecord, 'collection'> & { readonly record: { readonly id: string } }

const check = ({ collection, record }: Held): unknown => {
  if (collection === 'transactions') return parse(Transaction, record)
  return collection === 'orders' ? parse(Order, record) : parseRecord(collection, record)
}

/**
 * Gathers the records whose latest version the schemas refuse, and the entries of the ledger. They were parsed before they were committed, so somebody
 * has changed them by hand since, checksum and all, or a newer or older version wrote them.
 */
export class RefusedRecords {
  readonly #found = new Map<string, RefusedRecord>()

  /** Follows one commit after the other, oldest first. */
  readonly follow = (puts: readonly Put[], entries: readonly Transaction[] = []): void => {
    const held = entries.map((record): Held => ({ collection: 'transactions', record }))
    for (const one of [...puts, ...held]) {
      const { collection, record } = one
      const key = `${collection} ${record.id}`
      this.#found.delete(key)
      try {
        check(one)
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

/**
 * Why a commit of the journal could not be followed, as damage of its file: the record that the schemas refuse, or the
 * rule that it breaks.
 *
 * @returns the cause itself when it is neither, or has told of damage already.
 */
export function brokenCommit({ placed, end, revision }: KeptCommit, cause: unknown): unknown {
  if (cause instanceof CatalogError && cause.code === 'STORE_DAMAGED') return cause
  const refused = new RefusedRecords()
  for (const { part } of placed) refused.follow(part.puts, part.transactions)
  const [record] = refused.list()
  if (!record && !(cause instanceof CatalogError)) return cause
  return damaged({ file: `${JOURNAL}/${end?.file ?? ''}`, revision, record }, 'rule', { mend: 'verify', cause })
}

/** A file, a folder or a network that is not as it should be: no record is to blame for that. */
const isOfSystem = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause

/**
 * Why a catalog did not open on a store: by a record that the schemas refuse, where no refusal has said why.
 *
 * @param file - Where the store keeps its records; the table of each where it is a database.
 * @returns the cause itself when no record is broken.
 */
export async function brokenRecord(store: Store, cause: unknown, file?: string): Promise<unknown> {
  if (cause instanceof CatalogError || isOfSystem(cause)) return cause
  const loaded = await store.load().catch(() => null)
  if (!loaded) return cause
  const refused = new RefusedRecords()
  for (const [collection, kept] of Object.entries(loaded.records))
    refused.follow(kept.map((record) => ({ collection, record }) as Put))
  const [record] = refused.list()
  return record ? damaged({ file: file ?? record.collection, record }, 'rule', { mend: 'verify', cause }) : cause
}
