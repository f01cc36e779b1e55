import * as z from 'zod'
import { Instant } from './day.js'
import { FormerSlugs } from './former-slugs.js'
import { Gtin } from './packs/gtin.js'
import { ProducerId, ProductId, Sku, Slug, Version } from './ids.js'
import { isAgeRestricted, LabelFacts, requiredLabelFacts, type LabelFact } from './packs/label-facts.js'
import { PackSize } from './packs/pack-size.js'
import { PlaceRef } from './places/place.js'
import { BuyMore, PastPrice, SalePrice, VatRate } from './prices/price-rules.js'
import { GroupCode, SetNumber } from './product-groups.js'
import { line, localizedLine, localizedParagraphs } from './text.js'
import { Price } from './vnd.js'

/** What is priced, stocked and bought. Its stock is kept by the store, as a sum of movements. */
export const Variant = z.strictObject({
  sku: Sku,
  /** Names the variant among its siblings: "Gói 500 g"; the pack size speaks for it when left out. */
  name: localizedLine(100).optional(),
  packSize: PackSize,
  /** Null when the price is not known: the product is shown, not sold. */
  price: Price.nullable(),
  gtin: Gtin.optional(),
  sale: SalePrice.optional(),
  /** The rule that takes most off counts. */
  buyMore: z.array(BuyMore).max(5).optional(),
  /** In percent; left out when the seller does not say. */
  vatRate: VatRate.optional(),
  /** Grams that one packed unit weighs on its way; read from the pack size when left out. */
  shippingWeight: z.int().min(1).max(1_000_000).optional(),
  /** The latest prices before the present one. The catalog writes it down; what is handed in does not count. */
  pastPrices: z.array(PastPrice).max(60).optional(),
  /** True for price and stock of the sample catalog: made up for show, and said so wherever a person sees them. */
  illustrative: z.boolean().optional(),
})
export type Variant = z.infer<typeof Variant>

/** A picture with the words that stand for it; `src` is a path within the site. */
export const Photo = z.strictObject({
  src: line(500),
  alt: localizedLine(300),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
})
export type Photo = z.infer<typeof Photo>

/** Where the product stands in the programme's groups, and whether a decision says so or it is read from the name. */
export const Classification = z.strictObject({
  group: GroupCode,
  set: SetNumber.nullable(),
  basis: z.enum(['decision', 'proposal']),
})
export type Classification = z.infer<typeof Classification>

const ProductStatus = z.enum(['draft', 'published', 'withdrawn'])

/**
 * One speciality, such as "Mật ong bạc hà Mèo Vạc". Nobody buys a product; they buy one of its {@link Variant}s.
 * Certificates and listings are records of their own, since they have histories of their own.
 */
export const Product = z.strictObject({
  id: ProductId,
  version: Version,
  slug: Slug,
  /** Slugs that it had before: their addresses lead here. Kept by the catalog. */
  formerSlugs: FormerSlugs.optional(),
  status: ProductStatus,
  name: localizedLine(200),
  description: localizedParagraphs(10_000).optional(),
  producerId: ProducerId.nullable(),
  classification: Classification.nullable(),
  /** Where it was recognised, in the units of that time; figures "as then" use it. */
  origin: PlaceRef,
  /** Where it is made today, when a person said so; otherwise derived from `origin`. */
  place: PlaceRef.optional(),
  variants: z.array(Variant).max(50),
  photos: z.array(Photo).max(20),
  labelFacts: LabelFacts,
  /** Where the facts come from: an address or a decision. */
  source: line(500).optional(),
  changedAt: Instant,
})
export type Product = z.infer<typeof Product>

export const findVariant = (product: Product, sku: Sku): Variant | null =>
  product.variants.find((variant) => variant.sku === sku) ?? null

/** True when only adults may buy it; see {@link isAgeRestricted}. */
export const isForAdults = ({ classification }: Product): boolean =>
  isAgeRestricted(classification?.group ?? null, classification?.set ?? null)

/** The label facts that this product's set requires and that it does not state yet. */
export const missingLabelFacts = (product: Pick<Product, 'classification' | 'labelFacts'>): readonly LabelFact[] =>
  requiredLabelFacts(product.classification?.group ?? null, product.classification?.set ?? null).filter(
    (fact) => product.labelFacts[fact] === undefined,
  )
