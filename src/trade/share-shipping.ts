import type { Day } from '../catalog/day.js'
import type { Places } from '../catalog/places/places.js'
import type { Regions } from '../catalog/places/regions.js'
import type { SaleTerms } from '../catalog/payments/sale-terms.js'
import { optionFault, refuseOptions } from '../catalog/option-rules.js'
import { Vnd } from '../catalog/vnd.js'
import type { Shipment, ShippingRule } from './shipping.js'
import { gramsOf, shippingCharge, zoneBetween, ZONES } from './shipping-terms.js'

/** What decides the charge for delivery. */
export interface ShippingContext {
  /** For producers without terms of their own. */
  readonly shipping: ShippingRule
  readonly places: Places
  readonly regions: Regions
  readonly today: Day
}

/** The charge for one share. */
export interface ShareShipping {
  readonly charge: Vnd
  /** True when it is the least that it may be, since nobody has said yet where the goods go. */
  readonly isLeast: boolean
}

/** What the shop's rule answers: a rule of a host's own may be untyped, and a text would be joined to the sum. */
function chargeByRule(rule: ShippingRule, shipment: Shipment): Vnd {
  const charge: unknown = rule(shipment)
  const { success, data } = Vnd.safeParse(charge)
  if (success) return data
  // Nobody waits for what comes late: that it is wrong is said below, and a rejection must not end the process.
  Promise.resolve(charge).catch(() => undefined)
  const given = typeof charge === 'string' ? `"${charge}"` : String(charge)
  throw refuseOptions(
    'createCatalog',
    optionFault(
      'shipping',
      `Hàm phải trả về ngay số đồng nguyên từ 0 trở lên, không phải ${given}.`,
      `The function must answer at once with whole đồng from 0 up, not with ${given}.`,
    ),
  )
}

/**
 * The charge by the producer's own terms, or else by the shop's rule.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` when the rule answers what is no charge.
 */
export function shareShipping(
  shipment: Shipment,
  terms: SaleTerms['shipping'],
  context: ShippingContext,
): ShareShipping {
  if (!terms) return { charge: chargeByRule(context.shipping, shipment), isLeast: false }
  const { producer, lines, subtotal, destination } = shipment
  if (terms.freeFrom !== undefined && subtotal >= terms.freeFrom) return { charge: 0, isLeast: false }
  const grams = lines.reduce((sum, { variant, quantity }) => sum + gramsOf(variant) * quantity, 0)
  const chargeIn = (zone: (typeof ZONES)[number]) => shippingCharge(terms, zone, grams)
  if (destination === null) {
    const charges = ZONES.map(chargeIn)
    const charge = Math.min(...charges)
    return { charge, isLeast: charges.some((other) => other !== charge) }
  }
  const place = producer.place ?? lines[0]?.product.place ?? lines[0]?.product.origin
  const from = place ? (context.places.provinceOf(place, context.today, 'asNow')?.code ?? null) : null
  return { charge: chargeIn(zoneBetween(from, destination, context.regions)), isLeast: false }
}
