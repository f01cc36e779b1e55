import { producerOf } from '../../fronts/current-producer.js'
import { toFormProblems } from '../../form-problems.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { readRecipientForm, recipientLabels } from '../../shopping/recipient-form.js'
import { personOf } from '../../signed-in.js'
import { orderPage } from './order.js'

/** Corrects who receives an order, as its buyer has said on the phone. */
export const postRecipient: Handler = async (visit) => {
  const code = visit.params['code'] ?? ''
  try {
    const typed = readRecipientForm(visit, 'phone')
    await visit.catalog.correctRecipient(code, producerOf(visit).id, typed, personOf(visit))
  } catch (error) {
    return orderPage(visit, toFormProblems(error, recipientLabels(visit), visit))
  }
  return redirect(visit.links.to(`/producer/orders/${code}`))
}
