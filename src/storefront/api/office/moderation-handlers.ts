import type { Actor } from '../../../access/actor.js'
import { maySomewhere } from '../../../access/rights.js'
import type { officeDeskOperations } from '../../../api/operations/office-desk.js'
import { CatalogError } from '../../../catalog/errors.js'
import { toDeskQuestion, toDeskReview, toQuestionPage, toReviewPage } from '../desk/moderation-answer.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<
  typeof officeDeskOperations,
  'listOfficeReviews' | 'hideReview' | 'showReview' | 'listOfficeQuestions' | 'hideQuestion' | 'showQuestion'
>

const requireModerating = (actor: Actor): void => {
  if (!maySomewhere(actor, 'review.moderate')) throw new CatalogError('FORBIDDEN')
}

/** What shoppers say in public, within the provinces of the key. */
export const moderationHandlers: HandlersOf<Part> = {
  listOfficeReviews: ({ actor, query, visit }) => {
    requireModerating(actor)
    return toReviewPage(visit.catalog.reviews.list(actor), query, visit)
  },

  hideReview: async ({ actor, params, body, visit }) => ({
    body: toDeskReview(await visit.catalog.reviews.hide(actor, params.id, body.reason), visit),
  }),

  showReview: async ({ actor, params, visit }) => ({
    body: toDeskReview(await visit.catalog.reviews.show(actor, params.id), visit),
  }),

  listOfficeQuestions: ({ actor, query, visit }) => {
    requireModerating(actor)
    return toQuestionPage(visit.catalog.questions.list(actor), query)
  },

  hideQuestion: async ({ actor, params, body, visit }) => ({
    body: toDeskQuestion(await visit.catalog.questions.hide(actor, params.id, body.reason)),
  }),

  showQuestion: async ({ actor, params, visit }) => ({
    body: toDeskQuestion(await visit.catalog.questions.show(actor, params.id)),
  }),
}
