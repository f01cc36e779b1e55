import { may } from '../../../access/rights.js'
import { producerSubject } from '../../../access/subjects.js'
import type { Variant } from '../../../catalog/product.js'
import type { Voucher } from '../../../catalog/prices/voucher.js'
import { formatCount, formatDay, formatVnd } from '../../format.js'
import { toBuyMore } from '../../models/offer.js'
import { rowPackName } from '../../models/pack-name.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'

function toSale({ sale }: Variant, visit: Visit): string | null {
  if (!sale) return null
  const words = visit.messages.offers
  const text = words.sale(formatVnd(sale.price), formatDay(sale.from), formatDay(sale.until))
  return sale.until < visit.catalog.today() ? words.over(text) : text
}

function toVoucher(voucher: Voucher, uses: number, visit: Visit) {
  const words = visit.messages.offers
  const { percent, amount = 0, limit } = voucher
  const isOver = voucher.until < visit.catalog.today()
  return {
    code: voucher.code,
    href: visit.links.to(`/producer/offers/vouchers/${voucher.id}`),
    off: percent === undefined ? formatVnd(amount) : `${percent}%`,
    days: words.days(formatDay(voucher.from), formatDay(voucher.until)),
    uses: words.uses(
      formatCount(uses, visit.language),
      limit === null ? words.noLimit : formatCount(limit, visit.language),
    ),
    state: voucher.status === 'withdrawn' ? words.withdrawn : isOver ? words.ended : null,
  }
}

/** What lowers a producer's prices: sales and buy-more rules by variant, and its vouchers. */
export const offers: Handler = (visit) => {
  const { catalog, messages } = visit
  const producer = producerOf(visit)
  const subject = producerSubject(producer, catalog.reference.places, catalog.today())
  const view = {
    saved: visit.query.has('saved'),
    variants: catalog.goods.list(personOf(visit), producer.id).map(({ product, variant }) => ({
      name: product.name.vi,
      pack: rowPackName(variant, visit.language),
      price: variant.price === null ? messages.goods.noPrice : formatVnd(variant.price),
      rules: [toSale(variant, visit), ...toBuyMore(variant, visit)].filter((rule) => rule !== null),
      href: variant.price === null ? null : visit.links.to(`/producer/offers/prices/${variant.sku}`),
    })),
    vouchers: may(personOf(visit), 'voucher.manage', subject)
      ? catalog.vouchers.list(producer.id).map((one) => toVoucher(one.voucher, one.uses, visit))
      : null,
  }
  return page('producer/offers', { title: messages.offers.title }, view)
}
