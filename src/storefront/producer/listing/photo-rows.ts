import type { Photo } from '../../../catalog/product.js'
import { photoChanges } from '../../../desk/photo-changes.js'
import { photoPath, photoSizes } from '../../photos.js'
import type { Visit } from '../../visit.js'

const THUMBNAIL = 320

/** A small picture of a photo. */
export const thumbnail = (photo: Photo, visit: Visit): string =>
  visit.links.to(photoSizes(photo).find(({ width }) => width >= THUMBNAIL)?.path ?? photoPath(photo))

/** Photos as a row of small pictures, each of which opens the large one. */
export const toThumbs = (photos: readonly Photo[], visit: Visit) =>
  photos.map((photo, index) => ({
    src: thumbnail(photo, visit),
    href: visit.links.to(photoPath(photo)),
    label: photoLabel(index, visit),
    mark: null as string | null,
  }))

/** What the photo at a place is called. */
export const photoLabel = (index: number, { messages: { listing } }: Visit): string =>
  index === 0 ? listing.photos.first : listing.photos.number(index + 1)

function summaryOf(before: readonly Photo[], after: readonly Photo[], visit: Visit): string {
  const words = visit.messages.listing.photoChanges
  const { replaced, added, removed, isReordered } = photoChanges(before, after)
  const said = [
    replaced > 0 ? words.replaced(replaced) : null,
    added > 0 ? words.added(added) : null,
    removed > 0 ? words.removed(removed) : null,
    isReordered ? words.reordered : null,
  ].filter((one) => one !== null)
  return said.length === 0 ? words.described : said.join(' · ')
}

/** What would become of the photos: in words, and side by side with marks on what goes and what comes. */
export function toPhotoChange(before: readonly Photo[], after: readonly Photo[], visit: Visit) {
  const words = visit.messages.listing.photoChanges
  const marked = (photos: readonly Photo[], others: readonly Photo[], mark: string) =>
    toThumbs(photos, visit).map((thumb, index) => ({
      ...thumb,
      mark: others.some(({ src }) => src === photos[index]?.src) ? null : mark,
    }))
  return {
    summary: summaryOf(before, after, visit),
    before: marked(before, after, words.gone),
    after: marked(after, before, words.fresh),
  }
}
