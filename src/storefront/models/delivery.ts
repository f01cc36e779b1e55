import type { Product } from '../../catalog/product.js'
import { gramsOf, shippingCharge, ZONES } from '../../trade/shipping-terms.js'
import { formatVnd } from '../format.js'
import type { Visit } from '../visit.js'

/** What the shop's own rule asks for one unit; a rule may be any function, so it is asked, not read. */
function toShopDelivery({ variants }: Product, visit: Visit): string | null {
  const priced = variants.filter(({ price }) => price !== null)
  const charges = priced.flatMap(({ sku }) =>
    visit.catalog.quote(new Map([[sku, 1]])).shares.map(({ shipping }) => shipping),
  )
  if (charges.length === 0) return null
  const words = visit.messages.trade.paying
  const [least, most] = [Math.min(...charges), Math.max(...charges)]
  if (most === 0) return words.shippingFree
  return `${least === most ? words.shippingOne(formatVnd(most)) : words.shippingUpTo(formatVnd(most))}.`
}

/** What delivery of one unit costs, by its producer's terms or else by the shop's rule; null where nothing is sold. */
export function toDelivery(product: Product, visit: Visit): string | null {
  const words = visit.messages.trade.paying
  const terms = product.producerId && visit.catalog.saleTerms.find(product.producerId)
  const [variant] = product.variants
  if (!variant || !visit.site.sells) return null
  if (!terms?.shipping && !terms?.pickUp) return toShopDelivery(product, visit)
  const { shipping, pickUp } = terms
  const sentences: string[] = []
  if (shipping) {
    const grams = Math.min(...product.variants.map(gramsOf))
    const [near = 0, region = 0, far = 0] = ZONES.map((zone) => shippingCharge(shipping, zone, grams))
    sentences.push(
      near === region && region === far
        ? words.shippingFrom(formatVnd(near))
        : words.shippingZones(formatVnd(near), formatVnd(region), formatVnd(far)),
    )
    if (shipping.freeFrom !== undefined) sentences.push(words.freeFrom(formatVnd(shipping.freeFrom)))
  }
  if (pickUp) sentences.push(words.canPickUp)
  return sentences.length === 0 ? null : sentences.map((sentence) => sentence.replace(/\.$/, '')).join('. ') + '.'
}
