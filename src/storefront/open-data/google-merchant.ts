import { formatPack } from '../../catalog/packs/pack-words.js'
import type { Product, Variant } from '../../catalog/product.js'
import { priceOn } from '../../catalog/prices/price.js'
import { toProductAddress } from '../embed/embedded-product.js'
import { say } from '../language.js'
import { toShortPlace } from '../models/place-words.js'
import { xml, xmlReply } from '../pages/machine/xml.js'
import { photoPath } from '../photos.js'
import type { Handler } from '../route.js'
import { sharePicturePath } from '../share/share-picture-path.js'
import type { Visit } from '../visit.js'

/** The longest that the feed takes. */
const MAX_TITLE = 150
const MAX_TEXT = 5000

const tag = (name: string, value: string | null | undefined): string =>
  value === null || value === undefined || value === '' ? '' : `<g:${name}>${xml(value)}</g:${name}>\n`

const pictureOf = (product: Product, { links, language }: Visit): string => {
  const [photo] = product.photos
  return links.absolute(photo ? photoPath(photo) : sharePicturePath(product, language))
}

/**
 * One variant as an item; empty for one that is not sold here, and for one whose price is made up for show: a shopping
 * site would pass it on as real.
 */
function toItem(product: Product, variant: Variant, visit: Visit): string {
  const { catalog, language, messages } = visit
  const shown = priceOn(variant, catalog.today())
  const stock = visit.shownStock(variant.sku)
  if (variant.illustrative || shown === null || stock === null) return ''
  const producer = product.producerId && catalog.state.find('producers', product.producerId)
  const name = say(product.name, language).text
  const pack = formatPack(variant.packSize, language)
  const place = toShortPlace(product.place ?? product.origin, visit)
  const told = product.description
    ? say(product.description, language).text
    : messages.product.productDescription(name, place)
  const group = product.classification && catalog.reference.groups.group(product.classification.group)
  const isOne = product.variants.length === 1
  return `<item>
${tag('id', variant.sku)}${tag('title', `${name}, ${pack}`.slice(0, MAX_TITLE))}${tag('description', told.slice(0, MAX_TEXT))}${tag('link', toProductAddress(product, visit))}${tag('image_link', pictureOf(product, visit))}${tag('availability', stock > 0 ? 'in_stock' : 'out_of_stock')}${tag('price', `${shown.former ?? shown.price} VND`)}${tag('sale_price', shown.former === null ? null : `${shown.price} VND`)}${tag('condition', 'new')}${tag('brand', producer ? producer.name : null)}${tag('gtin', variant.gtin)}${tag('identifier_exists', variant.gtin ? null : 'no')}${tag('item_group_id', isOne ? null : product.id)}${tag('size', isOne ? null : pack)}${tag('product_type', group ? say(group, language).text : null)}</item>`
}

/** The variants that can be bought, for Google Merchant Center (RSS 2.0 with its own names). */
export const googleMerchant: Handler = (visit) => {
  const { catalog, links, site, language } = visit
  const items = catalog.state
    .all('products')
    .filter(({ status }) => status === 'published')
    .flatMap((product) => product.variants.map((variant) => toItem(product, variant, visit)))
    .filter((item) => item !== '')
  return xmlReply(
    `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
<title>${xml(site.name[language])}</title>
<link>${xml(links.absolute('/'))}</link>
<description>${xml(visit.messages.openData.merchant)}</description>
${items.join('\n')}
</channel></rss>`,
  )
}
