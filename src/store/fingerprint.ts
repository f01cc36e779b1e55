import { createHash } from 'node:crypto'
import type { Store } from '../catalog/store.js'

/** How many there are of one kind, and a SHA-256 over all of them in their order. */
export interface Sum {
  readonly count: number
  readonly sha256: string
}

const KINDS = ['producers', 'products', 'certificates', 'platforms', 'listings', 'stock', 'orders', 'ledger'] as const

/** What a store holds, so that two can be compared without putting them side by side. */
export type Fingerprint = { readonly [Kind in (typeof KINDS)[number]]: Sum }

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
  return {
    producers: await sumOf(records.producers),
    products: await sumOf(records.products),
    certificates: await sumOf(records.certificates),
    platforms: await sumOf(records.platforms),
    listings: await sumOf(records.listings),
    stock: await sumOf([...stock].sort(([a], [b]) => (a < b ? -1 : 1))),
    orders: await sumOf(allOrders(store)),
    ledger: await sumOf(store.readTransactions()),
  }
}

/** The kinds in which two stores differ; empty when they hold the same. */
export const differences = (a: Fingerprint, b: Fingerprint): readonly (keyof Fingerprint)[] =>
  KINDS.filter((kind) => a[kind].count !== b[kind].count || a[kind].sha256 !== b[kind].sha256)
