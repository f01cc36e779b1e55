import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import { PaymentMethod } from '../../catalog/payments/payment.js'

/** The ways of paying of a site as they were stated. @throws {TypeError} for none, and for an id that is none or stands twice. */
export function listProviders(stated: readonly PaymentProvider[]): readonly PaymentProvider[] {
  if (stated.length === 0) throw new TypeError('payments: at least one way of paying is needed')
  const ids = new Set<string>()
  for (const { id } of stated) {
    if (!PaymentMethod.safeParse(id).success)
      throw new TypeError(`payments: “${id}” is no id such as “sen”: a letter, then letters, digits and hyphens`)
    if (ids.has(id)) throw new TypeError(`payments: “${id}” stands twice`)
    ids.add(id)
  }
  return [...stated]
}
