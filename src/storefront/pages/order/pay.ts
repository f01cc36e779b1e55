import { CatalogError } from '../../../catalog/errors.js'
import { orderPage } from './order.js'
import { lookupPage } from './order-lookup.js'
import { notFound } from '../../refusal.js'
import { redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { begin } from '../../payments/begin.js'
import { toOpenPayment } from '../../payments/payment-request.js'
import { readMessage } from '../../payments/read-message.js'

/** The position of a share, from 0, by the number that people see. */
export const readPart = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) - 1 : -1)

/** Begins the payment of a share: on to the provider's page, or how to pay on the order's own. */
export const pay: Handler = async (visit): Promise<Reply> => {
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { order } = known
  const index = readPart(visit.params['part'] ?? '')
  const share = order.fulfillments[index]
  if (!share) throw notFound()
  const open = toOpenPayment(order, share, index, visit)
  // Paid or cancelled meanwhile: the page shows how it stands.
  if (!open?.provider.start) return redirect(visit.links.to(`/orders/${order.code}`))
  try {
    const begun = await begin(open, visit)
    return 'redirect' in begun
      ? redirect(begun.redirect)
      : orderPage(order, visit, { begun: { index, instructions: begun.instructions } })
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return orderPage(order, visit, { status: error.status, notice: { tone: 'bad', text: error.text(visit.language) } })
  }
}

/** The buyer comes back from the provider's page; what the address says is believed only as far as it is proved. */
export const comeBack: Handler = async (visit): Promise<Reply> => {
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { order } = known
  const share = order.fulfillments[readPart(visit.params['part'] ?? '')]
  const provider = share?.payment && visit.catalog.payments.find(share.payment.method)
  if (!provider) throw notFound()
  try {
    await readMessage(visit.catalog, provider, {
      kind: 'return',
      method: visit.method,
      query: visit.query,
      body: '',
      header: visit.header,
    })
  } catch (error) {
    // The notice of its machines is still to come, or not: nothing here makes a payment.
    const { method, path, site } = visit
    if (!(error instanceof CatalogError) || error.status >= 500) site.onError(error, { method, path })
  }
  return redirect(visit.links.to(`/orders/${order.code}`, { back: 1 }))
}
