import * as z from 'zod'
import { CatalogError, fieldError } from '../catalog/errors.js'
import { Recipient } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import { PhoneNumber } from '../catalog/phone.js'
import type { Places } from '../catalog/places/places.js'

/** The order form: who receives the goods, and where, in today's provinces and communes. */
const RecipientForm = z.strictObject({
  name: Recipient.shape.name,
  phone: PhoneNumber,
  /** Code of today's list, such as `66`. */
  province: z.string().min(1).max(10),
  /** Code of today's list, such as `24133`. */
  commune: z.string().min(1).max(10),
  street: Recipient.shape.street.unwrap(),
  note: Recipient.shape.note,
})

/** The same of somebody who fetches the goods. */
const FetcherForm = RecipientForm.pick({ name: true, phone: true, note: true })

const ADDRESS = ['province', 'commune', 'street'] as const

/** True when nothing is said of where the recipient lives. */
const lacksAddress = (input: object): boolean =>
  ADDRESS.every((field) => {
    const value: unknown = (input as Record<string, unknown>)[field]
    return value === undefined || (typeof value === 'string' && value.trim() === '')
  })

/**
 * Reads the order form and checks that the commune lies in the province.
 *
 * @param fetches - The buyer fetches goods: then all three parts of the address may be left out together.
 * @throws {CatalogError} `INVALID_INPUT` with the issues of all fields.
 */
export function parseRecipient(input: unknown, places: Places, fetches = false): Recipient {
  if (fetches && typeof input === 'object' && input !== null && lacksAddress(input)) {
    const rest = Object.entries(input).filter(([field]) => !(ADDRESS as readonly string[]).includes(field))
    return parse(FetcherForm, Object.fromEntries(rest))
  }
  const { province, commune, ...rest } = parse(RecipientForm, input)
  if (!places.findProvince('2025-07', province)) throw fieldError('province', 'notFound', { value: province })
  const found = places.findCommune('2025-07', commune)
  if (!found) throw fieldError('commune', 'notFound', { value: commune })
  if (found.provinceCode !== province) throw fieldError('commune', 'notInProvince')
  return { ...rest, place: { list: '2025-07', province, commune } }
}

/** @throws {CatalogError} `INVALID_INPUT` at each part of the address, when goods go to somebody who gave none. */
export function requireAddress({ place }: Recipient): void {
  if (place) return
  throw new CatalogError('INVALID_INPUT', {
    issues: ADDRESS.map((path) => ({ path, code: 'required', params: {} })),
  })
}
