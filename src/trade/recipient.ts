import * as z from 'zod'
import { fieldError } from '../catalog/errors.js'
import { Recipient } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import { PhoneNumber } from '../catalog/phone.js'
import type { Places } from '../catalog/places.js'

/** The order form: who receives the goods, and where, in today's provinces and communes. */
const RecipientForm = z.strictObject({
  name: Recipient.shape.name,
  phone: PhoneNumber,
  /** Code of today's list, such as `66`. */
  province: z.string().min(1).max(10),
  /** Code of today's list, such as `24133`. */
  commune: z.string().min(1).max(10),
  street: Recipient.shape.street,
  note: Recipient.shape.note,
})

/**
 * Reads the order form and checks that the commune lies in the province.
 *
 * @throws {CatalogError} `INVALID_INPUT` with the issues of all fields.
 */
export function parseRecipient(input: unknown, places: Places): Recipient {
  const { province, commune, ...rest } = parse(RecipientForm, input)
  if (!places.findProvince('2025-07', province)) throw fieldError('province', 'notFound', { value: province })
  const found = places.findCommune('2025-07', commune)
  if (!found) throw fieldError('commune', 'notFound', { value: commune })
  if (found.provinceCode !== province) throw fieldError('commune', 'notInProvince')
  return { ...rest, place: { list: '2025-07', province, commune } }
}
