import type { PaymentMethod } from '../catalog/payment.js'
import type { SaleTerms } from '../catalog/sale-terms.js'

/** A producer's share as far as its payment goes. */
interface Payable {
  readonly terms: SaleTerms | null
}

/** Where there is no account there is only cash, whatever the terms say. */
const takesCash = ({ terms }: Payable): boolean => terms?.bankAccount === undefined || terms.prepaidOnly !== true

const takesTransfers = ({ terms }: Payable): boolean => terms?.bankAccount !== undefined

/** How one share is paid: as the buyer wants to, where its producer takes that; otherwise in the way that it takes. */
export function paymentOf(share: Payable, wanted: PaymentMethod): PaymentMethod {
  if (!takesCash(share)) return 'bankTransfer'
  return takesTransfers(share) ? wanted : 'cashOnDelivery'
}

/** How many of the shares take a way of paying. */
export type Takers = 'none' | 'some' | 'all'

const takersOf = (shares: readonly Payable[], takes: (share: Payable) => boolean): Takers => {
  if (!shares.some(takes)) return 'none'
  return shares.every(takes) ? 'all' : 'some'
}

/** Who takes what among the shares of an order. */
export const paymentTakers = (shares: readonly Payable[]): Readonly<Record<PaymentMethod, Takers>> => ({
  cashOnDelivery: takersOf(shares, takesCash),
  bankTransfer: takersOf(shares, takesTransfers),
})

/** The way that is offered first among those that some share takes: the wanted one, or else the one there is. */
export function possiblePayment(shares: readonly Payable[], wanted: PaymentMethod): PaymentMethod {
  const takers = paymentTakers(shares)
  if (takers[wanted] !== 'none') return wanted
  return takers.cashOnDelivery === 'none' ? 'bankTransfer' : 'cashOnDelivery'
}
