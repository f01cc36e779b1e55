import type * as z from 'zod'
import type { afterPurchaseOperations } from '../../../api/operations/after-purchase.js'
import type { MyData } from '../../../api/schemas/shop/my-data.js'
import { CatalogError } from '../../../catalog/errors.js'
import { without } from '../../../catalog/without.js'
import type { HandlersOf } from '../handlers.js'
import { toFeedbackCase, toReview } from './care-answer.js'
import { toOrder } from './order-answer.js'

type Records = z.input<typeof MyData>['orders']

/** Records as they are kept. */
const asKept = (records: readonly object[]): Records => records as Records

/** What shoppers do after the purchase, opened by a code and the phone number that was given with it. */
export const afterPurchaseHandlers: HandlersOf<typeof afterPurchaseOperations> = {
  returnGoods: async ({ params, body: { phone, producerId, ...wish }, visit }) => ({
    body: toOrder(await visit.catalog.returns.request(params.code, phone, producerId, wish), visit),
  }),

  withdrawReview: async ({ params, body, visit }) => {
    const proof = { code: params.code, phone: body.phone, sku: params.sku }
    return { body: toReview(await visit.catalog.reviews.withdraw(proof), visit) }
  },

  reopenFeedback: async ({ params, body, visit }) => ({
    body: toFeedbackCase(await visit.catalog.feedback.reopen(params.code, body.phone, body.text)),
  }),

  openMyData: async ({ body, visit }) => {
    const { personalData } = visit.catalog
    const record = await personalData.open(body.phone, body.code)
    const erasure = record ? null : await personalData.findErasure(body.code)
    if (erasure)
      return { body: { phone: body.phone, orders: [], reviews: [], feedback: [], requests: asKept([erasure]) } }
    if (!record) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: body.code } })
    const { phone, orders, reviews, feedback, requests } = record
    return {
      body: {
        phone,
        // Without the keys that guard against sending twice.
        orders: asKept(orders.map((order) => without(order, 'idempotencyKey', 'requestHash'))),
        reviews: asKept(reviews),
        feedback: asKept(feedback),
        requests: asKept(requests),
      },
    }
  },

  requestMyData: async ({ body, visit }) => {
    const request = await visit.catalog.personalData.request(body.phone, body.code, body.kind, body.text)
    const { code, kind, status, receivedAt, dueOn, answer } = request
    return { body: { code, kind, status, receivedAt, dueOn, answer: answer?.text ?? null } }
  },
}
