import { optionFault, refuseOptions } from '../../catalog/option-rules.js'
import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import { PaymentMethod } from '../../catalog/payments/payment.js'

const refuse = (vi: string, en: string) => refuseOptions('createCatalog', optionFault('payments', vi, en))

/**
 * The ways of paying of a site as they were stated.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` for none, and for an id that is none or stands twice.
 */
export function listProviders(stated: readonly PaymentProvider[]): readonly PaymentProvider[] {
  if (stated.length === 0) throw refuse('Cần ít nhất một cách trả tiền.', 'At least one way of paying is needed.')
  const ids = new Set<string>()
  for (const { id } of stated) {
    if (!PaymentMethod.safeParse(id).success)
      throw refuse(
        `“${id}” không phải id như “sen”: một chữ cái, rồi chữ cái, chữ số và gạch nối.`,
        `“${id}” is no id such as “sen”: a letter, then letters, digits and hyphens.`,
      )
    if (ids.has(id)) throw refuse(`“${id}” có hai lần.`, `“${id}” stands twice.`)
    ids.add(id)
  }
  return [...stated]
}
