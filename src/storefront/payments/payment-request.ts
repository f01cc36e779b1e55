import { amountOf, type Fulfillment, type Order } from '../../catalog/order.js'
import type { PaymentProvider, PaymentRequest } from '../../catalog/ports/payment-provider.js'
import type { Visit } from '../visit.js'

/** A share that is still to be paid, and who takes the money. */
export interface OpenPayment {
  readonly provider: PaymentProvider
  readonly request: PaymentRequest
}

/** The page of an order below which share number `part` is paid. */
export const payPath = ({ code }: Order, index: number): string => `/orders/${code}/pay-${index + 1}`

/** Null for a share that is paid, cancelled, paid at the door, or of a provider that the site no longer has. */
export function toOpenPayment(order: Order, share: Fulfillment, index: number, visit: Visit): OpenPayment | null {
  const { payment, status, producerId } = share
  const { catalog, links, language } = visit
  const provider = payment && catalog.payments.find(payment.method)
  if (!provider || payment.text === undefined || status === 'cancelled') return null
  if (payment.status === 'paid' || payment.status === 'refunded') return null
  const { account } = payment
  return {
    provider,
    request: {
      id: `${order.code}-${String(index + 1).padStart(2, '0')}`,
      orderCode: order.code,
      producerId,
      producer: catalog.state.find('producers', producerId)?.name ?? producerId,
      amount: amountOf(share),
      text: payment.text,
      account: account
        ? { ...account, bank: catalog.reference.banks.find(account.bin)?.shortName ?? account.bin }
        : null,
      language,
      returnTo: links.absolute(`${payPath(order, index)}/return`),
      noticeTo: links.absolute(`/payments/${provider.id}/notice`),
    },
  }
}
