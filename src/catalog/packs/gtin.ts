import type * as z from 'zod'
import { form } from '../form.js'

/** True when the last digit of a GTIN-8, -12, -13 or -14 is its check digit (GS1 General Specifications 7.9: weights 3, 1 from the right). */
export function hasValidCheckDigit(digits: string): boolean {
  const body = Array.from(digits.slice(0, -1)).reverse()
  const sum = body.reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1))
}

/** A GTIN of 8, 12 or 13 digits with the zeros in front that make it one of 14: the same item either way. */
export const toGtin14 = (gtin: string): string => gtin.padStart(14, '0')

/** A Global Trade Item Number of 8, 12, 13 or 14 digits with a right check digit. Never invented: empty when the pack bears none. */
export const Gtin = form(/^(\d{8}|\d{12,14})$/, '8936003721777')
  .refine(hasValidCheckDigit, { params: { code: 'checkDigit' } })
  .brand<'Gtin'>()
export type Gtin = z.infer<typeof Gtin>
