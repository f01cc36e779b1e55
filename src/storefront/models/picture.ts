import type { Photo, Product } from '../../catalog/product.js'
import { coverPath, COVER_SIZE } from '../cover/cover-path.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'

export interface Picture {
  readonly src: string
  readonly alt: Said
  readonly width: number
  readonly height: number
  /** True for a drawn cover, which stands in for a photo. */
  readonly isCover: boolean
}

const toCover = (product: Product, visit: Visit): Picture => ({
  src: visit.links.to(coverPath(product)),
  alt: { text: visit.messages.browse.coverAlt, lang: null },
  width: COVER_SIZE,
  height: COVER_SIZE,
  isCover: true,
})

/** The path of a photo within the shop. */
export const photoPath = ({ src }: Photo): string => (src.startsWith('/') ? src : `/${src}`)

/** The product's photos; its drawn cover when there is none. */
export function toPictures(product: Product, visit: Visit): readonly [Picture, ...Picture[]] {
  const [first, ...more] = product.photos.map((photo): Picture => ({
    src: visit.links.to(photoPath(photo)),
    alt: say(photo.alt, visit.language),
    width: photo.width,
    height: photo.height,
    isCover: false,
  }))
  return first ? [first, ...more] : [toCover(product, visit)]
}
