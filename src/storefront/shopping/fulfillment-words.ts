import type { Fulfillment, Order } from '../../catalog/order.js'
import type { Visit } from '../visit.js'

type Words = Readonly<Record<Fulfillment['status'], string>>

/** What a buyer is told of the steps of a share and of what follows; goods that are fetched are never on their way. */
export function fulfillmentWords(
  { pickUp }: Pick<Fulfillment, 'pickUp'>,
  visit: Visit,
): { readonly status: Words; readonly next: Words; readonly cashReady: (amount: string) => string } {
  const { status, next, cashReady, fetched } = visit.messages.trade.orders
  if (!pickUp) return { status, next, cashReady }
  return {
    status: { ...status, ...fetched.status },
    next: { ...next, ...fetched.next },
    cashReady: fetched.cashReady,
  }
}

/** How far the shares of an order are, each step once. */
export const statusesOf = ({ fulfillments }: Order, visit: Visit): string =>
  [...new Set(fulfillments.map((share) => fulfillmentWords(share, visit).status[share.status]))].join(', ')
