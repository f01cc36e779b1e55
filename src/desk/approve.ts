import type { Certificate } from '../catalog/certificate.js'
import type { CatalogChanges } from '../catalog/changes.js'
import { CatalogError } from '../catalog/errors.js'
import type { Day } from '../catalog/day.js'
import type { PlaceRef } from '../catalog/places/place.js'
import type { Product } from '../catalog/product.js'
import type { ProductDraft, Submission } from '../catalog/submission.js'
import { toSlug } from '../catalog/text.js'
import { draftOf } from './draft-of.js'
import { findGaps } from './gaps.js'
import { mergeDraft } from './merge-draft.js'

/** What approval asks of the catalog as it is now. */
export interface ApprovalContext {
  /** Null for a new product. */
  readonly product: Product | null
  /** The certificates of the product. */
  readonly certificates: readonly Certificate[]
  readonly stockOf: (sku: string) => number | null
  readonly isSlugTaken: (slug: string) => boolean
  readonly newId: () => string
  /** This shop among the platforms when the product is not listed on it yet; null when it is. */
  readonly ownPlatformId: string | null
  readonly today: Day
}

/** What the product becomes: the draft, with what others changed meanwhile. */
export const nextContent = ({ content, base }: Submission, product: Product | null): ProductDraft =>
  product && base ? mergeDraft(base, content, draftOf(product)) : content

function freeSlug(name: string, { isSlugTaken }: ApprovalContext): string {
  const wanted = toSlug(name) || 'san-pham'
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!isSlugTaken(slug)) return slug
  }
}

type Complete = ProductDraft & { readonly name: NonNullable<ProductDraft['name']>; readonly origin: PlaceRef }

/** @throws {CatalogError} `INVALID_INPUT` naming what is missing. */
function requireComplete(draft: ProductDraft): Complete {
  const issues = findGaps(draft)
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return draft as Complete
}

/** The certificate on record that a claim speaks of: the one with its decision, or of its day. */
export const claimedCertificate = (
  { certificate: claim }: Submission,
  known: readonly Certificate[],
): Certificate | null =>
  known.find(
    ({ decisionNumber, issuedOn }) =>
      claim !== undefined &&
      (claim.decisionNumber === undefined
        ? issuedOn === claim.issuedOn
        : decisionNumber?.toLowerCase() === claim.decisionNumber.toLowerCase()),
  ) ?? null

function toCertificate(submission: Submission, place: PlaceRef, context: ApprovalContext) {
  const { certificate: claim, productId } = submission
  if (!claim) return []
  const known = claimedCertificate(submission, context.certificates) ?? { id: context.newId(), productId, place }
  const level = claim.stars === 5 ? ('ministry' as const) : ('province' as const)
  return [{ recognizedBy: { level }, ...known, ...claim, outcome: 'recognized' as const }]
}

/** What has a price can be ordered here from today on, and counts as listed on this shop. */
function toOwnListing({ productId, content }: Submission, { ownPlatformId, newId, today }: ApprovalContext) {
  if (ownPlatformId === null || !content.variants.some(({ price }) => price !== null)) return []
  const status = 'orderable' as const
  return [{ id: newId(), productId, platformId: ownPlatformId, status, listedOn: today, source: 'this storefront' }]
}

/**
 * The records by which a submission becomes public: the product, the certificate that it claims, its listing on this shop,
 * and the stock of variants that have none yet.
 *
 * @throws {CatalogError} `INVALID_INPUT` when something is missing.
 */
export function toChanges(submission: Submission, context: ApprovalContext): CatalogChanges {
  const { product } = context
  const content = requireComplete(nextContent(submission, product))
  const kept = product ?? {
    id: submission.productId,
    slug: freeSlug(content.name.vi, context),
    producerId: submission.producerId,
  }
  const known = new Map(product?.variants.map((variant) => [variant.sku, variant]))
  const variants = content.variants.map(({ sku, name, packSize, price, gtin }) => {
    if (!packSize) throw new TypeError('a complete draft has the pack size of each variant')
    // What no draft speaks of stays as it is: a sale, buy-more rules, the VAT rate, the weight of the parcel.
    return { ...known.get(sku), sku, name, packSize, price, gtin }
  })
  return {
    products: [{ ...kept, ...content, variants, status: 'published' }],
    certificates: toCertificate(submission, content.origin, context),
    listings: toOwnListing(submission, context),
    stock: content.variants
      .filter(({ sku, stock }) => stock !== undefined && context.stockOf(sku) === null)
      .map(({ sku, stock = 0 }) => ({ sku, quantity: stock })),
  }
}
