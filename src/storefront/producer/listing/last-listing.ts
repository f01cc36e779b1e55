import type { ProductDraft, Submission } from '../../../catalog/submission.js'
import { draftOf } from '../../../desk/draft-of.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

/**
 * What the producer listed last before this one, to begin a new product with the set and the facts that seldom differ;
 * null for a change of a product, and for a producer's first.
 */
export function lastListing({ id, producerId, base }: Submission, visit: Visit): ProductDraft | null {
  if (base !== null) return null
  const written = visit.catalog.submissions
    .listOf(personOf(visit), producerId)
    .find((one) => one.id !== id && one.status !== 'withdrawn' && one.content.classification !== null)
  if (written) return written.content
  const [newest] = visit.catalog.state
    .listBy('products', 'producer', producerId)
    .filter(({ status, classification }) => status === 'published' && classification !== null)
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  return newest ? draftOf(newest) : null
}
