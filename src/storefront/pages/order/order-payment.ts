import { CatalogError } from '../../../catalog/errors.js'
import { notFound } from '../../refusal.js'
import { redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { readPart } from './pay.js'
import { toOpenPayment } from '../../payments/payment-request.js'
import { qrPng } from '../../qr/qr-png.js'
import { singleField } from '../../shopping/single-field.js'
import { orderPage } from './order.js'
import { lookupPage } from './order-lookup.js'

/** The code that pays a share as a picture, for a bank's app that reads pictures of the phone. */
export const orderQr: Handler = async (visit): Promise<Reply> => {
  const known = await openKnownOrder(visit)
  const index = readPart(visit.params.part ?? '')
  const share = known?.order.fulfillments[index]
  const open = known && share ? toOpenPayment(known.order, share, index, visit) : null
  const text = open?.provider.instructions?.(open.request).qr
  if (!known || text === undefined) throw notFound()
  return {
    kind: 'body',
    type: 'image/png',
    body: qrPng(text),
    cacheControl: 'no-store',
    headers: { 'content-disposition': `inline; filename="vietqr-${known.order.code}.png"` },
  }
}

/** The buyer says to have transferred the money for a share. */
export const postPaid: Handler = async (visit) => {
  const words = visit.messages.trade
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { order, phone } = known
  const share = order.fulfillments[readPart(singleField(visit.form, 'part'))]
  if (!share) throw notFound()
  try {
    await visit.catalog.payments.report(order.code, phone, share.producerId)
    return redirect(visit.links.to(`/orders/${order.code}`, { paid: 1 }))
  } catch (error) {
    if (!(error instanceof CatalogError) || visit.wantsJson) throw error
    if (error.code === 'STORE_UNAVAILABLE') {
      visit.site.onError(error, { method: visit.method, path: visit.path })
      return orderPage(order, visit, { status: error.status, notice: { tone: 'bad', text: words.orders.unavailable } })
    }
    // Somebody was faster: the page shows how the payment stands.
    if (error.code !== 'NOT_ALLOWED_NOW') throw error
    return redirect(visit.links.to(`/orders/${order.code}`))
  }
}
