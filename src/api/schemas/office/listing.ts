import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { ListingStatus } from '../../../catalog/listing.js'
import { ProvinceKey } from '../../../catalog/places/place.js'
import { Price, Vnd } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { platformFacts } from '../platform.js'
import { Words } from '../words.js'

/** An e-commerce platform on which products are listed. */
export const Platforms = named(
  'Platforms',
  z.strictObject({
    next: Next,
    platforms: z.array(
      z.strictObject({
        ...platformFacts,
        listed: z.int(),
      }),
    ),
  }),
)

/** One product on one platform. */
export const OfficeListing = named(
  'OfficeListing',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    productId: z.string(),
    product: Words,
    platformId: z.string(),
    status: ListingStatus,
    url: z.string().nullable(),
    price: Price.nullable(),
    listedOn: Day,
    delistedOn: Day.nullable(),
    lastCheckedOn: Day.nullable(),
  }),
)

export const ListingPage = named(
  'ListingPage',
  z.strictObject({
    total: z.int(),
    next: Next,
    listings: z.array(OfficeListing),
  }),
)

/** What another platform reports: single sales by their numbers, or statements over a span of days. */
export const SalesBody = named(
  'SalesBody',
  z.strictObject({
    /** Where the report comes from, for the record of the import. */
    name: z.string().min(1).max(200),
    sales: z
      .array(
        z.strictObject({
          platformId: z.string(),
          /** Recorded once for each platform. */
          externalNumber: z.string().min(1).max(100),
          from: Day,
          until: Day.optional(),
          count: z.int().min(1).max(100_000_000).optional(),
          producerId: z.string().nullable().optional(),
          province: ProvinceKey.optional(),
          amount: Vnd.nullable().optional(),
          source: z.string().max(500).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
)
export const SalesRecorded = named('SalesRecorded', z.strictObject({ recorded: z.int(), known: z.int() }))
