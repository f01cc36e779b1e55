import type { Photo, Product } from '../../catalog/product.js'
import { coverPath, COVER_SIZE } from '../cover/cover-path.js'
import { photoPath, photoSizes } from '../photos.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'

export interface Picture {
  readonly src: string
  /** The same picture in other widths, as `srcset` takes them; null when there is one only. */
  readonly srcset: string | null
  readonly alt: Said
  readonly width: number
  readonly height: number
  /** True for a drawn cover, which stands in for a photo. */
  readonly isCover: boolean
  /** The picture by itself, as large as there is one, to look at closely; null for a cover. */
  readonly largeHref: string | null
}

const toCover = (product: Product, visit: Visit): Picture => ({
  src: visit.links.to(coverPath(product)),
  srcset: null,
  alt: { text: visit.messages.browse.coverAlt, lang: null },
  width: COVER_SIZE,
  height: COVER_SIZE,
  isCover: true,
  largeHref: null,
})

const toSrcset = (photo: Photo, visit: Visit): string | null =>
  photoSizes(photo)
    .map(({ path, width }) => `${visit.links.to(path)} ${width}w`)
    .join(', ') || null

const largestOf = (photo: Photo, visit: Visit): string =>
  visit.links.to(photoSizes(photo).at(-1)?.path ?? photoPath(photo))

/** The product's photos; its drawn cover when there is none. */
export function toPictures(product: Product, visit: Visit): readonly [Picture, ...Picture[]] {
  const [first, ...more] = product.photos.map((photo): Picture => ({
    src: visit.links.to(photoPath(photo)),
    srcset: toSrcset(photo, visit),
    alt: say(photo.alt, visit.language),
    width: photo.width,
    height: photo.height,
    isCover: false,
    largeHref: largestOf(photo, visit),
  }))
  return first ? [first, ...more] : [toCover(product, visit)]
}
