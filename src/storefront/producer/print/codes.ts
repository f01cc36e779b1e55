import { CatalogError } from '../../../catalog/errors.js'
import { formatPack } from '../../../catalog/packs/pack-words.js'
import type { Product } from '../../../catalog/product.js'
import { traceAddress } from '../../care/trace-address.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { toRecognition } from '../../models/recognition.js'
import { formatVnd } from '../../format.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { qrAddress } from '../../qr/qr-svg.js'

const STICKERS = 24

/** @throws {CatalogError} `NOT_FOUND` for a product that is not the producer's own or not public. */
function ownProduct(visit: Visit): Product {
  const id = visit.params['id'] ?? ''
  const product = visit.catalog.state.find('products', id)
  if (product?.producerId !== producerOf(visit).id || product.status !== 'published')
    throw new CatalogError('NOT_FOUND', { details: { what: 'product', id } })
  return product
}

/** A product's QR code, with what can be printed of it. */
export const codes: Handler = (visit) => {
  const product = ownProduct(visit)
  const base = `/producer/products/${product.id}/codes`
  const view = {
    name: product.name.vi,
    qr: qrAddress(traceAddress(product, {}, visit)),
    address: traceAddress(product, {}, visit),
    poster: visit.links.to(`${base}/poster`),
    stickers: visit.links.to(`${base}/stickers`),
  }
  return page('producer/codes', { title: `${visit.messages.shelf.title}: ${product.name.vi}` }, view)
}

function toPrint(visit: Visit) {
  const product = ownProduct(visit)
  const variant = product.variants.find(({ price }) => price !== null)
  return {
    title: `${visit.messages.shelf.title}: ${product.name.vi}`,
    name: say(product.name, visit.language).text,
    producer: producerOf(visit).name,
    recognition: toRecognition(product, visit),
    price:
      variant?.price == null ? null : `${formatPack(variant.packSize, visit.language)} · ${formatVnd(variant.price)}`,
    qr: qrAddress(traceAddress(product, {}, visit)),
    address: traceAddress(product, {}, visit),
    count: STICKERS,
    back: visit.links.to(`/producer/products/${product.id}/codes`),
  }
}

/** An A4 poster for the shelf. */
export const poster: Handler = (visit) => {
  const view = toPrint(visit)
  return page('producer/print-poster', { title: view.title, noIndex: true }, view, { personal: true })
}

/** A sheet of stickers for packs. */
export const stickers: Handler = (visit) => {
  const view = toPrint(visit)
  return page('producer/print-stickers', { title: view.title, noIndex: true }, view, { personal: true })
}
