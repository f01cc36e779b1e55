import type { Product } from '../../../catalog/product.js'
import { say, type Said } from '../../language.js'
import { toCertificateFacts } from '../../models/certificate-facts.js'
import { toListingRows } from '../../models/listing-rows.js'
import { toOffer } from '../../models/offer.js'
import { toPlaceFacts } from '../../models/place-words.js'
import { showsIllustration, toProductCard } from '../../models/product-card.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'

/** Products that are compared: as many as fit beside each other on a phone. */
export const COMPARED = 2
const OFFERED = 12

interface Row {
  readonly label: string
  /** For each product, lines of words; none where nothing is known. */
  readonly cells: readonly (readonly Said[])[]
}

const plain = (text: string): Said => ({ text, lang: null })

function readChosen(visit: Visit): Product[] {
  const slugs = [...new Set(visit.query.getAll('p'))]
  return slugs
    .flatMap((slug) => visit.catalog.state.findBySlug('products', slug) ?? [])
    .filter(({ status }) => status === 'published')
    .slice(0, COMPARED)
}

/** What may be compared with a product: first of its own set, most like it by name. */
function listOthers(product: Product | undefined, text: string, visit: Visit): Product[] {
  const set = product?.classification?.set
  const facets = text === '' && set ? { set: [String(set)] } : {}
  const { hits } = visit.catalog.search({
    text,
    filters: { facets },
    sort: 'relevance',
    page: 1,
    pageSize: OFFERED + 1,
  })
  return hits
    .filter(({ id }) => id !== product?.id)
    .slice(0, OFFERED)
    .map(({ id }) => visit.catalog.state.get('products', id))
}

function toRows(products: readonly Product[], visit: Visit): Row[] {
  const { find, product: words, browse } = visit.messages
  const row = (label: string, read: (product: Product) => readonly Said[]): Row => ({
    label,
    cells: products.map(read),
  })
  return [
    row(words.recognition, (product) => {
      const [certificate] = toCertificateFacts(product, visit)
      if (!certificate) return [plain(words.recognitionNone)]
      const stars = certificate.stars === null ? [] : [plain(browse.starCount(certificate.stars))]
      return [...stars, plain(certificate.standing)]
    }),
    row(find.packsAndPrices, (product) =>
      product.variants.map((variant) => {
        const { pack, price, unitPrice, illustrative } = toOffer(variant, visit)
        const unit = unitPrice ? ` (${unitPrice})` : ''
        const note = illustrative ? ` – ${browse.illustrativePrice}` : ''
        return plain(`${pack}: ${price ?? browse.noPrice}${unit}${note}`)
      }),
    ),
    row(words.producer, (product) => {
      const producer = product.producerId && visit.catalog.state.find('producers', product.producerId)
      return producer ? [say({ vi: producer.name }, visit.language)] : []
    }),
    row(words.origin, (product) => [plain(toPlaceFacts(product.place ?? product.origin, visit).then)]),
    row(words.elsewhere.title, (product) =>
      toListingRows(product, visit)
        .filter(({ isGone }) => !isGone)
        .map(({ platform }) => platform),
    ),
  ].filter(({ cells }) => cells.some((lines) => lines.length > 0))
}

/** Two products side by side; while one is missing, what could stand beside the other. */
export const compare: Handler = (visit) => {
  const { find } = visit.messages
  const chosen = readChosen(visit)
  const text = (visit.query.get('q') ?? '').normalize('NFC').trim().slice(0, 200)
  const slugs = chosen.map(({ slug }) => slug)
  const cards = chosen.map((product) => toProductCard(product, visit))
  const view = {
    text,
    kept: slugs,
    columns: cards.map((card, index) => ({
      card,
      other: visit.links.to('/compare', { p: slugs.filter((_, at) => at !== index) }),
    })),
    rows: chosen.length === COMPARED ? toRows(chosen, visit) : [],
    others:
      chosen.length === COMPARED
        ? []
        : listOthers(chosen[0], text, visit).map(({ slug, name }) => ({
            name: say(name, visit.language),
            href: visit.links.to('/compare', { p: [...slugs, slug] }),
          })),
  }
  const head = { title: find.compare, noIndex: true }
  return page('shop/compare', head, view, { illustrative: showsIllustration(cards), kept: text === '' })
}
