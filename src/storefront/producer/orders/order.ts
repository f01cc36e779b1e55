import * as z from 'zod'
import { fieldError } from '../../../catalog/errors.js'
import { FulfillmentStatus } from '../../../catalog/order.js'
import { parse } from '../../../catalog/parse.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { NEEDS, toOrderView } from './share-view.js'

const Step = z.strictObject({ status: FulfillmentStatus })

/** The page of one order, with what is wrong with the form that was sent. */
export async function orderPage(visit: Visit, problems: FormProblems): Promise<Reply> {
  const code = visit.params['code'] ?? ''
  const found = await visit.catalog.orderDesk.get(personOf(visit), producerOf(visit).id, code)
  const { form } = visit
  const view = {
    ...problems,
    ...toOrderView(found, visit),
    typed: {
      carrier: form.get('carrier') ?? '',
      trackingNumber: form.get('trackingNumber') ?? '',
      reason: form.get('reason') ?? '',
      amount: form.get('amount'),
      refundReason: form.get('refundReason') ?? '',
    },
  }
  return page('producer/order', { title: visit.messages.dispatch.order(found.order.code) }, view, {
    status: problems.status,
    personal: true,
  })
}

export const order: Handler = (visit) => orderPage(visit, NO_PROBLEMS)

/** True for goods that their buyer fetches: no carrier takes those. */
async function isFetched(visit: Visit, code: string): Promise<boolean> {
  const { share } = await visit.catalog.orderDesk.get(personOf(visit), producerOf(visit).id, code)
  return share.pickUp !== undefined
}

/** One step of an order: accepted, packed, shipped with its carrier, delivered, cancelled with a reason. */
export const postStep: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  const code = visit.params['code'] ?? ''
  const words = messages.dispatch
  try {
    const { status } = parse(Step, { status: singleField(form, 'status') })
    const reason = singleField(form, 'reason')
    // The buyer reads why; and a button hit by mistake takes no order away.
    if (NEEDS[status] === 'reason' && reason.trim() === '') throw fieldError('reason', 'required')
    const [carrier, trackingNumber] = [singleField(form, 'carrier').trim(), singleField(form, 'trackingNumber').trim()]
    const isSent = status === 'shipped' && !(await isFetched(visit, code))
    const parcel = isSent ? { carrier, ...(trackingNumber ? { trackingNumber } : {}) } : undefined
    await catalog.advanceOrder(code, producerOf(visit).id, status, reason, { actor: personOf(visit), parcel })
  } catch (error) {
    const labels = {
      reason: words.reason,
      'parcel.carrier': words.carrier,
      'parcel.trackingNumber': words.tracking,
    }
    return orderPage(visit, toFormProblems(error, labels, visit))
  }
  return redirect(
    visit.links.to(singleField(form, 'back') === 'list' ? '/producer/orders' : `/producer/orders/${code}`),
  )
}
