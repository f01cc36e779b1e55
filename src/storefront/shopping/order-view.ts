import { amountOf, FULFILLMENT_STEPS, totalOf, type Fulfillment, type Order } from '../../catalog/order.js'
import { toDialled } from '../../catalog/phone.js'
import { mayCorrectOwn } from '../../trade/correct-recipient.js'
import { vatWithin } from '../../trade/vat.js'
import { formatCount, formatInstant, formatVnd } from '../format.js'
import { vietnamese, type Said } from '../language.js'
import { toContact, type Contact } from '../models/contact.js'
import { recipientAddress } from '../models/recipient-address.js'
import type { Visit } from '../visit.js'
import { toReductions, toVat, type ReductionLine } from './basket-sums.js'
import { fulfillmentWords } from './fulfillment-words.js'
import { lineName } from './line-name.js'
import { toPaymentView, type BegunPayment, type PaymentView } from './payment-view.js'
import { toRecipientForm } from './recipient-form.js'
import { toReturnsView, type ReturnsView } from './return-view.js'

interface StepView {
  readonly label: string
  /** Null for a step that is still to come. */
  readonly at: string | null
  readonly reason: string | null
  readonly isCurrent: boolean
}

interface LineView {
  readonly name: Said
  /** Which variant; null where the name says it. */
  readonly variant: Said | null
  readonly href: string | null
  readonly count: string
  readonly unitPrice: string
  /** The price before a sale; null where there was none. */
  readonly former: string | null
  readonly amount: string
  /** Where it can be reviewed; null until it is delivered. */
  readonly reviewHref: string | null
  readonly reviewWord: string
}

/** One producer's share of an order in words: how far it is, what comes next, what it holds. */
export interface ShareView {
  readonly producer: Said
  readonly href: string | null
  readonly phone: Contact | null
  readonly status: string
  readonly tone: 'open' | 'done' | 'off'
  readonly next: string
  readonly steps: readonly StepView[]
  readonly lines: readonly LineView[]
  readonly reductions: readonly ReductionLine[]
  readonly pickUp: { readonly address: string; readonly hours: string | null } | null
  readonly parcel: { readonly carrier: string; readonly number: string | null } | null
  readonly payment: PaymentView
  readonly returns: ReturnsView
  /** Where this share alone is cancelled; null where it cannot be, or is all that there is to cancel. */
  readonly cancelHref: string | null
  readonly shipping: string
  readonly total: string
}

const TONES = {
  placed: 'open',
  accepted: 'open',
  packed: 'open',
  shipped: 'open',
  delivered: 'done',
  cancelled: 'off',
  returned: 'off',
} as const

/** The steps that follow when all goes well. */
function stepsAhead(status: Fulfillment['status']): Fulfillment['status'][] {
  const [next] = FULFILLMENT_STEPS[status]
  return next === undefined || next === 'returned' ? [] : [next, ...stepsAhead(next)]
}

/** Why a step was taken: in the words of who took it, or the cause of one that the shop took by itself. */
export const reasonOf = ({ reason, cause }: Fulfillment['history'][number], visit: Visit): string | null =>
  cause ? visit.messages.trade.orders.causes[cause] : (reason ?? null)

function toSteps(fulfillment: Fulfillment, visit: Visit): StepView[] {
  const { history, status } = fulfillment
  const words = fulfillmentWords(fulfillment, visit)
  const past = history.map((entry, index) => ({
    label: words.status[entry.status],
    at: formatInstant(entry.at),
    reason: reasonOf(entry, visit),
    isCurrent: index === history.length - 1,
  }))
  const ahead = stepsAhead(status).map((step) => ({
    label: words.status[step],
    at: null,
    reason: null,
    isCurrent: false,
  }))
  return [...past, ...ahead]
}

function toLines({ lines, status }: Fulfillment, { id, code }: Order, visit: Visit): LineView[] {
  const { form } = visit.messages.care.reviews
  return lines.map((line) => {
    const { productId, sku, quantity, unitPrice, formerPrice } = line
    const review = visit.catalog.reviews.find(id, sku)
    const product = visit.catalog.state.find('products', productId)
    return {
      ...lineName(line, visit),
      href: product?.status === 'published' ? visit.links.to(`/products/${product.slug}`) : null,
      count: formatCount(quantity, visit.language),
      unitPrice: formatVnd(unitPrice),
      former: formerPrice === undefined ? null : formatVnd(formerPrice),
      amount: formatVnd(unitPrice * quantity),
      reviewHref: status === 'delivered' ? visit.links.to(`/orders/${code}/reviews/${sku}`) : null,
      reviewWord: review && review.status !== 'withdrawn' ? form.edit : form.write,
    }
  })
}

/** True while the goods are on their way and are paid for at the door. */
const isCashDue = ({ status, payment }: Fulfillment): boolean =>
  status === 'shipped' && (!payment || (payment.method === 'cashOnDelivery' && payment.status === 'due'))

const openOf = (shares: Order['fulfillments']) => shares.filter(({ status }) => status !== 'cancelled')

function toCancelHref({ code, fulfillments }: Order, index: number, { links }: Visit): string | null {
  const isOne = openOf(fulfillments).length > 1 && fulfillments[index]?.status === 'placed'
  return isOne ? links.to(`/orders/${code}/cancel`, { part: index + 1 }) : null
}

/** What the buyer is told to expect or to do. */
function nextOf(share: Fulfillment, visit: Visit): string {
  const { unpaidNext } = visit.messages.trade.orders
  if (share.history.at(-1)?.cause === 'unpaid') return unpaidNext
  const { next, cashReady } = fulfillmentWords(share, visit)
  return isCashDue(share) ? `${next[share.status]} ${cashReady(formatVnd(amountOf(share)))}` : next[share.status]
}

function toShare(
  fulfillment: Fulfillment,
  index: number,
  order: Order,
  visit: Visit,
  begun: BegunPayment | null,
): ShareView {
  const words = visit.messages.trade
  const steps = fulfillmentWords(fulfillment, visit)
  const { status, shipping, pickUp, parcel, reductions = [] } = fulfillment
  const nameOf = (sku: string) => fulfillment.lines.find((line) => line.sku === sku)?.name ?? sku
  const producer = visit.catalog.state.find('producers', fulfillment.producerId)
  return {
    producer: producer
      ? vietnamese(producer.name, visit.language)
      : { text: String(fulfillment.producerId), lang: null },
    href: producer && visit.links.to(`/producers/${producer.slug}`),
    phone: producer?.phone ? toContact(producer.phone) : null,
    status: steps.status[status],
    tone: TONES[status],
    next: nextOf(fulfillment, visit),
    steps: toSteps(fulfillment, visit),
    lines: toLines(fulfillment, order, visit),
    shipping: shipping === 0 ? words.cart.free : formatVnd(shipping),
    total: formatVnd(amountOf(fulfillment)),
    reductions: toReductions(reductions, nameOf, visit),
    pickUp: pickUp ? { address: pickUp.address, hours: pickUp.hours ?? null } : null,
    parcel: parcel ? { carrier: parcel.carrier, number: parcel.trackingNumber ?? null } : null,
    payment: toPaymentView(order, fulfillment, index, visit, begun),
    returns: toReturnsView(order, fulfillment, index, visit),
    cancelHref: toCancelHref(order, index, visit),
  }
}

/** True when some of the goods were sold at prices made up for show. */
const isIllustrative = (order: Order, visit: Visit): boolean =>
  order.fulfillments
    .flatMap(({ lines }) => lines)
    .some(({ sku }) => visit.catalog.state.findBySku(sku)?.variant.illustrative === true)

/** What the voucher of an order took off all its shares, in words; null without one. */
function voucherUsed({ fulfillments }: Order, visit: Visit): string | null {
  const parts = fulfillments
    .flatMap(({ reductions = [] }) => reductions)
    .flatMap((reduction) => (reduction.kind === 'voucher' ? [reduction] : []))
  const [first] = parts
  if (!first) return null
  const amount = parts.reduce((sum, part) => sum + part.amount, 0)
  return visit.messages.trade.paying.voucherUsed(first.code, formatVnd(amount))
}

/** The sums of an order that are paid one by one, with the way to each; null where there is one at most. */
function toPayments({ fulfillments }: Order, shares: readonly ReturnType<typeof toShare>[], visit: Visit) {
  const rows = shares.flatMap(({ producer, payment: { open } }, index) =>
    open && fulfillments[index]?.payment?.status === 'due'
      ? [{ href: `#pay-${open.number}`, producer, amount: open.amount }]
      : [],
  )
  const count = formatCount(rows.length, visit.language)
  return rows.length > 1 ? { text: visit.messages.trade.paying.toPay(count), rows } : null
}

/** An order as its recipient sees it. */
export function toOrderView(order: Order, visit: Visit, begun: BegunPayment | null = null) {
  const { recipient, fulfillments } = order
  const open = openOf(fulfillments)
  const placed = fulfillments.filter(({ status }) => status === 'placed').length
  const shares = fulfillments.map((fulfillment, index) => toShare(fulfillment, index, order, visit, begun))
  return {
    code: order.code,
    placedAt: formatInstant(order.placedAt),
    shares,
    toPay: toPayments(order, shares, visit),
    total: formatVnd(totalOf(order)),
    isPaid: open.length > 0 && open.every(({ payment }) => payment?.status === 'paid'),
    voucherUsed: voucherUsed(order, visit),
    vat: toVat(vatWithin(open), visit),
    recipient: {
      name: recipient.name,
      phone: toDialled(recipient.phone),
      address: recipientAddress(recipient, visit),
      note: recipient.note ?? null,
    },
    correction: mayCorrectOwn(order) ? toRecipientForm(order, 'note', visit) : null,
    correctHref: visit.links.to(`/orders/${order.code}/recipient`),
    canCancel: placed > 0 && placed === open.length,
    cancelsPartly: placed < open.length,
    cancelHref: visit.links.to(`/orders/${order.code}/cancel`),
    complaintHref: visit.links.to(`/orders/${order.code}/feedback`),
    againHref: visit.links.to(`/orders/${order.code}/again`),
    illustrative: isIllustrative(order, visit),
    isUnderway: fulfillments.some(({ status }) => TONES[status] === 'open'),
  }
}
