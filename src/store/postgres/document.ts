import { claimsOf, type CatalogCollection, type ClaimKind } from '../../catalog/collections.js'
import type { Commit, Put } from '../../catalog/store.js'

/** A value that one record is to hold alone, as the database takes it. */
interface ClaimRow {
  readonly collection: CatalogCollection
  readonly id: string
  readonly kind: ClaimKind
  readonly value: string
}

/** Of the last version of each record that a commit puts. */
function claimRows(puts: readonly Put[]): ClaimRow[] {
  const last = new Map<string, Put>()
  for (const put of puts) last.set(`${put.collection} ${put.record.id}`, put)
  return [...last.values()].flatMap((put) =>
    put.collection === 'orders'
      ? []
      : claimsOf(put.collection, put.record as never).map(({ kind, value }) => ({
          collection: put.collection,
          id: put.record.id,
          kind,
          value,
        })),
  )
}

/** A commit as the database takes it: with the claims that it cannot know by itself. */
export const toDocument = (commit: Required<Commit>): string =>
  JSON.stringify({ ...commit, claims: claimRows(commit.puts) })
