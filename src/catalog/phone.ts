import { parsePhoneNumberFromString } from 'libphonenumber-js'
import * as z from 'zod'

const LONGEST = 40
/** A schema reads a number twice, to mend it and to check it; what was read last need not be read again. */
let latestAnswer: { readonly text: string; readonly number: string | null } = { text: '', number: null }

/** Reads a Vietnamese phone number in any usual spelling (0905 123 456, +84 905.123.456, 84905123456); null when it is none. */
export function parsePhone(text: string): string | null {
  if (text.length > LONGEST) return null
  if (latestAnswer.text === text || latestAnswer.number === text) return latestAnswer.number
  const found = parsePhoneNumberFromString(text.normalize('NFKC'), 'VN')
  const number = found?.country === 'VN' && found.isValid() ? found.number : null
  latestAnswer = { text, number }
  return number
}

/** `+84905123456` as people type and dial it: `0905 123 456`. */
export const toDialled = (phone: string): string =>
  phone.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')

/** A Vietnamese phone number, read in any usual spelling and kept as E.164: `+84905123456`. */
export const PhoneNumber = z
  .string()
  .overwrite((value) => parsePhone(value) ?? value)
  .refine((value) => parsePhone(value) === value, { params: { code: 'notPhone' } })
  .brand<'PhoneNumber'>()
export type PhoneNumber = z.infer<typeof PhoneNumber>
