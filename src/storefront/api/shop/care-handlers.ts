import type { careOperations } from '../../../api/operations/care.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Product } from '../../../catalog/product.js'
import { notFound } from '../../refusal.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { toFeedbackCase, toQuestion, toReview } from './care-answer.js'

function getProduct(slug: string, { catalog }: Visit): Product {
  const found = catalog.state.findBySlug('products', slug)
  if (found?.status !== 'published') throw notFound()
  return found
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
    const { phone, sku, rating, text } = body
    const review = await visit.catalog.reviews.write({ code: params.code, phone, sku }, { rating, text })
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

  followFeedback: ({ params, body, visit }) => {
    const found = visit.catalog.feedback.find(params.code, body.phone)
    if (!found) throw new CatalogError('NOT_FOUND', { details: { what: 'feedback', id: params.code } })
    return { body: toFeedbackCase(found) }
  },
}
