import type { CatalogChanges } from '../../catalog/changes.js'
import { dayAt } from '../../catalog/day.js'
import { ownPlatformOf, prefixOf, type ExchangeSource } from '../../catalog/office/exchange-source.js'
import type { LocalizedText } from '../../catalog/text.js'
import { without } from '../../catalog/without.js'
import { nameAtReceiver } from '../../site/exchange/public-state.js'
import type { SourceTotal } from '../../site/exchange/source-totals.js'
import type { Catalog } from '../../site/catalog.js'
import type { BundleLine } from './bundle-format.js'
import type { ReadBundle } from './read-bundle.js'

type LineOf<K extends BundleLine['kind']> = Extract<BundleLine, { readonly kind: K }>
/** Drafts of a kind, as they came: they are checked with the rest of the change. */
type Drafts<C extends keyof CatalogChanges> = NonNullable<CatalogChanges[C]>

/** What a bundle makes of the catalog. */
export interface SourceChanges {
  readonly changes: CatalogChanges
  readonly totals: readonly SourceTotal[]
  /** The products that the bundle shows, by their ids here. */
  readonly productIds: ReadonlySet<string>
  /** Products that are public no more. */
  readonly withdrawn: readonly string[]
}

/** Names things of a source so that they can meet nothing but themselves. */
class Names {
  readonly #prefix: string
  constructor(private readonly source: Pick<ExchangeSource, 'id' | 'name'>) {
    this.#prefix = prefixOf(source.id)
  }

  /** The id here of something that bears an id there. */
  id(there: unknown): string {
    return `${this.#prefix}${nameAtReceiver(there)}`
  }

  slug(there: unknown): string {
    return `${String(there)
      .slice(0, 80)
      .replace(/-{1,80}$/, '')}-${this.source.id}`
  }

  text({ vi, en }: LocalizedText): LocalizedText {
    const mark = (text: string): string => `${text} (${this.source.name})`.slice(0, 100)
    return { vi: mark(vi), ...(en === undefined ? {} : { en: mark(en) }) }
  }
}

const linesOf = <K extends BundleLine['kind']>(lines: readonly BundleLine[], kind: K): readonly LineOf<K>[] =>
  lines.filter((line): line is LineOf<K> => line.kind === kind)

/** Turns what a source says into drafts under its own names; what it says of stock, photos and GTINs is its own affair. */
export function toSourceChanges(
  source: Pick<ExchangeSource, 'id' | 'name' | 'site'>,
  { header, lines }: ReadBundle,
  { state }: Catalog,
): SourceChanges {
  const names = new Names(source)
  const products = linesOf(lines, 'product')
  const day = dayAt(header.issuedAt)
  const platforms = new Map<string, object>()
  const platformOf = ({ slug, name, website }: NonNullable<LineOf<'total'>['platform']>): string => {
    const id = names.id(`platform ${slug}`)
    platforms.set(id, {
      id,
      slug: names.slug(slug),
      name: names.text(name),
      own: false,
      ...(website ? { website } : {}),
    })
    return id
  }
  const own = ownPlatformOf(source.id)
  platforms.set(own, {
    id: own,
    slug: `${source.id}-exchange`,
    name: { vi: source.name },
    website: source.site,
    own: false,
  })
  const ownListings = products.map(({ record, url, isSold }) => {
    const id = names.id(`listing ${record.id}`)
    const known = state.find('listings', id)
    return {
      id,
      productId: names.id(record.id),
      platformId: own,
      status: isSold ? 'orderable' : 'introduced',
      url,
      listedOn: known?.listedOn ?? day,
      source: source.site,
    }
  })
  const otherListings = linesOf(lines, 'listing').map(({ record, platform }) => ({
    ...record,
    id: names.id(`listing ${record.id}`),
    productId: names.id(record['productId']),
    platformId: platformOf(platform),
  }))
  const totals = linesOf(lines, 'total').map(({ platform, ...total }) => ({
    ...without(total, 'kind'),
    platformId: platform ? platformOf(platform) : own,
  })) as unknown as readonly SourceTotal[]
  const changes = {
    platforms: [...platforms.values()] as Drafts<'platforms'>,
    producers: linesOf(lines, 'producer').map(({ record }) => ({
      ...without(record as typeof record & { formerSlugs?: unknown }, 'formerSlugs'),
      id: names.id(record.id),
      slug: names.slug(record['slug']),
    })) as unknown as Drafts<'producers'>,
    products: products.map(({ record }) => ({
      ...without(record as typeof record & { formerSlugs?: unknown }, 'formerSlugs'),
      id: names.id(record.id),
      slug: names.slug(record['slug']),
      status: 'published',
      producerId: record['producerId'] === null ? null : names.id(record['producerId']),
      photos: [],
      variants: (record['variants'] as readonly { sku: string }[]).map((variant) => ({
        ...without(variant as { sku: string; gtin?: string }, 'gtin'),
        sku: names.id(`sku ${variant.sku}`),
      })),
    })) as unknown as Drafts<'products'>,
    certificates: linesOf(lines, 'certificate').map(({ record }) => ({
      ...record,
      id: names.id(record.id),
      productId: names.id(record['productId']),
    })) as unknown as Drafts<'certificates'>,
    listings: [...ownListings, ...otherListings] as unknown as Drafts<'listings'>,
  }
  return {
    changes,
    totals,
    productIds: new Set(products.map(({ record }) => names.id(record.id))),
    withdrawn: linesOf(lines, 'withdrawal').map(({ productId }) => names.id(productId)),
  }
}
