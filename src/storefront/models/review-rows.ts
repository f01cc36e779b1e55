import type { Rating } from '../../care/rating.js'
import type { Product } from '../../catalog/product.js'
import type { PublicAnswer, Review } from '../../catalog/care/review.js'
import { dayAt } from '../../catalog/day.js'
import { formatCount, formatDay } from '../format.js'
import type { Language } from '../../catalog/text.js'
import { photoPath, photoSizes } from '../photos.js'
import type { Visit } from '../visit.js'

/** A rating in words: never as stars, which are the programme's grade. */
export interface RatingWords {
  /** `4,6/5 (12 đánh giá)` */
  readonly short: string
  readonly average: string
  readonly count: string
  /** From the best to the worst, with the share of all as a whole percentage. */
  readonly spread: readonly { readonly label: string; readonly count: string; readonly percent: number }[]
}

const formatAverage = (average: number, language: Language): string =>
  average.toFixed(1).replace('.', language === 'vi' ? ',' : '.')

/** `4,6/5 (12 đánh giá)` */
export const ratingShort = ({ average, count }: Rating, visit: Visit): string =>
  visit.messages.care.reviews.short(formatAverage(average, visit.language), formatCount(count, visit.language))

function toRatingWords(rating: Rating, visit: Visit): RatingWords {
  const { average, count, spread } = rating
  const words = visit.messages.care.reviews
  const [mean, number] = [formatAverage(average, visit.language), formatCount(count, visit.language)]
  return {
    short: ratingShort(rating, visit),
    average: words.average(mean),
    count: words.count(number),
    spread: spread
      .map((rated, index) => ({
        label: words.words[index] ?? '',
        count: formatCount(rated, visit.language),
        percent: Math.round((rated / count) * 100),
      }))
      .toReversed(),
  }
}

/** An answer as the public reads it. */
export const toAnswer = (answer: PublicAnswer | undefined, visit: Visit) =>
  answer && {
    text: answer.text,
    by: visit.messages.care.reviews[answer.by === 'producer' ? 'producerAnswer' : 'officeAnswer'],
    on: formatDay(dayAt(answer.at)),
  }

const toPhotos = ({ photos }: Review, visit: Visit) =>
  photos.map((photo, index) => ({
    src: visit.links.to(photoPath(photo)),
    srcset:
      photoSizes(photo)
        .map(({ path, width }) => `${visit.links.to(path)} ${width}w`)
        .join(', ') || null,
    alt: visit.messages.care.reviews.photo(formatCount(index + 1, visit.language)),
    width: photo.width,
    height: photo.height,
  }))

/** A review as the public reads it. */
export function toReviewRow(review: Review, visit: Visit) {
  const words = visit.messages.care.reviews
  return {
    id: review.id,
    rating: review.rating,
    word: words.words[review.rating - 1] ?? '',
    author: review.author ?? words.anonymous,
    isAnonymous: review.author === undefined,
    receivedOn: words.receivedOn(formatDay(review.receivedOn)),
    writtenOn: words.writtenOn(formatDay(dayAt(review.editedAt ?? review.writtenAt))),
    isEdited: review.editedAt !== undefined,
    text: review.text ?? null,
    photos: toPhotos(review, visit),
    answer: toAnswer(review.answer, visit),
    reportHref: visit.links.to('/feedback', { about: `review:${review.id}` }),
  }
}

/** The mean and the newest reviews of a product; `most` of them, all when left out. */
export function toReviews(product: Product, visit: Visit, most = Infinity) {
  const rating = visit.catalog.reviews.ratingOf(product.id)
  if (!rating) return null
  const shown = visit.catalog.reviews.shownOf(product.id)
  return {
    rating: toRatingWords(rating, visit),
    rows: shown.slice(0, most).map((review) => toReviewRow(review, visit)),
    more:
      shown.length > most
        ? {
            href: visit.links.to(`/products/${product.slug}/reviews`),
            text: visit.messages.care.reviews.all(formatCount(shown.length, visit.language)),
          }
        : null,
  }
}
