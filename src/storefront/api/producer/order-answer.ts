import type * as z from 'zod'
import type { ProducerOrder as ProducerOrderSchema } from '../../../api/schemas/producer/producer-order.js'
import { neededRecipient } from '../../../care/needed-recipient.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Order } from '../../../catalog/order.js'
import type { ProducerOrder } from '../../../site/selling/order-desk.js'
import { recipientAddress } from '../../models/recipient-address.js'
import type { Visit } from '../../visit.js'
import type { Call } from '../handlers.js'
import { toShare } from '../shop/order-answer.js'

export const toProducerOrder = (
  { order, share }: ProducerOrder,
  visit: Visit,
): z.input<typeof ProducerOrderSchema> => ({
  code: order.code,
  placedAt: order.placedAt,
  recipient: {
    name: order.recipient.name,
    phone: order.recipient.phone,
    address: recipientAddress(order.recipient, visit),
    note: order.recipient.note ?? null,
  },
  buyerCorrectedAt: order.buyerCorrectedAt ?? null,
  share: toShare(share, visit),
})

/** An order after a step, as the producer of the key sees it. */
export function answerOf(order: Order, { producerId, visit }: Call<unknown>) {
  const share = order.fulfillments.find((one) => one.producerId === producerId)
  if (!share) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: order.code } })
  const needed = neededRecipient(order, share, visit.catalog.today())
  return { body: toProducerOrder({ order: needed, share }, visit), version: order.version }
}
