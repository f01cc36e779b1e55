import {
  amountOf,
  ERASED,
  FULFILLMENT_STEPS,
  isShareOpen,
  type Fulfillment,
  type FulfillmentStatus,
} from '../../../catalog/order.js'
import { toDialled } from '../../../catalog/phone.js'
import type { ProducerOrder } from '../../../site/selling/order-desk.js'
import { refundCount } from '../../../site/selling/payments.js'
import { mayCorrectRecipient } from '../../../trade/correct-recipient.js'
import { isOverdue, termOf } from '../../../trade/payments/payment-term.js'
import { formatCount, formatDay, formatInstant, formatVnd } from '../../format.js'
import { recipientAddress } from '../../models/recipient-address.js'
import type { Visit } from '../../visit.js'
import { methodName } from '../../payments/method-name.js'
import { toReductions } from '../../shopping/basket-sums.js'
import { reasonOf } from '../../shopping/order-view.js'
import { toRecipientForm } from '../../shopping/recipient-form.js'
import { mayRefund, receivedFor } from './refund.js'
import { toReturnForms } from './return-forms.js'

/** The same with its middle hidden, for copies that lie around. */
export const maskPhone = (phone: string): string => toDialled(phone).replace(/^(\d{4}) \d{3}/, '$1 •••')

/** What is to be handed over at the door, in đồng; 0 when nothing is. */
export const toCollect = ({ share }: ProducerOrder): number =>
  (share.payment?.method ?? 'cashOnDelivery') === 'cashOnDelivery' && share.payment?.status !== 'paid'
    ? amountOf(share)
    : 0

/** Where the share goes; empty where its buyer fetches everything. */
export const toAddress = ({ order }: ProducerOrder, visit: Visit): string =>
  recipientAddress(order.recipient, visit) ?? ''

function toPayment({ share }: ProducerOrder, visit: Visit) {
  const words = visit.messages.dispatch.payment
  const { method, status } = share.payment ?? { method: 'cashOnDelivery', status: 'due' as const }
  const sender = visit.catalog.payments.sendsBack(share)
  const isCashOff =
    method === 'cashOnDelivery' && status === 'due' && (share.status === 'cancelled' || share.status === 'returned')
  const isToCome = status === 'due' || status === 'reported' || status === 'mismatch'
  return {
    /** Null where cash was to be taken for goods that nobody gets any more. */
    words: isCashOff
      ? null
      : `${(words as Readonly<Record<string, string>>)[method] ?? methodName(method, visit)}: ${words[status]}`,
    canConfirm: method !== 'cashOnDelivery' && share.status !== 'cancelled' && isToCome,
    refund: mayRefund(share) ? formatCount(receivedFor(share), 'vi') : null,
    refundBy: sender ? methodName(sender.id, visit) : null,
    nth: refundCount(share) + 1,
  }
}

/** How far a share is, as its producer reads it; goods that are fetched are never on their way. */
const statusWords = ({ pickUp }: Fulfillment, { messages }: Visit): Readonly<Record<FulfillmentStatus, string>> => ({
  ...messages.trade.orders.status,
  ...(pickUp ? messages.dispatch.fetched.status : {}),
})

const stepWords = ({ pickUp }: Fulfillment, { messages: { dispatch } }: Visit) => ({
  ...dispatch.steps,
  ...(pickUp ? dispatch.fetched.steps : {}),
})

/** Until when the money of a share is awaited, and whether that time is over; null without a term. */
function toTerm(share: Fulfillment, { catalog, messages }: Visit) {
  const payBy = termOf(share)
  if (!payBy) return null
  const isOver = isOverdue(share, catalog.now())
  return { isOver, text: messages.dispatch.term[isOver ? 'over' : 'open'](formatInstant(payBy)) }
}

/** Rings who receives an order; null where the number is erased or needed no longer. */
const callLink = ({ recipient: { phone } }: ProducerOrder['order']): string | null => (phone ? `tel:${phone}` : null)

/** An order as it stands in a list. */
export function toRow(found: ProducerOrder, visit: Visit) {
  const { order, share } = found
  const count = share.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const [next] = FULFILLMENT_STEPS[share.status]
  return {
    code: order.code,
    href: visit.links.to(`/producer/orders/${order.code}`),
    status: share.status,
    words: statusWords(share, visit)[share.status],
    /** A cancelled order has nothing to pack and is sent to nobody. */
    isToPack: share.status !== 'cancelled',
    name: order.recipient.name,
    placedAt: formatInstant(order.placedAt),
    term: toTerm(share, visit),
    items: visit.messages.dispatch.items(formatCount(count, visit.language)),
    total: formatVnd(amountOf(share)),
    next: share.status === 'placed' || share.status === 'accepted' ? (next ?? null) : null,
    call: callLink(order),
  }
}

/** What is asked for with a step. */
export const NEEDS: Partial<Record<FulfillmentStatus, 'parcel' | 'reason'>> = {
  shipped: 'parcel',
  cancelled: 'reason',
  returned: 'reason',
}

/** The form that corrects who receives it; null once it is sent, and where another producer sells in the order too. */
const toCorrection = ({ order, share }: ProducerOrder, visit: Visit) =>
  mayCorrectRecipient(order, share.producerId) ? toRecipientForm(order, 'phone', visit) : null

/** When the buyer corrected the recipient, for who still has to do with it; null otherwise. */
const toCorrected = ({ order: { buyerCorrectedAt: at }, share }: ProducerOrder, { messages }: Visit): string | null =>
  at !== undefined && isShareOpen(share) ? messages.dispatch.correct.byBuyer(formatInstant(at)) : null

/** Why a cancelled share shows less of its buyer; null for the others. */
const toHidden = ({ order: { recipient }, share }: ProducerOrder, { messages: { dispatch } }: Visit): string | null =>
  share.status === 'cancelled' && recipient.name !== ERASED
    ? dispatch.hidden[recipient.phone ? 'address' : 'all']
    : null

/** An order with all that its producer needs to pack, send and collect. */
export function toOrderView(found: ProducerOrder, visit: Visit) {
  const { order, share } = found
  const { recipient } = order
  const refusals = visit.catalog.refusedDeliveries(order)
  const words = visit.messages.dispatch
  const collect = toCollect(found)
  return {
    ...toRow(found, visit),
    phone: toDialled(recipient.phone),
    address: toAddress(found, visit),
    hidden: toHidden(found, visit),
    pickUp: share.pickUp?.address ?? null,
    note: recipient.note ?? null,
    lines: share.lines.map(({ name, sku, quantity, unitPrice }) => ({
      name,
      sku,
      quantity: formatCount(quantity, visit.language),
      amount: formatVnd(quantity * unitPrice),
    })),
    reductions: toReductions(
      share.reductions ?? [],
      (sku) => share.lines.find((line) => line.sku === sku)?.name ?? sku,
      visit,
    ),
    shipping: formatVnd(share.shipping),
    payment: toPayment(found, visit),
    returns: toReturnForms(found, visit),
    collect: isShareOpen(share) && (collect > 0 ? words.toCollect(formatVnd(collect)) : words.nothingToCollect),
    correction: toCorrection(found, visit),
    corrected: toCorrected(found, visit),
    refused: refusals ? words.refused(formatCount(refusals.count, visit.language), formatDay(refusals.lastOn)) : null,
    parcel: share.parcel ? [share.parcel.carrier, share.parcel.trackingNumber].filter(Boolean).join(' · ') : null,
    nextSteps: FULFILLMENT_STEPS[share.status]
      .filter((status) => !(share.status === 'delivered' && status === 'returned'))
      .map((status) => ({
        status,
        label: stepWords(share, visit)[status as keyof typeof words.steps],
        needs: share.pickUp && status === 'shipped' ? null : (NEEDS[status] ?? null),
        isMain: status !== 'cancelled' && status !== 'returned',
      })),
    history: share.history.toReversed().map((entry) => ({
      words: statusWords(share, visit)[entry.status],
      at: formatInstant(entry.at),
      reason: reasonOf(entry, visit),
    })),
  }
}
