import type { Question } from '../../../catalog/care/question.js'
import type { PublicAnswer, Review } from '../../../catalog/care/review.js'
import { formatInstant } from '../../format.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { toDialled } from '../../../catalog/phone.js'

/** The name, and so the id, of the field that answers one question or review. */
export const answerField = (id: string): string => `text.${id}`

/** What questions and reviews have in common: about what, when, and the answer as it stands or was typed. */
function toRow(kind: 'questions' | 'reviews', record: Question | Review, visit: Visit) {
  const { id, productId } = record
  const answer: PublicAnswer | undefined = record.answer
  const product = visit.catalog.state.find('products', productId)
  const field = answerField(id)
  return {
    id,
    field,
    product: product?.name.vi ?? productId,
    text: record.text ?? null,
    answered: answer ? formatInstant(answer.at) : null,
    isByOffice: answer?.by === 'office',
    typed: visit.form.get(field) ?? answer?.text ?? '',
    wasTyped: visit.form.has(field),
    action: visit.links.to(`/producer/${kind}/${id}`),
  }
}

/** A producer's questions that the office did not hide; those that wait first, the oldest first. */
export const questionRows = (producerId: string, visit: Visit) =>
  visit.catalog.questions
    .list(personOf(visit))
    .filter((one) => one.producerId === producerId && (one.status === 'waiting' || one.status === 'answered'))
    .map((question) => ({
      ...toRow('questions', question, visit),
      head: [question.name, formatInstant(question.askedAt)].filter(Boolean).join(' · '),
      phone: question.phone ? { text: toDialled(question.phone), href: `tel:${question.phone}` } : null,
    }))

/** What the public sees of a producer's reviews, the newest first. */
export const reviewRows = (producerId: string, visit: Visit) =>
  visit.catalog.reviews
    .list(personOf(visit))
    .filter((one) => one.producerId === producerId && one.status === 'shown')
    .map((review) => ({
      ...toRow('reviews', review, visit),
      head: [
        `${review.rating}/5`,
        review.author ?? visit.messages.care.reviews.anonymous,
        formatInstant(review.writtenAt),
      ].join(' · '),
      phone: null,
    }))
