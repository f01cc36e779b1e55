import type { Day } from '../../../catalog/day.js'
import { listingStatusOn, type Listing } from '../../../catalog/listing.js'
import type { ProductId } from '../../../catalog/ids.js'
import { parsePeriod } from '../../../catalog/period.js'
import type { Product } from '../../../catalog/product.js'
import { formatCount, formatDay, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'
import { findingText } from '../../models/finding-text.js'
import { producerOf } from '../../fronts/current-producer.js'
import { toRenewal } from './renewal.js'

/** Before this day there was no OCOP programme, and no transaction. */
const BEGINNING = '2018-01-01'

/** All transactions of a product so far, by platform. */
const countsOf = (productId: ProductId, today: Day, visit: Visit): ReadonlyMap<string, number> =>
  new Map(
    visit.catalog
      .transactions({
        period: parsePeriod(`${BEGINNING}..${today}`),
        province: null,
        mode: 'asNow',
        productId,
      })
      .byPlatform.map(({ platformId, transactions }) => [platformId, transactions]),
  )

function toListing(listing: Listing, product: Product, counts: ReadonlyMap<string, number>, visit: Visit) {
  const words = visit.messages.standing.listings
  const platform = visit.catalog.state.get('platforms', listing.platformId)
  const status = listingStatusOn(listing, platform, visit.catalog.today())
  const here = product.variants.map(({ price }) => price)
  return {
    platform: say(platform.name, visit.language),
    state: status === 'notYet' ? words.notYet : visit.messages.product.listingStatus[status],
    url: listing.url ?? null,
    price: listing.price === undefined ? null : formatVnd(listing.price),
    differs: listing.price !== undefined && !here.includes(listing.price),
    checked: listing.lastCheckedOn ? formatDay(listing.lastCheckedOn) : words.never,
    transactions: formatCount(counts.get(platform.id) ?? 0, visit.language),
  }
}

/** Where a producer's products are sold, what is counted there, and how their certificates stand. */
export const listings: Handler = (visit) => {
  const { state } = visit.catalog
  const today = visit.catalog.today()
  const products = state.productsOf(producerOf(visit).id).filter(({ status }) => status === 'published')
  const view = {
    products: products.map((product) => {
      const counts = countsOf(product.id, today, visit)
      const rows = state
        .listingsOf(product.id)
        .filter(({ platformId }) => platformId !== visit.catalog.ownPlatform.id)
        .map((listing) => toListing(listing, product, counts, visit))
      return {
        name: product.name.vi,
        href: visit.links.to(`/products/${product.slug}`),
        renewal: toRenewal(product, visit),
        here: formatCount(counts.get(visit.catalog.ownPlatform.id) ?? 0, visit.language),
        rows,
        findings: visit.catalog.links.findingsOf(product).map((found) => ({
          platform: say(found.platform.name, visit.language),
          kind: visit.messages.office.platforms.kinds[found.finding],
          text: findingText(found, visit),
        })),
      }
    }),
  }
  return page('producer/listings', { title: visit.messages.standing.listings.title }, view)
}
