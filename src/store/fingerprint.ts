import { createHash } from 'node:crypto'
import { COLLECTION_NAMES, type CatalogCollection } from '../catalog/collections.js'
import type { Store } from '../catalog/store.js'

/** How many there are of one kind, and a SHA-256 over all of them in their order. */
export interface Sum {
  readonly count: number
  readonly sha256: string
}

/** What a store holds, so that two can be compared without putting them side by side. */
export type Fingerprint = { readonly [Kind in CatalogCollection | 'stock' | 'orders' | 'ledger' | 'audit']: Sum }

/** Orders on one page. */
const PAGE = 500

/** JSON with the fields of every object in alphabetical order: a store may give them back in another. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

async function sumOf(values: Iterable<unknown> | AsyncIterable<unknown>): Promise<Sum> {
  const hash = createHash('sha256')
  let count = 0
  for await (const value of values) {
    hash.update(`${canonical(value)}\n`)
    count += 1
  }
  return { count, sha256: hash.digest('hex') }
}

/** All orders, newest first. */
export async function* allOrders(store: Store) {
  for (let after: string | null | undefined; after !== null;) {
    const page = await store.listOrders({ limit: PAGE, after: after ?? null })
    yield* page.orders
    after = page.next
  }
}

/** Counts and hashes everything that a store holds. Nobody may write to it meanwhile. */
export async function fingerprintOf(store: Store): Promise<Fingerprint> {
  const { records, stock } = await store.load()
  const sums: Record<string, Sum> = {}
  for (const name of COLLECTION_NAMES) sums[name] = await sumOf(records[name])
  return {
    ...(sums as Record<CatalogCollection, Sum>),
    stock: await sumOf([...stock].sort(([a], [b]) => (a < b ? -1 : 1))),
    orders: await sumOf(allOrders(store)),
    ledger: await sumOf(store.readTransactions()),
    audit: await sumOf(store.readAudit()),
  }
}

/** The kinds in which two stores differ; empty when they hold the same. */
export const differences = (a: Fingerprint, b: Fingerprint): readonly (keyof Fingerprint)[] =>
  (Object.keys(a) as (keyof Fingerprint)[]).filter(
    (kind) => a[kind].count !== b[kind].count || a[kind].sha256 !== b[kind].sha256,
  )
