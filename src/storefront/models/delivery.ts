import type { Product } from '../../catalog/product.js'
import { gramsOf, shippingCharge, ZONES } from '../../trade/shipping-terms.js'
import { formatVnd } from '../format.js'
import type { Visit } from '../visit.js'

/** What delivery of one unit costs by its producer's own terms; null where the shop's rule holds. */
export function toDelivery(product: Product, visit: Visit): string | null {
  const words = visit.messages.trade.paying
  const terms = product.producerId && visit.catalog.saleTerms.find(product.producerId)
  const [variant] = product.variants
  if (!terms || !variant) return null
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
