import { CatalogError } from '../../../catalog/errors.js'
import { toFormProblems } from '../../form-problems.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { readRecipientForm, recipientLabels } from '../../shopping/recipient-form.js'
import { orderPage } from './order.js'
import { lookupPage } from './order-lookup.js'

/** Corrects who receives an order that no producer has accepted yet. */
export const postOwnRecipient: Handler = async (visit) => {
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { code } = known.order
  try {
    const { note = '', ...typed } = readRecipientForm(visit, 'note')
    const input = note.trim() === '' ? typed : { ...typed, note }
    await visit.catalog.correctOwnRecipient(code, known.phone, input)
    return redirect(visit.links.to(`/orders/${code}`, { corrected: 1 }))
  } catch (error) {
    const isTooLate = error instanceof CatalogError && error.code === 'NOT_ALLOWED_NOW' && !visit.wantsJson
    if (!isTooLate)
      return orderPage(known.order, visit, { problems: toFormProblems(error, recipientLabels(visit), visit) })
    const now = (await visit.catalog.findOrder(code, known.phone)) ?? known.order
    const text = visit.messages.trade.orders.correct.tooLate
    return orderPage(now, visit, { status: error.status, notice: { tone: 'bad', text } })
  }
}
