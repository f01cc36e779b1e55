import type * as z from 'zod'
import type { lotOperations } from '../../../api/operations/lots.js'
import type { Lot as LotSchema, ProducerLot } from '../../../api/schemas/shop/lot.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Lot } from '../../../catalog/packs/lot.js'
import { notFound } from '../../refusal.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { requireOwn } from '../require-own.js'

const toLot = (lot: Lot): z.input<typeof LotSchema> => ({
  number: lot.number,
  sku: lot.sku ?? null,
  madeOn: lot.madeOn ?? null,
  bestBefore: lot.bestBefore ?? null,
  soldFrom: lot.soldFrom ?? null,
  harvestedOn: lot.harvestedOn ?? null,
  harvestPlace: lot.harvestPlace ?? null,
  notes: lot.notes ?? null,
  status: lot.status,
})

const toOwnLot = (lot: Lot): z.input<typeof ProducerLot> => ({
  ...toLot(lot),
  id: lot.id,
  version: lot.version,
  productId: lot.productId,
})

/** Lots: what the public sees of them, and what producers keep. */
export const lotHandlers: HandlersOf<typeof lotOperations> = {
  listLots: ({ params, query, visit: { catalog } }) => {
    const product = catalog.state.findBySlug('products', params.slug)
    if (product?.status !== 'published') throw notFound()
    const { entries, next } = takePage(catalog.lots.shownOf(product.id), query)
    return { body: { next, lots: entries.map(toLot) } }
  },

  listOwnLots: (call) => {
    requireOwn(call, 'stock.change')
    const { catalog } = call.visit
    const product = catalog.state.find('products', call.query.productId)
    if (product?.producerId !== call.producerId)
      throw new CatalogError('NOT_FOUND', { details: { what: 'product', id: call.query.productId } })
    const { entries, next } = takePage(catalog.lots.of(product.id), call.query)
    return { body: { next, lots: entries.map(toOwnLot) } }
  },

  addLot: async ({ actor, body, visit }) => {
    const lot = await visit.catalog.lots.save(actor, body)
    return { body: toOwnLot(lot), version: lot.version }
  },

  changeLot: async ({ actor, params, body, visit }) => {
    const { productId } = visit.catalog.state.get('lots', params.id)
    const lot = await visit.catalog.lots.save(actor, { ...body, id: params.id, productId })
    return { body: toOwnLot(lot), version: lot.version }
  },
}
