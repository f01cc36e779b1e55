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
  /** True when it costs something else there than here; made-up prices are compared with nothing. */
  readonly differs: boolean
  readonly reportHref: string
  readonly source: Source | null
}

const GONE: ReadonlySet<string> = new Set(['removed', 'platformClosed'])

/** What its packs cost here; empty where nothing is sold or the prices are made up for show. */
const ownPrices = ({ variants }: Product, visit: Visit): ReadonlySet<number> =>
  new Set(
    visit.site.sells
      ? variants.flatMap(({ price, illustrative }) => (price === null || illustrative ? [] : [price]))
      : [],
  )

/** The product's listings on other platforms than this shop; those that are gone come last. */
export function toListingRows(product: Product, visit: Visit): ListingRow[] {
  const { state } = visit.catalog
  const today = visit.catalog.today()
  const prices = ownPrices(product, visit)
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
          differs: !isGone && listing.price !== undefined && prices.size > 0 && !prices.has(listing.price),
          reportHref: visit.links.to('/feedback', { about: `listing:${listing.id}` }),
          source: listing.source === undefined ? null : toSource(listing.source),
        },
      ]
    })
    .sort((a, b) => Number(a.isGone) - Number(b.isGone))
}
