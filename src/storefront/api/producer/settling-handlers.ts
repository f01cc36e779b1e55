import type { settlingOperations } from '../../../api/operations/settling.js'
import { receivedFor } from '../../producer/orders/refund.js'
import { notFound } from '../../refusal.js'
import type { HandlersOf } from '../handlers.js'
import { answerOf } from './order-answer.js'

type Part = Pick<typeof settlingOperations, 'refundPayment' | 'answerReturn'>

/** Money and goods that go back from the producer to which the key belongs. */
export const settlingHandlers: HandlersOf<Part> = {
  refundPayment: async (call) => {
    const { actor, producerId, params, body, visit } = call
    const { share } = await visit.catalog.orderDesk.get(actor, producerId, params.code)
    const details = { ...body, amount: body.amount ?? receivedFor(share) }
    return answerOf(await visit.catalog.payments.refund(actor, params.code, producerId, details), call)
  },

  answerReturn: async (call) => {
    const { actor, producerId, params, body, visit } = call
    const { share } = await visit.catalog.orderDesk.get(actor, producerId, params.code)
    if (!share.returns?.[params.index]) throw notFound()
    const { status, ...details } = body
    const { returns } = visit.catalog
    return answerOf(await returns.answer(actor, params.code, producerId, params.index, status, details), call)
  },
}
