import { paymentWays, type PaymentWay } from '../../trade/payments/payment-choice.js'
import type { Quote } from '../../trade/quote.js'
import { formatCount } from '../format.js'
import { say } from '../language.js'
import type { Visit } from '../visit.js'
import { methodName } from './method-name.js'

/** A way of paying, as the checkout offers it. */
export interface WayView {
  readonly id: string
  readonly name: string
  /** What stands beside the name, in the order in which it is read. */
  readonly hints: readonly string[]
}

function toHints({ provider, takers }: PaymentWay, isOnly: boolean, visit: Visit): string[] {
  const words = visit.messages.trade.paying
  const isSome = takers === 'some'
  const hours = visit.catalog.payments.payWithinHours
  const term = hours === null ? [] : [words.payWithin(formatCount(hours, visit.language))]
  switch (provider.id) {
    case 'cashOnDelivery':
      return isSome ? [words.cashPartly] : []
    case 'bankTransfer':
      return [
        ...(isOnly ? [words.transferOnly] : []),
        words.transferHint,
        ...term,
        ...(isSome ? [words.transferPartly] : []),
      ]
    default:
      return [
        ...(provider.hint ? [say(provider.hint, visit.language).text] : []),
        ...term,
        ...(isSome ? [words.partly] : []),
      ]
  }
}

/** The ways of paying that some producer of a quote takes; one that some do not take says so. */
export function toWays(quote: Quote, visit: Visit): readonly WayView[] {
  const ways = paymentWays(quote.shares, visit.catalog.payments.providers)
  return ways.map((way) => ({
    id: way.provider.id,
    name: methodName(way.provider.id, visit),
    hints: toHints(way, ways.length === 1, visit),
  }))
}
