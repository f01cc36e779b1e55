import type { Review } from '../catalog/care/review.js'

/** What all shown reviews of something come to. */
export interface Rating {
  readonly count: number
  /** The mean of 1 to 5, to one decimal. */
  readonly average: number
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly spread: readonly [number, number, number, number, number]
}

export const isShown = ({ status }: Pick<Review, 'status'>): boolean => status === 'shown'

/** The mean of the reviews that the public sees; null when there is none. Erased words leave their rating counted. */
export function ratingOf(reviews: readonly Pick<Review, 'status' | 'rating'>[]): Rating | null {
  const spread: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  let [count, sum] = [0, 0]
  for (const review of reviews) {
    if (!isShown(review)) continue
    spread[review.rating - 1] = (spread[review.rating - 1] ?? 0) + 1
    count += 1
    sum += review.rating
  }
  return count === 0 ? null : { count, average: Math.round((sum / count) * 10) / 10, spread }
}
