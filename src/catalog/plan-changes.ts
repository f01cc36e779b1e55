import * as z from 'zod'
import type { CatalogChanges, DraftCollection } from './changes.js'
import { COLLECTIONS } from './collections.js'
import { dayAt, type Instant } from './day.js'
import { CatalogError, type FieldIssue } from './errors.js'
import { hasPages, keepFormerSlugs } from './former-slugs.js'
import { checkReferences, checkUniqueness, type Batch } from './integrity.js'
import { Sku } from './ids.js'
import { parse } from './parse.js'
import { rememberPrices } from './prices/past-prices.js'
import type { Places } from './places/places.js'
import type { Product } from './product.js'
import type { CatalogState } from './state.js'
import type { CatalogRecords, Commit, Put, StockMovement } from './store.js'

/** What may be saved by drafts; each of them is parsed by itself. */
const Changes = z.strictObject({
  producers: z.array(z.looseObject({})).optional(),
  products: z.array(z.looseObject({})).optional(),
  certificates: z.array(z.looseObject({})).optional(),
  platforms: z.array(z.looseObject({})).optional(),
  listings: z.array(z.looseObject({})).optional(),
  stock: z.array(z.unknown()).optional(),
} satisfies Record<keyof CatalogChanges, z.ZodType>)

const Adjustment = z.strictObject({ sku: Sku, quantity: z.int().min(-1_000_000).max(1_000_000) })

/** Runs a parse and keeps its issues, moved under `path`, so that every record's faults are told at once. */
function gather<T>(path: string, issues: FieldIssue[], parseOne: () => T): T | null {
  try {
    return parseOne()
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    issues.push(...error.issues.map((issue) => ({ ...issue, path: [path, issue.path].filter(Boolean).join('.') })))
    return null
  }
}

/** What the catalog writes down by itself: the past prices of a product. */
const remember = <C extends DraftCollection>(
  collection: C,
  previous: CatalogRecords[C] | null,
  record: CatalogRecords[C],
  now: Instant,
): CatalogRecords[C] =>
  collection === 'products'
    ? (rememberPrices(previous as Product | null, record as Product, dayAt(now)) as CatalogRecords[C])
    : record

const contentOf = (record: object): string => JSON.stringify({ ...record, version: 0, changedAt: '' })

interface Planned<T> {
  readonly path: string
  readonly record: T
  /** False for a draft that says what the catalog says already. */
  readonly isChange: boolean
}

function* planDrafts<C extends DraftCollection>(
  collection: C,
  changes: CatalogChanges,
  state: CatalogState,
  now: Instant,
  issues: FieldIssue[],
): Generator<void, Planned<CatalogRecords[C]>[]> {
  const planned: Planned<CatalogRecords[C]>[] = []
  for (const [index, draft] of (changes[collection] ?? []).entries()) {
    const path = `${collection}.${index}`
    const { baseVersion, ...fields } = draft
    const previous = state.find(collection, fields.id)
    if (baseVersion !== undefined && baseVersion !== (previous?.version ?? 0))
      throw new CatalogError('CONFLICT', { details: { what: collection, id: fields.id } })
    const addressed = hasPages(collection) ? keepFormerSlugs(fields, previous) : fields
    const stamped = { ...addressed, version: (previous?.version ?? 0) + 1, changedAt: now }
    const record = gather(path, issues, () =>
      remember(collection, previous, parse(COLLECTIONS[collection].schema, stamped) as CatalogRecords[C], now),
    )
    if (record) planned.push({ path, record, isChange: !previous || contentOf(previous) !== contentOf(record) })
    yield
  }
  return planned
}

/**
 * Turns drafts into a commit: parses each, checks them together, and leaves out what would change nothing. It pauses
 * after each draft, so that a caller with thousands of them can let other work go on; see `takeTurns`.
 *
 * @throws {CatalogError} `INVALID_INPUT` with all faults of all drafts; `CONFLICT` when a draft's base version is out of date.
 */
export function* planChanges(
  changes: CatalogChanges,
  state: CatalogState,
  places: Places,
  now: Instant,
): Generator<void, Commit> {
  parse(Changes, changes)
  const issues: FieldIssue[] = []
  const batch = {
    producers: yield* planDrafts('producers', changes, state, now, issues),
    products: yield* planDrafts('products', changes, state, now, issues),
    certificates: yield* planDrafts('certificates', changes, state, now, issues),
    platforms: yield* planDrafts('platforms', changes, state, now, issues),
    listings: yield* planDrafts('listings', changes, state, now, issues),
  } satisfies Batch
  const stock = (changes.stock ?? []).flatMap((adjustment, index): StockMovement[] => {
    const parsed = gather(`stock.${index}`, issues, () => parse(Adjustment, adjustment))
    return parsed ? [{ ...parsed, reason: 'adjustment' }] : []
  })
  issues.push(...checkUniqueness(batch, state), ...checkReferences(batch, stock, state, places))
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })

  const puts = Object.entries(batch).flatMap(([collection, planned]) =>
    planned.filter(({ isChange }) => isChange).map(({ record }) => ({ collection, record }) as Put),
  )
  return { puts, stock }
}
