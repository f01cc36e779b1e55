import { RETURN_STEPS } from '../../../catalog/return-request.js'
import type { ProducerOrder } from '../../../site/selling/order-desk.js'
import { isShippingRefunded, refundOf } from '../../../trade/returns.js'
import { formatCount, formatVnd } from '../../format.js'
import { methodName } from '../../payments/method-name.js'
import { toReturnLine } from '../../shopping/return-view.js'
import type { Visit } from '../../visit.js'

/** The returns of a share, each with the forms by which its producer may answer it now. */
export function toReturnForms({ order, share }: ProducerOrder, visit: Visit) {
  const words = visit.messages.dispatch.returns
  const sender = visit.catalog.payments.sendsBack(share)
  const toRefundWord = (amount: string): string =>
    sender ? words.refundBy(amount, methodName(sender.id, visit)) : words.refunded(amount)
  const typed = (name: string): string => visit.form.get(name) ?? ''
  return (share.returns ?? []).map((request, index) => {
    const path = `returns.${index}`
    return {
      ...toReturnLine(request, share, visit),
      path,
      action: visit.links.to(`/producer/orders/${order.code}/returns/${index}`),
      steps: RETURN_STEPS[request.status],
      labels: {
        accepted: words.accept,
        refused: words.refuse,
        received: words.received,
        refunded: toRefundWord(formatVnd(refundOf(share, index, false))),
      },
      typedReason: typed(`${path}.reason`),
      restock: request.lines.map(({ sku, quantity }, at) => ({
        name: `${path}.restock.${at}`,
        id: `${path}.restock.${at}`,
        label: words.restock(share.lines.find((line) => line.sku === sku)?.name ?? sku),
        hint: words.restockHint(formatCount(quantity, visit.language)),
        value: typed(`${path}.restock.${at}`),
        max: 6,
      })),
      shipping: share.shipping > 0 && !isShippingRefunded(share) ? words.withShipping(formatVnd(share.shipping)) : null,
    }
  })
}
