import { dayAt } from '../../catalog/day.js'
import type { Product } from '../../catalog/product.js'
import { formatDay } from '../format.js'
import type { Visit } from '../visit.js'
import { toAnswer } from './review-rows.js'

/** The answered questions about a product, the newest first. */
export const toQuestions = (product: Product, visit: Visit, most = Infinity) =>
  visit.catalog.questions
    .shownOf(product.id)
    .slice(0, most)
    .map((question) => ({
      text: question.text,
      askedOn: formatDay(dayAt(question.askedAt)),
      answer: toAnswer(question.answer, visit),
    }))
