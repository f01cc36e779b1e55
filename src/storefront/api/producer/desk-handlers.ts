import type { producerOperations } from '../../../api/operations/producer.js'
import { parsePeriod } from '../../../catalog/period.js'
import { readMark, writeCursor } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { toTransactions } from '../office/report-answer.js'
import { checkingThe } from '../../answer/parameter-fault.js'
import { toQuestion, toReview } from '../shop/care-answer.js'
import { answerOf, toProducerOrder } from './order-answer.js'

type Part = Pick<
  typeof producerOperations,
  | 'listProducerOrders'
  | 'getProducerOrder'
  | 'advanceOrder'
  | 'correctRecipient'
  | 'confirmPayment'
  | 'answerQuestion'
  | 'answerReview'
  | 'getOwnFigures'
>

const PAGE_SIZE = 50

/** Orders, answers and figures of the producer to which the key belongs. */
export const deskHandlers: HandlersOf<Part> = {
  listProducerOrders: async ({ actor, producerId, query, visit }) => {
    const after = readMark(query)
    const page = { limit: query.limit ?? PAGE_SIZE, after, isOpen: query.open }
    const { orders, next } = await visit.catalog.orderDesk.list(actor, producerId, page)
    return {
      body: {
        next: next === null ? null : writeCursor(next, query),
        orders: orders.map((one) => toProducerOrder(one, visit)),
      },
    }
  },

  getProducerOrder: async (call) => {
    const { actor, producerId, params, visit } = call
    return answerOf((await visit.catalog.orderDesk.get(actor, producerId, params.code)).order, call)
  },

  advanceOrder: async (call) => {
    const { actor, producerId, params, body, visit } = call
    const { status, reason, parcel } = body
    await visit.catalog.orderDesk.get(actor, producerId, params.code)
    return answerOf(await visit.catalog.advanceOrder(params.code, producerId, status, reason, { actor, parcel }), call)
  },

  correctRecipient: async (call) => {
    const { actor, producerId, params, body, visit } = call
    return answerOf(await visit.catalog.correctRecipient(params.code, producerId, body, actor), call)
  },

  confirmPayment: async (call) => {
    const { actor, producerId, params, body, visit } = call
    await visit.catalog.orderDesk.get(actor, producerId, params.code)
    return answerOf(await visit.catalog.payments.confirm(actor, params.code, producerId, body), call)
  },

  answerQuestion: async ({ actor, params, body, visit }) => ({
    body: toQuestion(await visit.catalog.questions.answer(actor, params.id, body.text)),
  }),

  answerReview: async ({ actor, params, body, visit }) => ({
    body: toReview(await visit.catalog.reviews.answer(actor, params.id, body.text), visit),
  }),

  getOwnFigures: ({ producerId, query, visit }) => {
    const period = checkingThe('query', () => parsePeriod(query.period))
    const filter = { producerId: producerId as never }
    return { body: toTransactions(visit.catalog.transactions({ period, province: null, mode: 'asNow', filter })) }
  },
}
