import type { Photo } from '../catalog/product.js'

/** What happens to the photos of a product, in numbers of photos. */
export interface PhotoChanges {
  /** Another photo stands in the place of one. */
  readonly replaced: number
  readonly added: number
  readonly removed: number
  /** Those that stay follow one another otherwise; the first one is the product's main photo. */
  readonly isReordered: boolean
}

type Pictures = readonly Pick<Photo, 'src'>[]

const missingFrom = (others: Pictures) => {
  const known = new Set(others.map(({ src }) => src))
  return (photo: Pictures[number] | undefined): boolean => photo !== undefined && !known.has(photo.src)
}

/** What becomes of the photos; a photo is known by its address. */
export function photoChanges(before: Pictures, after: Pictures): PhotoChanges {
  const [isNew, isGone] = [missingFrom(before), missingFrom(after)]
  const replaced = after.filter((photo, index) => isNew(photo) && isGone(before[index])).length
  const order = (photos: Pictures, isOther: (photo: Pictures[number]) => boolean): string =>
    photos.flatMap((photo) => (isOther(photo) ? [] : [photo.src])).join(' ')
  return {
    replaced,
    added: after.filter(isNew).length - replaced,
    removed: before.filter(isGone).length - replaced,
    isReordered: order(before, isGone) !== order(after, isNew),
  }
}
