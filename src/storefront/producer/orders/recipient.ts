import { producerOf } from '../../fronts/current-producer.js'
import { toFormProblems } from '../../form-problems.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import { orderPage } from './order.js'

/** Corrects who receives an order, as its buyer has said on the phone. */
export const postRecipient: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  const code = visit.params['code'] ?? ''
  const fields = ['name', 'phone', ...(form.has('street') ? ['commune', 'street'] : [])]
  try {
    const typed = Object.fromEntries(fields.map((field) => [field, singleField(form, field)]))
    await catalog.correctRecipient(code, producerOf(visit).id, typed, personOf(visit))
  } catch (error) {
    const { name, phone, commune, street } = messages.trade.checkout
    return orderPage(visit, toFormProblems(error, { name, phone, commune, street }, visit))
  }
  return redirect(visit.links.to(`/producer/orders/${code}`))
}
