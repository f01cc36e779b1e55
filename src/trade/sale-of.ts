import { dayAt, toInstant } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { OrderId, PlatformId, TransactionId } from '../catalog/ids.js'
import { goodsOf, netAmounts, type Fulfillment } from '../catalog/order.js'
import { provinceKey, type ProvinceKey } from '../catalog/places/place.js'
import type { Places } from '../catalog/places/places.js'
import type { Producer } from '../catalog/producer.js'
import type { Product } from '../catalog/product.js'
import type { Transaction } from '../catalog/transaction.js'
import type { QuoteShare } from './quote.js'

/** Where and when a sale is recorded. */
interface SaleContext {
  readonly now: Date
  readonly platformId: PlatformId
  readonly newId: () => string
}

/** The province to which a producer's sale counts, in the units in force on the day: the producer's, or else the product's. */
export function provinceOfSale(
  producer: Producer | null,
  product: Product | null,
  places: Places,
  now: Date,
): ProvinceKey | null {
  const place = producer?.place ?? product?.place ?? product?.origin
  return place ? (places.provinceOf(place, dayAt(now), 'asThen')?.key ?? provinceKey(place.list, place.province)) : null
}

/** A producer's share of an order as an entry of the ledger. */
export function saleOf(
  share: Fulfillment,
  quoted: QuoteShare | undefined,
  orderId: OrderId,
  places: Places,
  context: SaleContext,
): Transaction {
  const day = dayAt(context.now)
  const province = provinceOfSale(quoted?.producer ?? null, quoted?.lines[0]?.product ?? null, places, context.now)
  if (!province) throw new CatalogError('NOT_FOUND', { details: { what: 'province', id: share.producerId } })
  const amounts = netAmounts(share)
  return {
    id: context.newId() as TransactionId,
    kind: 'sale',
    platformId: context.platformId,
    producerId: share.producerId,
    province,
    from: day,
    until: day,
    count: 1,
    lines: share.lines.map(({ productId, sku, quantity }, index) => ({
      productId,
      sku,
      quantity,
      amount: amounts[index] ?? 0,
    })),
    amount: goodsOf(share),
    orderId,
    recordedAt: toInstant(context.now),
  }
}
