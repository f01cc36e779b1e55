import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import type { PaymentMethod } from '../../catalog/payments/payment.js'
import type { Producer } from '../../catalog/producer.js'
import type { SaleTerms } from '../../catalog/payments/sale-terms.js'

/** A producer's share as far as its payment goes. */
interface Payable {
  readonly producer: Pick<Producer, 'id'>
  readonly terms: SaleTerms | null
}

/** A way of paying that is to be had, and for which of the shares. */
export interface PaymentWay {
  readonly provider: PaymentProvider
  readonly takers: 'some' | 'all'
}

const takes = (provider: PaymentProvider, share: Payable): boolean => provider.takes?.(share) ?? true

/**
 * How one share is paid: as the buyer wants to, where its producer takes that; otherwise in the first way that it takes;
 * null when it takes none.
 */
export function paymentOf(
  share: Payable,
  wanted: PaymentMethod,
  providers: readonly PaymentProvider[],
): PaymentMethod | null {
  const ways = providers.filter((provider) => takes(provider, share))
  return (ways.find(({ id }) => id === wanted) ?? ways[0])?.id ?? null
}

/** True when one of the shares takes the wanted way. */
export const isTaken = (shares: readonly Payable[], wanted: PaymentMethod, providers: readonly PaymentProvider[]) =>
  providers.some((provider) => provider.id === wanted && shares.some((share) => takes(provider, share)))

/** The ways that some of the shares of an order take, in the site's order. */
export function paymentWays(shares: readonly Payable[], providers: readonly PaymentProvider[]): readonly PaymentWay[] {
  return providers.flatMap((provider): PaymentWay[] => {
    const count = shares.filter((share) => takes(provider, share)).length
    if (count === 0) return []
    return [{ provider, takers: count === shares.length ? 'all' : 'some' }]
  })
}

/** The way that is offered first: the wanted one where some share takes it, or else the first one there is. */
export function possiblePayment(
  shares: readonly Payable[],
  wanted: PaymentMethod,
  providers: readonly PaymentProvider[],
): PaymentMethod {
  const ways = paymentWays(shares, providers)
  return (ways.find(({ provider }) => provider.id === wanted) ?? ways[0])?.provider.id ?? wanted
}
