import { listingStatusOn } from '../../catalog/listing.js'
import type { Product } from '../../catalog/product.js'
import { formatDay, formatVnd } from '../format.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'
import { toSource, type Source } from './source.js'

/** Where else a product is sold, as it was last seen there. */
export interface ListingRow {
  readonly platform: Said
  readonly platformHref: string
  readonly status: string
  readonly isGone: boolean
  readonly href: string | null
  readonly price: string | null
  readonly checkedOn: string | null
  readonly listedOn: string
  readonly source: Source | null
}

const GONE: ReadonlySet<string> = new Set(['removed', 'platformClosed'])

/** The product's listings on other platforms than this shop; those that are gone come last. */
export function toListingRows(product: Product, visit: Visit): ListingRow[] {
  const { state } = visit.catalog
  const today = visit.catalog.today()
  return state
    .listingsOf(product.id)
    .flatMap((listing): ListingRow[] => {
      const platform = state.find('platforms', listing.platformId)
      if (!platform || platform.own) return []
      const status = listingStatusOn(listing, platform, today)
      if (status === 'notYet') return []
      const isGone = GONE.has(status)
      return [
        {
          platform: say(platform.name, visit.language),
          platformHref: visit.links.to(`/platforms/${platform.slug}`),
          status: visit.messages.product.listingStatus[status],
          isGone,
          href: isGone ? null : (listing.url ?? null),
          price: listing.price === undefined ? null : formatVnd(listing.price),
          checkedOn: listing.lastCheckedOn === undefined ? null : formatDay(listing.lastCheckedOn),
          listedOn: formatDay(listing.listedOn),
          source: listing.source === undefined ? null : toSource(listing.source),
        },
      ]
    })
    .sort((a, b) => Number(a.isGone) - Number(b.isGone))
}
