import * as z from 'zod'
import { Day, Instant } from './day.js'
import { ListingId, PlatformId, ProductId, Version } from './ids.js'
import type { Platform } from './platform.js'
import { line } from './text.js'
import { Price } from './vnd.js'

/** What can be said of a listing. `introduced` (giới thiệu) is shown there but cannot be ordered. */
export const ListingStatus = z.enum(['introduced', 'orderable', 'soldOut', 'removed'])
export type ListingStatus = z.infer<typeof ListingStatus>

/** One product on one platform; at most one listing for the pair. */
export const Listing = z.strictObject({
  id: ListingId,
  version: Version,
  productId: ProductId,
  platformId: PlatformId,
  status: ListingStatus,
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  externalId: line(100).optional(),
  price: Price.optional(),
  /** The first day on which it was seen there. */
  listedOn: Day,
  /** The day from which it was gone; set when `status` is `removed`. */
  delistedOn: Day.optional(),
  lastCheckedOn: Day.optional(),
  /** Who says so: an address, a report, a check of our own. */
  source: line(500).optional(),
  changedAt: Instant,
})
export type Listing = z.infer<typeof Listing>

/** A listing's state on a day, as shown: its status, or that the platform as a whole has closed. */
export function listingStatusOn(
  listing: Listing,
  platform: Platform,
  day: Day,
): ListingStatus | 'platformClosed' | 'notYet' {
  if (day < listing.listedOn) return 'notYet'
  if (platform.closedOn && platform.closedOn <= day) return 'platformClosed'
  if (listing.delistedOn)
    return listing.delistedOn <= day ? 'removed' : listing.status === 'removed' ? 'introduced' : listing.status
  return listing.status
}

const PRESENT: ReadonlySet<string> = new Set(['introduced', 'orderable', 'soldOut'])

/** True when the product is to be found on the platform on that day: introduced, orderable or sold out there. */
export const isListedOn = (listing: Listing, platform: Platform, day: Day): boolean =>
  PRESENT.has(listingStatusOn(listing, platform, day))
