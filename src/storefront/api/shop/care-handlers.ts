import type { careOperations } from '../../../api/operations/care.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Photo, Product } from '../../../catalog/product.js'
import { notFound } from '../../refusal.js'
import { keepPhotos } from '../../care/keep-photos.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { toFeedbackCase, toQuestion, toReview } from './care-answer.js'

function getProduct(slug: string, { catalog }: Visit): Product {
  const found = catalog.state.findBySlug('products', slug)
  if (found?.status !== 'published') throw notFound()
  return found
}

interface SentPhoto {
  readonly data: string
  readonly alt?: string | undefined
}

/** Keeps pictures for whoever holds the order; nobody else fills the shop's disk. */
async function keepSentPhotos(
  { code, phone, sku }: { readonly code: string; readonly phone: string; readonly sku: string },
  sent: readonly SentPhoto[],
  { catalog, messages }: Visit,
): Promise<Photo[]> {
  const order = await catalog.findOrder(code, phone)
  const line = order?.fulfillments.flatMap(({ lines }) => lines).find((one) => one.sku === sku)
  if (!line) throw new CatalogError('NOT_FOUND', { details: { what: 'order line', id: sku } })
  const pictures = sent.map(({ data }, at) => ({ bytes: Buffer.from(data, 'base64'), field: `photos.${at}.data` }))
  const kept = await keepPhotos(pictures, catalog.media)
  return kept.map((photo, at) => ({
    ...photo,
    alt: { vi: sent[at]?.alt ?? messages.care.reviews.photo(line.name) },
  }))
}

export const careHandlers: HandlersOf<typeof careOperations> = {
  listReviews: ({ params, query, visit }) => {
    const { id } = getProduct(params.slug, visit)
    const shown = visit.catalog.reviews.shownOf(id)
    const rating = visit.catalog.reviews.ratingOf(id)
    const { entries, next } = takePage(shown, query)
    return {
      body: {
        total: shown.length,
        rating: rating && { average: rating.average, count: rating.count },
        next,
        reviews: entries.map((review) => toReview(review, visit)),
      },
    }
  },

  writeReview: async ({ params, body, visit }) => {
    const { phone, sku, rating, text, photos: sent = [] } = body
    const proof = { code: params.code, phone, sku }
    const photos = sent.length > 0 ? await keepSentPhotos(proof, sent, visit) : []
    const review = await visit.catalog.reviews.write(proof, { rating, text, photos })
    return { body: toReview(review, visit) }
  },

  listQuestions: ({ params, query, visit }) => {
    const shown = visit.catalog.questions.shownOf(getProduct(params.slug, visit).id)
    const { entries, next } = takePage(shown, query)
    return { body: { total: shown.length, next, questions: entries.map(toQuestion) } }
  },

  askQuestion: async ({ params, body, visit }) => {
    const { id } = getProduct(params.slug, visit)
    return { body: toQuestion(await visit.catalog.questions.ask({ productId: id, ...body })) }
  },

  sendFeedback: async ({ body, visit }) => {
    const { about, ...rest } = body
    const subject = { of: about.of, ...(about.id === undefined ? {} : { id: about.id }) }
    return { body: toFeedbackCase(await visit.catalog.feedback.receive({ about: subject, ...rest })) }
  },

  followFeedback: async ({ params, body, visit }) => {
    const found = await visit.catalog.feedback.find(params.code, body.phone)
    if (!found) throw new CatalogError('NOT_FOUND', { details: { what: 'feedback', id: params.code } })
    return { body: toFeedbackCase(found) }
  },
}
