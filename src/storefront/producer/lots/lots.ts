import type { Lot } from '../../../catalog/packs/lot.js'
import { traceAddress } from '../../care/trace-address.js'
import { formatDay } from '../../format.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'

function toRow({ id, number, productId, madeOn, bestBefore, status }: Lot, visit: Visit) {
  const words = visit.messages.lots
  const isPast = bestBefore !== undefined && bestBefore < visit.catalog.today()
  const days = [
    madeOn && `${words.fields.madeOn}: ${formatDay(madeOn)}`,
    bestBefore && `${words.fields.bestBefore}: ${formatDay(bestBefore)}${isPast ? ` (${words.past})` : ''}`,
  ]
  return {
    number,
    href: visit.links.to(`/producer/lots/${productId}/${id}`),
    days: days.filter(Boolean).join(' · '),
    state: status === 'current' ? null : words.statuses[status],
    isRecalled: status === 'recalled',
  }
}

/** The lots of a producer, product by product, the newest first. */
export const lots: Handler = (visit) => {
  const { catalog, messages, links } = visit
  const products = catalog.state.productsOf(producerOf(visit).id).filter(({ status }) => status === 'published')
  const view = {
    saved: visit.query.has('saved'),
    products: products.map((product) => ({
      id: product.id,
      name: product.name.vi,
      add: links.to(`/producer/lots/${product.id}/new`),
      trace: traceAddress(product, {}, visit),
      rows: catalog.lots.of(product.id).map((one) => toRow(one, visit)),
    })),
  }
  return page('producer/lots', { title: messages.lots.title }, view)
}
