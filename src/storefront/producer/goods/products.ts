import type { Product } from '../../../catalog/product.js'
import { isOpen } from '../../../catalog/submission.js'
import type { GoodsRow } from '../../../site/goods.js'
import { formatCount, formatDay, formatVnd } from '../../format.js'
import { rowPackName } from '../../models/pack-name.js'
import { toPictures } from '../../models/picture.js'
import { json, page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { toRenewal } from '../standing/renewal.js'
import { stepPath } from '../listing/steps.js'

const stockWords = (stock: number | null, visit: Visit): string =>
  stock === null ? visit.messages.goods.notSold : formatCount(stock, visit.language)

function toVariant({ variant, stock }: GoodsRow, visit: Visit) {
  return {
    sku: variant.sku,
    pack: rowPackName(variant, visit.language),
    price: variant.price === null ? visit.messages.goods.noPrice : formatVnd(variant.price),
    stock: stockWords(stock, visit),
    isNone: stock === 0,
    /** The button that was tapped keeps the focus. */
    tapped: visit.query.get('at') === variant.sku ? visit.query.get('did') : null,
  }
}

/** What has to be done about the certificate; null for nothing. */
function toWarning(product: Product, visit: Visit) {
  const renewal = product.status === 'published' ? toRenewal(product, visit) : null
  return renewal?.tone === 'calm' ? null : renewal
}

function toProducts(rows: readonly GoodsRow[], visit: Visit) {
  const products = [...new Set(rows.map(({ product }) => product))]
  return products.map((product) => ({
    id: product.id,
    name: product.name.vi,
    picture: toPictures(product, visit)[0],
    renewal: toWarning(product, visit),
    codes: visit.links.to(`/producer/products/${product.id}/codes`),
    variants: rows.filter((row) => row.product === product).map((row) => toVariant(row, visit)),
  }))
}

const toWork = (producerId: string, visit: Visit) =>
  visit.catalog.submissions
    .listOf(personOf(visit), producerId)
    .filter(isOpen)
    .map((submission) => ({
      name: submission.content.name?.vi ?? visit.messages.listing.untitled,
      status: submission.status,
      words: visit.messages.listing.status[submission.status],
      due: submission.dueOn ? visit.messages.listing.check.due(formatDay(submission.dueOn)) : null,
      href: visit.links.to(stepPath(submission, 'check')),
    }))

/** A producer's goods: what is in work, and stock in one tap for what is on the site. */
export const goodsPage: Handler = (visit) => {
  const { id } = producerOf(visit)
  const rows = visit.catalog.goods.list(personOf(visit), id)
  const view = { sells: visit.site.sells, work: toWork(id, visit), products: toProducts(rows, visit) }
  return page('producer/goods', { title: visit.messages.goods.title }, view)
}

const STEPS: Readonly<Record<string, number>> = { more: 1, less: -1, soldOut: -Infinity }

/** One tap on − , + or "sold out". */
export const postStock: Handler = async (visit) => {
  const { id } = producerOf(visit)
  const [sku, step] = [singleField(visit.form, 'sku'), singleField(visit.form, 'step')]
  const by = STEPS[step] ?? 0
  const stock = await visit.catalog.goods.move(personOf(visit), id, sku, by)
  if (visit.wantsJson) return json({ stock, words: stockWords(stock, visit) })
  return redirect(`${visit.links.to('/producer/products', { at: sku, did: step })}#stock-${sku}`)
}
