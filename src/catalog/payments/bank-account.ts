import * as z from 'zod'
import { form } from '../form.js'
import { line } from '../text.js'

/** The six digits by which the interbank network knows a bank: 970436 is Vietcombank. */
export const Bin = form(/^\d{6}$/, '970436')

/** Up to 19 digits or Latin letters (NAPAS IBFT); spaces, dots and hyphens that people write between them are dropped. */
const AccountNumber = z
  .string()
  .overwrite((value) => value.replace(/[\s.-]/g, ''))
  .refine((value) => /^[0-9A-Za-z]{4,19}$/.test(value), {
    params: { code: 'badFormat', example: '0011001932418' },
    abort: true,
  })

/** Where a producer is paid by bank transfer; shown to those who order from it and choose so. */
export const BankAccount = z.strictObject({
  bin: Bin,
  number: AccountNumber,
  /** The holder's name as the bank shows it, so that the payer can compare. */
  holder: line(70, 2),
})
export type BankAccount = z.infer<typeof BankAccount>
