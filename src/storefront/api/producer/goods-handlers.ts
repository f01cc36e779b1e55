import type { producerOperations } from '../../../api/operations/producer.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { toPriceRules } from './offer-handlers.js'

type Part = Pick<typeof producerOperations, 'listGoods' | 'changeGoods' | 'moveStock' | 'changePrice'>

/** Goods in one answer, when nothing else is said. */
const MOST_GOODS = 100

const unknownSku = (sku: string): CatalogError => new CatalogError('NOT_FOUND', { details: { what: 'SKU', id: sku } })

/** What the command says of its only row, about the address that named the SKU. */
const asMissing = (error: unknown, sku: string): unknown =>
  error instanceof CatalogError && error.issues.some(({ path, code }) => path.endsWith('sku') && code === 'notFound')
    ? unknownSku(sku)
    : error

/** Prices and stock of the producer to which the key belongs. */
export const goodsHandlers: HandlersOf<Part> = {
  listGoods: ({ actor, producerId, query, visit }) => {
    const { entries, next } = takePage(visit.catalog.goods.list(actor, producerId), query, MOST_GOODS)
    const goods = entries.map(({ product, variant, stock }) => ({
      product: { id: product.id, slug: product.slug, name: product.name.vi },
      status: product.status === 'published' ? ('published' as const) : ('draft' as const),
      sku: variant.sku,
      name: variant.name ?? null,
      packSize: variant.packSize,
      price: variant.price,
      stock,
    }))
    return { body: { next, goods } }
  },

  changeGoods: async ({ actor, producerId, body, visit }) => ({
    body: { changed: await visit.catalog.goods.change(actor, producerId, body.rows) },
  }),

  moveStock: async ({ actor, producerId, params, body, visit }) => {
    if (body.by === 0) throw fieldError('by', 'inconsistent', { why: 'Cần khác 0.', whyEn: 'This must not be 0.' })
    const stock = await visit.catalog.goods.move(actor, producerId, params.sku, body.by).catch((error: unknown) => {
      throw asMissing(error, params.sku)
    })
    return { body: { sku: params.sku, stock } }
  },

  changePrice: async ({ actor, producerId, params, body, visit }) => {
    const own = visit.catalog.state.findBySku(params.sku)
    if (own?.product.producerId !== producerId) throw unknownSku(params.sku)
    const product = await visit.catalog.prices.change(actor, params.sku, body)
    const variant = product.variants.find(({ sku }) => sku === params.sku)
    if (!variant) throw unknownSku(params.sku)
    return toPriceRules(product, variant)
  },
}
