import type { PaymentMethod } from '../../catalog/payments/payment.js'
import { say } from '../language.js'
import type { Visit } from '../visit.js'

/** What a way of paying is called: by the shop's own words where it has some, otherwise by its provider's, at last by its id. */
export function methodName(method: PaymentMethod, { messages, catalog, language }: Visit): string {
  const words: Readonly<Record<string, string>> = messages.trade.paying.methods
  const provider = catalog.payments.find(method)
  return words[method] ?? (provider ? say(provider.name, language).text : method)
}
