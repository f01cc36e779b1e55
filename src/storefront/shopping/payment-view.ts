import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import type { PaymentFact, PaymentInstructions } from '../../catalog/ports/payment-provider.js'
import { isOverdue, termOf } from '../../trade/payments/payment-term.js'
import { vietQr } from '../../trade/payments/vietqr.js'
import { say } from '../language.js'
import { formatInstant, formatVnd } from '../format.js'
import { methodName } from '../payments/method-name.js'
import { payPath, toOpenPayment, type OpenPayment } from '../payments/payment-request.js'
import { qrAddress } from '../qr/qr-svg.js'
import type { Visit } from '../visit.js'

/** How a share is paid, in words; where money is still to come with all that it needs. */
export interface PaymentView {
  /** Null where nothing was paid for goods that do not come. */
  readonly method: string | null
  /** Null where the method says it all: cash that is due at the door. */
  readonly status: string | null
  readonly tone: 'open' | 'done' | 'off'
  readonly history: readonly string[]
  /** Until when it is to be paid, and what happens then; null without a term, and once the buyer has said to have paid. */
  readonly term: string | null
  readonly open: OpenView | null
  /** The producer owes the buyer a refund. */
  readonly refundDue: boolean
}

interface FactView {
  readonly label: string
  readonly value: string
  readonly copy: string | null
}

interface OpenView {
  /** Begins the payment at its provider; null where the instructions are all. */
  readonly begin: { readonly text: string; readonly href: string } | null
  /** Its instructions were asked for just now: the page begins here. */
  readonly isBegun: boolean
  readonly qr: string | null
  readonly pngHref: string
  readonly amount: string
  readonly facts: readonly FactView[]
  readonly reportHref: string
  readonly number: number
  /** The buyer may say to have paid: where no machine tells of it. */
  readonly canReport: boolean
  /** The buyer has said to have paid: what is needed for it is kept folded, so that nobody pays twice. */
  readonly isReported: boolean
}

/** Instructions that a provider has just given for one share. */
export interface BegunPayment {
  readonly index: number
  readonly instructions: PaymentInstructions
}

const TONES = { due: 'open', reported: 'open', mismatch: 'open', paid: 'done', refunded: 'off' } as const

/** The code that pays a share by bank transfer; null when it is not paid so. */
export function qrTextOf(share: Fulfillment): string | null {
  const { payment } = share
  if (payment?.account === undefined || payment.text === undefined) return null
  return vietQr({ account: payment.account, amount: amountOf(share), purpose: payment.text })
}

const toFact = ({ label, value, copy }: PaymentFact, visit: Visit): FactView => ({
  label: say(label, visit.language).text,
  value,
  copy: copy ?? null,
})

function toOpenView(
  order: Order,
  index: number,
  open: OpenPayment,
  begun: BegunPayment | null,
  visit: Visit,
): OpenView {
  const { provider, request } = open
  const status = order.fulfillments[index]?.payment?.status
  const isBegun = begun?.index === index
  const instructions = isBegun ? begun.instructions : provider.instructions?.(request)
  const words = visit.messages.trade.paying
  const amount = formatVnd(request.amount)
  return {
    isBegun,
    begin:
      provider.start && !isBegun
        ? { text: words.begin(methodName(provider.id, visit), amount), href: visit.links.to(payPath(order, index)) }
        : null,
    qr: instructions?.qr === undefined ? null : qrAddress(instructions.qr),
    pngHref: visit.links.to(`/orders/${order.code}/vietqr-${index + 1}.png`),
    amount,
    facts: instructions?.facts.map((fact) => toFact(fact, visit)) ?? [],
    reportHref: visit.links.to(`/orders/${order.code}/paid`),
    number: index + 1,
    canReport: provider.readNotice === undefined && status === 'due',
    isReported: status === 'reported' && !isBegun,
  }
}

function toTerm(share: Fulfillment, visit: Visit): string | null {
  const payBy = termOf(share)
  if (!payBy) return null
  const words = visit.messages.trade.paying.term
  const state = isOverdue(share, visit.catalog.now()) ? 'over' : share.status === 'placed' ? 'ends' : 'waits'
  return words[state](formatInstant(payBy))
}

export function toPaymentView(
  order: Order,
  share: Fulfillment,
  index: number,
  visit: Visit,
  begun: BegunPayment | null = null,
): PaymentView {
  const words = visit.messages.trade.paying
  const { payment, status } = share
  const isOff = status === 'cancelled' || status === 'returned'
  if (!payment)
    return {
      method: isOff ? null : words.methods.cashOnDelivery,
      status: isOff ? words.nothingDue : null,
      tone: isOff ? 'off' : 'open',
      history: [],
      term: null,
      open: null,
      refundDue: false,
    }
  const isCash = payment.method === 'cashOnDelivery'
  const isOffDue = isOff && payment.status === 'due'
  const open = toOpenPayment(order, share, index, visit)
  return {
    method: isOffDue ? null : methodName(payment.method, visit),
    status: isOffDue ? words.nothingDue : isCash && payment.status === 'due' ? null : words.status[payment.status],
    tone: isOffDue ? 'off' : TONES[payment.status],
    history: payment.history
      .slice(1)
      .map((entry) => words.history(words.status[entry.status], formatInstant(entry.at)) + sumOf(entry.amount)),
    term: payment.status === 'due' ? toTerm(share, visit) : null,
    open: open && toOpenView(order, index, open, begun, visit),
    refundDue: status === 'cancelled' && (payment.status === 'paid' || payment.status === 'mismatch'),
  }
}

const sumOf = (amount: number | undefined): string => (amount === undefined ? '' : `: ${formatVnd(amount)}`)
