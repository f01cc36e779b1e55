import type { Product } from '../../catalog/product.js'
import { toProductCard } from '../models/product-card.js'
import type { Visit } from '../visit.js'

/** A product as it stands on another site's page: whole addresses, ready words. */
export interface EmbeddedProduct {
  readonly name: string
  /** The language of the name where it is not that of the answer. */
  readonly nameLang: string | null
  readonly href: string
  readonly picture: { readonly src: string; readonly width: number; readonly height: number; readonly alt: string }
  readonly stars: number | null
  /** `OCOP 4 sao. Còn hạn đến 14/3/2028`; null where it never had a certificate. */
  readonly recognition: string | null
  readonly place: string
  readonly producer: string | null
  /** `từ 65.000 ₫`, in words ready to be shown; null where it has none. */
  readonly price: string | null
  readonly unitPrice: string | null
  readonly stock: string | null
  /** Said when the price is made up for show. */
  readonly note: string | null
  readonly action: string
  readonly site: string
}

/** A published product by its slug, present or former, or by one of its SKUs; null when there is none. */
export function findEmbedded({ catalog, query }: Visit): Product | null {
  const [slug, sku] = [query.get('slug'), query.get('sku')]
  const { state } = catalog
  const found =
    slug !== null ? state.findBySlug('products', slug) : sku !== null ? state.findHolder('products', 'sku', sku) : null
  return found?.status === 'published' ? found : null
}

/** The way to a product's page from elsewhere, in the language of the answer. */
export const toProductAddress = ({ slug }: Product, { links, language }: Visit): string =>
  links.absolute(`/products/${slug}`, { lang: language === 'en' ? 'en' : null })

export function toEmbedded(product: Product, visit: Visit): EmbeddedProduct {
  const { links, messages, site, language } = visit
  const words = messages.embed
  const { name, picture, recognition, place, producer, offer, isFrom } = toProductCard(product, visit)
  const isGood = recognition?.tone === 'good' && recognition.stars !== null
  const [mount, origin] = [links.to(''), links.absolute('')]
  return {
    name: name.text,
    nameLang: name.lang,
    href: toProductAddress(product, visit),
    picture: {
      src: origin + picture.src.slice(mount.length),
      width: picture.width,
      height: picture.height,
      alt: picture.isCover ? '' : picture.alt.text,
    },
    stars: isGood ? recognition.stars : null,
    recognition: recognition
      ? isGood
        ? words.starsWith(String(recognition.stars), recognition.text)
        : recognition.text
      : null,
    place,
    producer: producer?.text ?? null,
    price: offer?.price ? (isFrom ? `${words.from} ${offer.price}` : offer.price) : null,
    unitPrice: offer?.unitPrice ?? null,
    stock: offer?.stock?.text ?? null,
    note: offer?.illustrative ? words.sampleOffer : null,
    action: offer?.canBuy && !offer.illustrative ? words.order : words.see,
    site: site.name[language],
  }
}
