import { toInstant } from '../../catalog/day.js'
import type { Certificate } from '../../catalog/certificate.js'
import { sourceIdOf } from '../../catalog/office/exchange-source.js'
import type { Listing } from '../../catalog/listing.js'
import type { Platform } from '../../catalog/platform.js'
import type { Producer } from '../../catalog/producer.js'
import type { Product } from '../../catalog/product.js'
import { without } from '../../catalog/without.js'
import type { Catalog } from '../../site/catalog.js'
import { nameAtReceiver, publicState } from '../../site/exchange/public-state.js'
import { takeTurns } from '../../site/requests/give-way.js'
import { FORMAT, sha256, type BundleHeader, type BundleLine } from './bundle-format.js'
import type { BundleSigner } from './signing-key.js'

/** Records that were stamped so long before a bundle are told again in the next: their commit may have come after it. */
const OVERLAP_MS = 10 * 60_000

/** The bundle that the receiver has; what it says is only believed as far as it narrows what is told. */
export interface Since {
  /** The number of the bundle that was taken last. */
  readonly sequence: number
  /** The digest of that bundle, by which the next one names it. */
  readonly digest: string
  readonly issuedAt: Date
}

const isOwn = ({ id }: { readonly id: string }): boolean => sourceIdOf(id) === null
const stamps = ['version', 'changedAt', 'formerSlugs'] as const

/** Of a producer what it published of its trade; phone and house are for its own site to show. */
const toProducer = (producer: Producer): BundleLine => ({
  kind: 'producer',
  record: without(producer, ...stamps, 'phone', 'address'),
})

/** Of a product its facts, prices and packs; photos are seen at the source. */
function toProduct(product: Product, catalog: Catalog, site: string): BundleLine {
  const variants = product.variants.map((variant) => {
    const { sku, name, packSize, price, illustrative } = variant
    return { sku, packSize, price, ...(name ? { name } : {}), ...(illustrative ? { illustrative } : {}) }
  })
  return {
    kind: 'product',
    record: { ...without(product, ...stamps, 'photos'), variants },
    url: `${site}/products/${product.slug}`,
    isSold: product.variants.some(
      ({ sku, price, illustrative }) => price !== null && !illustrative && (catalog.state.stockOf(sku) ?? 0) > 0,
    ),
  }
}

const toCertificate = (certificate: Certificate): BundleLine => ({
  kind: 'certificate',
  record: without(certificate, 'version', 'changedAt'),
})

const toPlatform = ({ slug, name, website }: Platform) => ({ slug, name, ...(website ? { website } : {}) })

function toListing(listing: Listing, { state }: Catalog): BundleLine[] {
  const platform = state.get('platforms', listing.platformId)
  if (platform.own) return []
  return [
    {
      kind: 'listing',
      record: without(listing, 'version', 'changedAt', 'platformId'),
      platform: toPlatform(platform),
    },
  ]
}

/** The totals of all days: short, and changed by any cancellation, so they are always told whole. */
const toTotals = (catalog: Catalog): BundleLine[] =>
  catalog.exchange.totals().map(({ platform, province, from, until, transactions, amount }) => ({
    kind: 'total',
    platform: platform.own ? null : toPlatform(platform),
    province,
    from,
    until,
    transactions,
    amount,
  }))

function toLines(catalog: Catalog, site: string, since: Since | null): BundleLine[] {
  const { state } = catalog
  const from = since === null ? '' : toInstant(new Date(since.issuedAt.getTime() - OVERLAP_MS))
  const isTold = (record: { readonly id: string; readonly changedAt: string }) =>
    isOwn(record) && record.changedAt >= from
  const products = state.all('products').filter((product) => isOwn(product) && product.status !== 'draft')
  const isToldAnew = new Set<string>(products.filter(isTold).map(({ id }) => id))
  const isPublic = new Set<string>(products.filter(({ status }) => status === 'published').map(({ id }) => id))
  const makers = new Set<string | null>(products.map(({ producerId }) => producerId))
  // With a product that is public again comes what was left out while it was not.
  const isToldOf = (one: Certificate | Listing) =>
    isPublic.has(one.productId) && (isTold(one) || (isOwn(one) && isToldAnew.has(one.productId)))
  return [
    ...state
      .all('producers')
      .filter((one) => isTold(one) && makers.has(one.id))
      .map(toProducer),
    ...products
      .filter(isTold)
      .map((product): BundleLine =>
        product.status === 'published'
          ? toProduct(product, catalog, site)
          : { kind: 'withdrawal', productId: product.id },
      ),
    ...state.all('certificates').filter(isToldOf).map(toCertificate),
    ...state
      .all('listings')
      .filter(isToldOf)
      .flatMap((listing) => toListing(listing, catalog)),
    ...toTotals(catalog),
  ]
}

/** The digest of what is published, made once for each revision. */
const states = new WeakMap<Catalog, { readonly revision: number; readonly digest: Promise<string> }>()

function stateOf(catalog: Catalog): Promise<string> {
  const { state } = catalog
  const known = states.get(catalog)
  if (known?.revision === state.revision) return known.digest
  const [products, certificates] = [state.all('products').filter(isOwn), state.all('certificates').filter(isOwn)]
  const digest = takeTurns(publicState({ products, certificates, nameOf: nameAtReceiver }))
  states.set(catalog, { revision: state.revision, digest })
  return digest
}

/**
 * What this site publishes of its own, as JSON Lines under one signature: the whole catalog, or what has changed since a
 * bundle that the receiver names. What it took from other sites is not passed on.
 *
 * @param site - Its public address, mount included.
 */
export async function writeBundle(
  catalog: Catalog,
  signer: BundleSigner,
  site: string,
  since: Since | null = null,
): Promise<string> {
  const sequence = catalog.state.revision
  const published = stateOf(catalog)
  const lines = toLines(catalog, site, since).map((one) => `${JSON.stringify(one)}\n`)
  const body = lines.join('')
  const header: BundleHeader = {
    format: FORMAT,
    site,
    name: catalog.ownPlatform.name,
    sequence,
    since: since?.sequence ?? null,
    previous: since?.digest ?? null,
    state: await published,
    issuedAt: toInstant(catalog.now()),
    lines: lines.length,
    sha256: sha256(body),
  }
  return `${await signer.sign(JSON.stringify(header))}\n${body}`
}
