import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import { vietQr } from '../../trade/vietqr.js'
import { say } from '../language.js'
import { formatInstant, formatVnd } from '../format.js'
import { qrAddress } from '../qr/qr-svg.js'
import type { Visit } from '../visit.js'

/** How a share is paid, in words; for a transfer that is still to come with all that it needs. */
export interface PaymentView {
  readonly method: string
  /** Null where the method says it all: cash that is due at the door. */
  readonly status: string | null
  readonly tone: 'open' | 'done' | 'off'
  readonly history: readonly string[]
  readonly transfer: TransferView | null
  /** The producer owes the buyer a refund. */
  readonly refundDue: boolean
}

interface TransferView {
  readonly qr: string
  readonly pngHref: string
  readonly reportHref: string
  readonly number: number
  readonly canReport: boolean
  /** Another way to pay, where the site has one. */
  readonly payWith: { readonly name: string; readonly href: string } | null
  readonly amount: string
  readonly plainAmount: string
  readonly bank: string
  readonly account: string
  readonly holder: string
  readonly text: string
}

const TONES = { due: 'open', reported: 'open', mismatch: 'open', paid: 'done', refunded: 'off' } as const

/** The code that pays a share; null when it is not paid by transfer. */
export function qrTextOf(share: Fulfillment): string | null {
  const { payment } = share
  if (payment?.account === undefined || payment.text === undefined) return null
  return vietQr({ account: payment.account, amount: amountOf(share), purpose: payment.text })
}

/** The link of the site's payment provider. An address that is no web address is not shown. */
function toProviderLink(order: Order, share: Fulfillment, text: string, visit: Visit): TransferView['payWith'] {
  const provider = visit.site.payWith
  const href = provider?.linkFor({
    orderCode: order.code,
    producerId: share.producerId,
    amount: amountOf(share),
    text,
    returnTo: visit.links.absolute(`/orders/${order.code}`),
  })
  if (!provider || !href || !/^https?:\/\//.test(href)) return null
  return { name: say(provider.name, visit.language).text, href }
}

function toTransfer(order: Order, share: Fulfillment, index: number, visit: Visit): TransferView | null {
  const { payment, status } = share
  const code = qrTextOf(share)
  if (code === null || !payment?.account || status === 'cancelled') return null
  if (payment.status === 'paid' || payment.status === 'refunded') return null
  const { account } = payment
  return {
    qr: qrAddress(code),
    pngHref: visit.links.to(`/orders/${order.code}/vietqr-${index + 1}.png`),
    reportHref: visit.links.to(`/orders/${order.code}/paid`),
    number: index + 1,
    canReport: payment.status === 'due',
    payWith: toProviderLink(order, share, payment.text ?? '', visit),
    amount: formatVnd(amountOf(share)),
    plainAmount: String(amountOf(share)),
    bank: visit.catalog.reference.banks.find(account.bin)?.shortName ?? account.bin,
    account: account.number,
    holder: account.holder,
    text: payment.text ?? '',
  }
}

export function toPaymentView(order: Order, share: Fulfillment, index: number, visit: Visit): PaymentView {
  const words = visit.messages.trade.paying
  const { payment, status } = share
  if (!payment)
    return {
      method: words.methods.cashOnDelivery,
      status: null,
      tone: 'open',
      history: [],
      transfer: null,
      refundDue: false,
    }
  const isCash = payment.method === 'cashOnDelivery'
  const isOver = status === 'cancelled' || status === 'returned'
  return {
    method: words.methods[payment.method],
    status: isCash && payment.status === 'due' ? null : words.status[payment.status],
    tone: isOver && payment.status === 'due' ? 'off' : TONES[payment.status],
    history: payment.history
      .slice(1)
      .map((entry) => words.history(words.status[entry.status], formatInstant(entry.at)) + sumOf(entry.amount)),
    transfer: toTransfer(order, share, index, visit),
    refundDue: status === 'cancelled' && (payment.status === 'paid' || payment.status === 'mismatch'),
  }
}

const sumOf = (amount: number | undefined): string => (amount === undefined ? '' : `: ${formatVnd(amount)}`)
