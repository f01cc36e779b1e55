import type { CatalogChanges } from '../../catalog/changes.js'
import { isStillAhead } from '../../catalog/clock-set-back.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { toInstant, type Instant } from '../../catalog/day.js'
import { prefixOf, sourceIdOf, type ExchangeKey, type ExchangeSource } from '../../catalog/office/exchange-source.js'
import type { Outbound } from '../../catalog/ports/outbound.js'
import { planChanges } from '../../catalog/plan-changes.js'
import type { CatalogRecords, Put } from '../../catalog/store.js'
import { without } from '../../catalog/without.js'
import type { Actor } from '../../access/actor.js'
import { requireRight } from '../../access/rights.js'
import type { SiteContext } from '../context.js'
import { failureNote } from '../failure-note.js'
import { takeTurns } from '../requests/give-way.js'
import { trail } from '../trail.js'
import { publicState } from './public-state.js'
import type { PublishedTotal, SourceTotal, SourceTotals } from './source-totals.js'

/** A bundle that was proved, as far as its place in the sequence goes. */
export interface TakenBundle {
  readonly sequence: number
  readonly since: number | null
  readonly previous: string | null
  readonly digest: string
  /** Digest of what the source publishes with it; see `public-state.ts`. */
  readonly state: string
  readonly issuedAt: Instant
}

/** What a bundle makes of the catalog; see `exchange/bundle/to-changes.ts`. */
export interface BundleContent {
  readonly changes: CatalogChanges
  readonly totals: readonly SourceTotal[]
  readonly productIds: ReadonlySet<string>
  readonly withdrawn: readonly string[]
}

const mayManage = (actor: Actor): void => requireRight(actor, 'exchange.manage', { kind: 'country' })

const otherHistory = ({ latest }: ExchangeSource): CatalogError =>
  new CatalogError('BUNDLE_OTHER_HISTORY', { details: { latest: latest?.sequence ?? 0 } })

/**
 * The place of a bundle in its sequence: nothing twice, nothing left out, nothing in another order. A source that signs a
 * lower sequence later than a higher one has lost what lies between.
 *
 * @throws {CatalogError} `BUNDLE_REPLAYED`, `BUNDLE_OUT_OF_ORDER`, `BUNDLE_OTHER_HISTORY`
 */
function checkOrder(source: ExchangeSource, { sequence, since, previous, issuedAt }: TakenBundle): void {
  const { latest } = source
  if (latest && sequence < latest.sequence && issuedAt > latest.issuedAt) throw otherHistory(source)
  if (latest && sequence <= latest.sequence)
    throw new CatalogError('BUNDLE_REPLAYED', { details: { sequence, latest: latest.sequence } })
  if (since === null) return
  if (!latest || since !== latest.sequence || previous !== latest.digest)
    throw new CatalogError('BUNDLE_OUT_OF_ORDER', { details: { since, latest: latest?.sequence ?? 0 } })
}

/** Other sites whose signed catalogs this one shows, and what it publishes of its own counts. */
export class Exchange {
  constructor(
    private readonly site: SiteContext,
    private readonly totalsOf: SourceTotals,
    private readonly outbound: Outbound,
  ) {}

  /** What this site itself has counted, by platform, province and span. */
  totals(): readonly PublishedTotal[] {
    return this.totalsOf
      .list((platformId) => sourceIdOf(platformId) === null)
      .map(({ platformId, ...total }) => ({ ...total, platform: this.site.state.get('platforms', platformId) }))
  }

  sources(): readonly ExchangeSource[] {
    return this.site.state.all('exchangeSources')
  }

  /** The source that a product comes from; null for one of this site's own. */
  sourceOf(productId: string): ExchangeSource | null {
    const id = sourceIdOf(productId)
    return id === null ? null : this.site.state.find('exchangeSources', id)
  }

  /** A file of another site: its key set, a bundle. @throws {CatalogError} `ADDRESS_REFUSED`, `NO_ANSWER` */
  fetch(url: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array> {
    return this.outbound.fetch(url, maxBytes, signal)
  }

  /**
   * Accepts another site and the keys that it signs with; for a known one, other keys or another state.
   *
   * @throws {CatalogError} `FORBIDDEN`, `INVALID_INPUT`
   */
  async accept(
    actor: Actor,
    wish: { id: string; name: string; site: string; keys: readonly ExchangeKey[]; status?: 'on' | 'off' },
  ): Promise<ExchangeSource> {
    mayManage(actor)
    const { site } = this
    return site.change(() => {
      const old = site.state.find('exchangeSources', wish.id)
      if (old && old.site !== wish.site) throw fieldError('id', 'duplicate', { value: wish.id })
      const record = site.draft('exchangeSources', {
        status: 'on',
        ...old,
        ...wish,
        keys: [...wish.keys],
        createdAt: old?.createdAt ?? toInstant(site.now()),
      })
      const audit = trail(site, actor, {
        action: 'exchangeSources.accept',
        subject: { collection: 'exchangeSources', id: record.id },
        before: old ? { keys: old.keys.map(({ kid }) => kid), status: old.status } : undefined,
        after: { site: record.site, keys: record.keys.map(({ kid }) => kid), status: record.status },
      })
      return { commit: { puts: [site.put('exchangeSources', record)], audit }, result: record }
    })
  }

  /**
   * Takes a proved bundle, all of it or nothing, in one commit with its place in the sequence.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `BUNDLE_REPLAYED`, `BUNDLE_OUT_OF_ORDER`, `BUNDLE_OTHER_HISTORY`;
   * `INVALID_INPUT` with every fault.
   */
  async take(
    actor: Actor,
    sourceId: string,
    bundle: TakenBundle,
    content: BundleContent,
  ): Promise<{ readonly records: number; readonly transactions: number }> {
    mayManage(actor)
    const { site } = this
    const { sequence, digest, issuedAt } = bundle
    return site.change(async () => {
      const source = site.state.get('exchangeSources', sourceId)
      if (source.latest?.sequence === bundle.sequence) await this.#requireState(source, bundle, [])
      checkOrder(source, bundle)
      const now = toInstant(site.now())
      const changes = { ...content.changes, products: this.#products(source, bundle, content) }
      const planned = await takeTurns(planChanges(changes, site.state, site.reference.places, now))
      if (bundle.since !== null) await this.#requireState(source, bundle, planned.puts ?? [])
      const isOfSource = (platformId: string): boolean => platformId.startsWith(prefixOf(sourceId))
      const transactions = await this.totalsOf.plan(content.totals, isOfSource, `${source.site} #${sequence}`)
      const record = site.draft('exchangeSources', {
        ...without(source, 'failure'),
        latest: { sequence, digest, issuedAt, takenAt: now },
      })
      const puts: Put[] = [...(planned.puts ?? []), site.put('exchangeSources', record)]
      const audit = trail(site, actor, {
        action: 'exchangeSources.take',
        subject: { collection: 'exchangeSources', id: sourceId },
        after: { sequence, records: puts.length - 1, transactions: transactions.length },
      })
      const result = { records: puts.length - 1, transactions: transactions.length }
      return { commit: { puts, transactions, audit }, result }
    })
  }

  /**
   * What is held of a source, with some records put, must be what the source says it publishes.
   *
   * @throws {CatalogError} `BUNDLE_OTHER_HISTORY`
   */
  async #requireState(source: ExchangeSource, { state: told }: TakenBundle, puts: readonly Put[]): Promise<void> {
    const prefix = prefixOf(source.id)
    const held = <C extends 'products' | 'certificates'>(collection: C): CatalogRecords[C][] => {
      const fresh = puts.filter((put) => put.collection === collection).map(({ record }) => record as CatalogRecords[C])
      const isFresh = new Set<string>(fresh.map(({ id }) => id))
      const kept = this.site.state.all(collection).filter(({ id }) => id.startsWith(prefix) && !isFresh.has(id))
      return [...kept, ...fresh]
    }
    const records = { products: held('products'), certificates: held('certificates') }
    const state = await takeTurns(publicState({ ...records, nameOf: (id) => id.slice(prefix.length) }))
    if (state !== told) throw otherHistory(source)
  }

  /** The products of a bundle, and as withdrawn those that the source shows no more. */
  #products(source: ExchangeSource, { since }: TakenBundle, { changes, productIds, withdrawn }: BundleContent) {
    const { state } = this.site
    const isOfSource = ({ id }: { id: string }): boolean => id.startsWith(prefixOf(source.id))
    const gone = since === null ? state.all('products').filter((one) => isOfSource(one) && !productIds.has(one.id)) : []
    const named = withdrawn.flatMap((id) => state.find('products', id) ?? [])
    const drafts = [...new Set([...gone, ...named])].map((product) => ({
      ...without(product, 'version', 'changedAt'),
      status: 'withdrawn' as const,
    }))
    return [...(changes.products ?? []), ...drafts]
  }

  /**
   * Forgets the place in the sequence of a source: the next full bundle is taken as if it were the first, so an old one
   * too. For a source that was restored from a backup.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`
   */
  async reset(actor: Actor, sourceId: string): Promise<ExchangeSource> {
    mayManage(actor)
    const { site } = this
    return site.change(() => {
      const source = site.state.get('exchangeSources', sourceId)
      const record = site.draft('exchangeSources', without(source, 'latest', 'failure', 'askedAt'))
      const audit = trail(site, actor, {
        action: 'exchangeSources.reset',
        subject: { collection: 'exchangeSources', id: sourceId },
        before: { sequence: source.latest?.sequence ?? null, digest: source.latest?.digest ?? null },
        after: { sequence: null, digest: null },
      })
      return { commit: { puts: [site.put('exchangeSources', record)], audit }, result: record }
    })
  }

  /**
   * Takes for this process the asking of a source that nobody has asked by itself for so long, in milliseconds; null when
   * it is off, was asked, or another process has taken it this very moment.
   */
  async claim(sourceId: string, every: number): Promise<ExchangeSource | null> {
    const { site } = this
    const source = site.state.get('exchangeSources', sourceId)
    const now = site.now()
    const wasAsked =
      source.askedAt !== undefined && isStillAhead(Date.parse(source.askedAt) + every, now.getTime(), every)
    if (source.status !== 'on' || wasAsked) return null
    const record = site.draft('exchangeSources', { ...source, askedAt: toInstant(now) })
    const isFirst = await site.commitIfFirst({ puts: [site.put('exchangeSources', record)] })
    return isFirst ? record : null
  }

  /** Keeps why a bundle was not taken, for people to see; null when there was no fault. */
  async noteFailure(sourceId: string, error: unknown): Promise<void> {
    const { site } = this
    const known = error instanceof CatalogError ? error : null
    const why = error === null ? null : failureNote(error)
    await site.change(() => {
      const { failure: old, ...source } = site.state.get('exchangeSources', sourceId)
      if (why === null && !old) return { commit: {}, result: null }
      const failure = why !== null && {
        at: toInstant(site.now()),
        why,
        ...(known && { code: known.code }),
      }
      const record = site.draft('exchangeSources', { ...source, ...(failure && { failure }) })
      return { commit: { puts: [site.put('exchangeSources', record)] }, result: null }
    })
  }
}
