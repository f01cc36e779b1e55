import { parsePhoneNumberFromString } from 'libphonenumber-js'
import * as z from 'zod'

/** Reads a Vietnamese phone number in any usual spelling (0905 123 456, +84 905.123.456, 84905123456); null when it is none. */
export function parsePhone(text: string): string | null {
  if (text.length > 40) return null
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), 'VN')
  return number?.country === 'VN' && number.isValid() ? number.number : null
}

/** A Vietnamese phone number, read in any usual spelling and kept as E.164: `+84905123456`. */
export const PhoneNumber = z
  .string()
  .overwrite((value) => parsePhone(value) ?? value)
  .refine((value) => parsePhone(value) === value, { params: { code: 'notPhone' } })
  .brand<'PhoneNumber'>()
export type PhoneNumber = z.infer<typeof PhoneNumber>
