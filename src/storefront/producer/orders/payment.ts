import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { parse } from '../../../catalog/parse.js'
import { line } from '../../../catalog/text.js'
import { Price } from '../../../catalog/vnd.js'
import { toFormProblems } from '../../form-problems.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import { producerOf } from '../../fronts/current-producer.js'
import { toRefundProblems } from './refund-problems.js'
import { attempt } from '../listing/read-goods.js'
import { readAmount } from '../../../catalog/prices/read-amount.js'
import { orderPage } from './order.js'

/** The money of a transfer has come. */
export const postPaid: Handler = async (visit) => {
  const code = visit.params['code'] ?? ''
  try {
    await visit.catalog.payments.confirm(personOf(visit), code, producerOf(visit).id)
  } catch (error) {
    return orderPage(visit, toFormProblems(error, {}, visit))
  }
  return redirect(visit.links.to(`/producer/orders/${code}`))
}

/** What was sent back, and a note that stays with the payment. */
function readRefund(form: URLSearchParams): { amount: number; reason?: string } {
  const issues: CatalogError['issues'][number][] = []
  const amount = attempt(issues, 'amount', 0, () => {
    const value = readAmount(singleField(form, 'amount'))
    if (value === null) throw fieldError('amount', 'badFormat', { example: '120.000' })
    return parse(Price, value)
  })
  const reason = attempt(issues, 'refundReason', undefined, () => {
    const typed = singleField(form, 'refundReason').trim()
    return typed === '' ? undefined : parse(line(300), typed)
  })
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return { amount, ...(reason === undefined ? {} : { reason }) }
}

/** The money goes back to the buyer: by the provider that took it, or it was sent by hand. */
export const postRefunded: Handler = async (visit) => {
  const code = visit.params['code'] ?? ''
  const nth = /^\d{1,3}$/.test(singleField(visit.form, 'nth')) ? Number(singleField(visit.form, 'nth')) : undefined
  try {
    const details = { ...readRefund(visit.form), nth }
    await visit.catalog.payments.refund(personOf(visit), code, producerOf(visit).id, details)
  } catch (error) {
    const words = visit.messages.dispatch.refund
    return orderPage(visit, toRefundProblems(error, { amount: words.amount, refundReason: words.reason }, visit))
  }
  return redirect(visit.links.to(`/producer/orders/${code}`))
}
