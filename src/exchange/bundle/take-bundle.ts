import { CatalogError } from '../../catalog/errors.js'
import type { ExchangeSource } from '../../catalog/office/exchange-source.js'
import type { Actor } from '../../access/actor.js'
import type { Catalog } from '../../site/catalog.js'
import { BUNDLE_LIMITS } from './bundle-format.js'
import { readBundle } from './read-bundle.js'
import { toSourceChanges } from './to-changes.js'

/** What came of asking a source of the exchange. */
export interface Taken {
  /** Null when the source has nothing new. */
  readonly sequence: number | null
  /** Records that were added or changed. */
  readonly records: number
  /** Daily totals that were taken. */
  readonly transactions: number
}

/**
 * Proves a bundle of a source and takes it.
 *
 * @throws {CatalogError} `BUNDLE_WRONG_KEY`, `BUNDLE_TAMPERED`, `BUNDLE_TRUNCATED`, `BUNDLE_UNREADABLE`,
 * `BUNDLE_OTHER_SITE`, `BUNDLE_REPLAYED`, `BUNDLE_OUT_OF_ORDER`, `BUNDLE_OTHER_HISTORY`, `INVALID_INPUT`. Nothing has changed then.
 */
export async function takeBundle(
  catalog: Catalog,
  actor: Actor,
  source: ExchangeSource,
  bytes: Uint8Array,
): Promise<Taken> {
  const bundle = await readBundle(bytes, source.keys)
  const { site, sequence, since, previous, state, issuedAt } = bundle.header
  if (site !== source.site) throw new CatalogError('BUNDLE_OTHER_SITE', { details: { site, wanted: source.site } })
  const place = { sequence, since, previous, state, issuedAt, digest: bundle.digest }
  const taken = await catalog.exchange.take(actor, source.id, place, toSourceChanges(source, bundle, catalog))
  return { sequence, ...taken }
}

/** The address of the bundle that a source's next one is asked at. */
function nextAddress({ site, latest }: ExchangeSource): string {
  const query = latest
    ? `?${new URLSearchParams({ since: String(latest.sequence), previous: latest.digest, at: latest.issuedAt }).toString()}`
    : ''
  return `${site}/exchange/v1/bundle${query}`
}

/**
 * Asks a source for what is new and takes it; why nothing was taken is kept with the source.
 *
 * @throws as {@link takeBundle}; `ADDRESS_REFUSED`, `NO_ANSWER`.
 */
export async function pullSource(
  catalog: Catalog,
  actor: Actor,
  source: ExchangeSource,
  signal?: AbortSignal,
): Promise<Taken> {
  try {
    const bytes = await catalog.exchange.fetch(nextAddress(source), BUNDLE_LIMITS.bytes, signal)
    return await takeBundle(catalog, actor, source, bytes)
  } catch (error) {
    const { latest } = source
    const isKnown =
      error instanceof CatalogError &&
      error.code === 'BUNDLE_REPLAYED' &&
      error.details['sequence'] === latest?.sequence
    if (isKnown) {
      await catalog.exchange.noteFailure(source.id, null)
      return { sequence: null, records: 0, transactions: 0 }
    }
    if (signal?.aborted !== true) await catalog.exchange.noteFailure(source.id, error)
    throw error
  }
}
