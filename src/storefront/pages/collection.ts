import { say } from '../language.js'
import { productsIn, toCollectionTile } from '../models/collection-tile.js'
import { showsIllustration, toProductCard } from '../models/product-card.js'
import { notFound } from '../refusal.js'
import { toShareLinks } from '../models/share-links.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'

/** A collection of a season or an event, and its products. */
export const collection: Handler = (visit) => {
  const { find } = visit.messages
  const found = visit.catalog.productCollections.findPublished(visit.params.slug ?? '')
  if (!found) throw notFound()
  const today = visit.catalog.today()
  const cards = productsIn(found, visit).map((product) => toProductCard(product, visit))
  const { title, until } = toCollectionTile(found, visit)
  const isOver = found.until !== undefined && found.until < today
  const view = {
    title,
    text: found.text ? say(found.text, visit.language) : null,
    until: isOver ? find.over : until,
    cards,
    share: toShareLinks(`/collections/${found.slug}`, visit),
    others: visit.catalog.productCollections
      .shownOn(today)
      .filter(({ id }) => id !== found.id)
      .map((other) => toCollectionTile(other, visit)),
  }
  const head = {
    title: title.text,
    description: find.collectionDescription(title.text, cards.length),
    noIndex: isOver,
  }
  const trail = [
    { label: { text: visit.messages.browse.products, lang: null }, path: '/products' },
    { label: title, path: null },
  ]
  return page('shop/collection', head, view, { trail, illustrative: showsIllustration(cards) })
}
