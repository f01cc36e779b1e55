import type * as z from 'zod'
import type {
  BegunPayment,
  Order as OrderSchema,
  Quote as QuoteSchema,
  Share,
} from '../../../api/schemas/shop/order.js'
import { amountOf, totalOf, type Fulfillment, type Order } from '../../../catalog/order.js'
import type { PaymentFact, PaymentStart } from '../../../catalog/ports/payment-provider.js'
import type { Quote } from '../../../trade/quote.js'
import { say } from '../../language.js'
import { qrTextOf } from '../../shopping/payment-view.js'
import type { Visit } from '../../visit.js'

/** One producer's share, with what is to be paid for it and how. */
export function toShare(share: Fulfillment, { catalog }: Visit): z.input<typeof Share> {
  const { producerId, lines, reductions = [], shipping, status, pickUp, payment, parcel, history } = share
  return {
    producerId,
    producer: catalog.state.find('producers', producerId)?.name ?? producerId,
    status,
    lines: lines.map(({ sku, name, quantity, unitPrice, formerPrice = null }) => ({
      sku,
      name,
      quantity,
      unitPrice,
      formerPrice,
    })),
    reductions: [...reductions],
    shipping,
    pickUp: pickUp ?? null,
    amount: amountOf(share),
    parcel: parcel ?? null,
    payment: {
      method: payment?.method ?? 'cashOnDelivery',
      status: payment?.status ?? 'due',
      account: payment?.account ?? null,
      text: payment?.text ?? null,
      vietQr: qrTextOf(share),
      payBy: payment?.payBy ?? null,
    },
    history: history.map(({ status: step, at, reason = null, cause = null }) => ({ status: step, at, reason, cause })),
  }
}

export const toOrder = (order: Order, visit: Visit): z.input<typeof OrderSchema> => ({
  code: order.code,
  placedAt: order.placedAt,
  total: totalOf(order),
  shares: order.fulfillments.map((share) => toShare(share, visit)),
  page: visit.links.absolute(`/orders/${order.code}`),
})

export const toBegun = (begun: PaymentStart, { language }: Visit): z.input<typeof BegunPayment> => {
  if ('redirect' in begun) return { redirect: begun.redirect, qr: null, facts: [] }
  const { qr = null, facts } = begun.instructions
  const toFact = ({ label, value, copy }: PaymentFact) => ({
    label: say(label, language).text,
    value,
    copy: copy ?? null,
  })
  return { redirect: null, qr, facts: facts.map(toFact) }
}

const toQuoteShare = ({ producer, lines, reductions, shipping, pickUp, terms }: Quote['shares'][number]) => ({
  producerId: producer.id,
  producer: producer.name,
  lines: lines.map(({ product, variant, quantity, unitPrice, former, amount, available, problem }) => ({
    sku: variant.sku,
    name: variant.name ? `${product.name.vi} – ${variant.name.vi}` : product.name.vi,
    quantity,
    unitPrice,
    formerPrice: former,
    amount,
    available,
    problem: problem?.code ?? null,
  })),
  reductions: [...reductions],
  shipping,
  pickUp,
  offersPickUp: terms?.pickUp ?? null,
  takesTransfer: terms?.bankAccount !== undefined,
})

export function toQuote(quote: Quote, { catalog }: Visit): z.input<typeof QuoteSchema> {
  const { unavailable, goods, reduction, shipping, isShippingLeast, total, forAdults, orderable } = quote
  return {
    shares: quote.shares.map(toQuoteShare),
    unavailable: [...unavailable],
    goods,
    reduction,
    shipping,
    isShippingLeast,
    total,
    forAdults,
    orderable,
    payWithinHours: catalog.payments.payWithinHours,
  }
}
