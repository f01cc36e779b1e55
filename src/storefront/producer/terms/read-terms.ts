import type { DraftRecord } from '../../../catalog/collections.js'
import { ZONES } from '../../../trade/shipping-terms.js'
import { TypedFields } from '../typed-fields.js'

type Draft = DraftRecord<'saleTerms'>

/** The fields of the form bear the paths by which the command tells what is wrong with them. */
const CHARGES = [
  ...ZONES.flatMap((zone) => [`shipping.${zone}.first`, `shipping.${zone}.each`]),
  'shipping.freeFrom',
] as const
export const NUMBERS = ['shipping.firstGrams', 'shipping.stepGrams', ...CHARGES] as const
export const TEXTS = [
  'bankAccount.bin',
  'bankAccount.number',
  'bankAccount.holder',
  'pickUp.address',
  'pickUp.hours',
] as const

/**
 * Reads the whole form. A part of which nothing is filled in is left out: no transfers, the shop's own shipping rule, no
 * pick-up. The weights stand in the form from the beginning and say nothing alone.
 *
 * @throws {CatalogError} `INVALID_INPUT` with one issue for each field that is no number.
 */
export function readTerms(form: URLSearchParams, producerId: string): Draft {
  const fields = new TypedFields(form)
  const text = (path: string) => fields.text(path)
  const number = (path: string) => fields.number(path)
  const tariff = (zone: string) => ({ first: number(`shipping.${zone}.first`), each: number(`shipping.${zone}.each`) })
  const draft = {
    id: producerId,
    ...(fields.isFilled(['bankAccount.bin', 'bankAccount.number', 'bankAccount.holder'])
      ? {
          bankAccount: {
            bin: text('bankAccount.bin'),
            number: text('bankAccount.number'),
            holder: text('bankAccount.holder'),
          },
        }
      : {}),
    ...(fields.isFilled(['prepaidOnly']) ? { prepaidOnly: true } : {}),
    ...(fields.isFilled(CHARGES)
      ? {
          shipping: {
            firstGrams: number('shipping.firstGrams'),
            stepGrams: number('shipping.stepGrams'),
            ...Object.fromEntries(ZONES.map((zone) => [zone, tariff(zone)])),
            freeFrom: number('shipping.freeFrom'),
          },
        }
      : {}),
    ...(fields.isFilled(['pickUp.address', 'pickUp.hours'])
      ? { pickUp: { address: text('pickUp.address'), hours: text('pickUp.hours') } }
      : {}),
  }
  fields.check()
  return draft as Draft
}
