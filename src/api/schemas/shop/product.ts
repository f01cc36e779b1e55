import * as z from 'zod'
import { Day, PartialDay } from '../../../catalog/day.js'
import { Stars } from '../../../catalog/grade.js'
import { LabelFacts } from '../../../catalog/packs/label-facts.js'
import { PackSize } from '../../../catalog/packs/pack-size.js'
import { PlaceRef } from '../../../catalog/places/place.js'
import { BuyMore, VatRate } from '../../../catalog/prices/price-rules.js'
import { Classification } from '../../../catalog/product.js'
import { Price } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Words } from '../words.js'

/** A producer, a platform or a product as others name it. */
export const Named = named('Named', z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }))

/** A picture; `src` is an absolute address. */
export const Picture = named(
  'Picture',
  z.strictObject({ src: z.string(), alt: Words, width: z.int(), height: z.int() }),
)

/** One pack that can be bought. Prices in whole đồng, VAT included. */
const Variant = named(
  'Variant',
  z.strictObject({
    sku: z.string(),
    name: Words.nullable(),
    packSize: PackSize,
    /** What it costs today, with a sale counted in; null when the price is not known and it is only shown. */
    price: Price.nullable(),
    /** The price before the sale; null without one. */
    formerPrice: Price.nullable(),
    saleUntil: Day.nullable(),
    buyMore: z.array(BuyMore),
    /** In percent. */
    vatRate: VatRate.nullable(),
    gtin: z.string().nullable(),
    /** Units in stock; null for what is not sold here. */
    stock: z.int().nullable(),
    /** True for a price and a stock that are made up for show. */
    illustrative: z.boolean(),
  }),
)

/** The certificate as it stands today. */
export const ShownCertificate = named(
  'Certificate',
  z.strictObject({
    stars: Stars.nullable(),
    outcome: z.enum(['recognized', 'evaluated']),
    standing: z.enum(['valid', 'expiring', 'extended', 'uncertain', 'evaluated', 'notYet', 'expired', 'withdrawn']),
    decisionNumber: z.string().nullable(),
    issuedOn: PartialDay.nullable(),
    source: z.string().nullable(),
  }),
)

/** The mean of the reviews that are shown. */
export const Rating = named('Rating', z.strictObject({ average: z.number().min(1).max(5), count: z.int().min(1) }))

export const Product = named(
  'Product',
  z.strictObject({
    id: z.string(),
    slug: z.string(),
    name: Words,
    producer: Named.nullable(),
    classification: Classification.nullable(),
    /** Where it was recognised, in the units of that time. */
    origin: PlaceRef,
    /** The same place in the units of today. */
    place: PlaceRef,
    certificate: ShownCertificate.nullable(),
    variants: z.array(Variant),
    pictures: z.array(Picture),
    rating: Rating.nullable(),
    /** True when only adults may buy it. */
    forAdults: z.boolean(),
    source: z.string().nullable(),
    /** The product's page. */
    page: z.string(),
  }),
)

/** Where else a product is to be found. */
export const Elsewhere = named(
  'Elsewhere',
  z.strictObject({
    platform: Named,
    status: z.enum(['introduced', 'orderable', 'soldOut', 'removed', 'platformClosed', 'notYet']),
    url: z.string().nullable(),
    price: Price.nullable(),
    lastCheckedOn: Day.nullable(),
  }),
)

export const ProductDetail = named(
  'ProductDetail',
  Product.extend({
    description: Words.nullable(),
    labelFacts: LabelFacts,
    elsewhere: z.array(Elsewhere),
  }),
)

const FacetCount = z.strictObject({
  /** As the filter of the same name takes it. */
  value: z.string(),
  label: z.string(),
  count: z.int(),
})
const counted = z.array(FacetCount)

/** How many products each value of a filter would leave. */
const Facets = named(
  'Facets',
  z.strictObject({
    group: counted,
    set: counted,
    province: counted,
    commune: counted,
    stars: counted,
    recognition: counted,
    platform: counted,
    producer: counted,
  }),
)

export const ProductPage = named(
  'ProductPage',
  z.strictObject({
    total: z.int(),
    page: z.int(),
    pageCount: z.int(),
    pageSize: z.int(),
    next: Next,
    currency: z.literal('VND'),
    products: z.array(Product),
    facets: Facets,
    /** A spelling that finds something, when the typed one needed a repair. */
    didYouMean: z.string().nullable(),
    /** Words nearest to a text that fits nothing. */
    nearest: z.array(z.string()),
  }),
)

export const Suggestions = named(
  'Suggestions',
  z.strictObject({
    suggestions: z.array(
      z.strictObject({
        kind: z.enum(['product', 'producer', 'place', 'group']),
        text: z.string(),
        /** The slug of a product; for others the words to search for. */
        value: z.string(),
      }),
    ),
  }),
)

const values = z.array(z.string().min(1).max(100)).max(30).optional()

/** What the list of products can be asked. Values of one filter are alternatives; different filters all have to fit. */
export const ProductQuery = z.strictObject({
  q: z.string().max(200).optional(),
  group: values,
  set: values,
  province: values,
  commune: values,
  stars: values,
  recognition: values,
  platform: values,
  producer: values,
  minPrice: Price.optional(),
  maxPrice: Price.optional(),
  inStock: z.boolean().optional(),
  sort: z.enum(['relevance', 'stars', 'priceAsc', 'priceDesc', 'unitPrice', 'newest', 'name']).optional(),
  limit: z.int().min(1).max(100).optional(),
  /** A page by its number; `cursor` reads on without counting. */
  page: z.int().min(1).max(100_000).optional(),
  cursor: z.string().min(1).max(1000).optional(),
})
