import type { Product } from '../../catalog/product.js'
import type { Visit } from '../visit.js'
import { toPictures } from './picture.js'

/**
 * schema.org facts of a product. Prices that are made up for show are left out: a search engine would pass them on as
 * real ones.
 */
export function toProductFacts(product: Product, visit: Visit): object {
  const { state } = visit.catalog
  const url = visit.links.absolute(`/products/${product.slug}`)
  const producer = product.producerId && state.find('producers', product.producerId)
  const photos = toPictures(product, visit).filter(({ isCover }) => !isCover)
  const offers = product.variants.flatMap((variant) => {
    const stock = visit.shownStock(variant.sku)
    if (variant.illustrative || variant.price === null || stock === null || !visit.site.sells) return []
    return [
      {
        '@type': 'Offer',
        sku: variant.sku,
        price: variant.price,
        priceCurrency: 'VND',
        availability: `https://schema.org/${stock > 0 ? 'InStock' : 'OutOfStock'}`,
        url,
      },
    ]
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name.vi,
    ...(product.name.en ? { alternateName: product.name.en } : {}),
    url,
    ...(product.description ? { description: product.description.vi } : {}),
    ...(photos.length > 0 ? { image: photos.map(({ src }) => new URL(src, url).href) } : {}),
    ...(producer ? { manufacturer: { '@type': 'Organization', name: producer.name } } : {}),
    ...(offers.length > 0 ? { offers } : {}),
  }
}
