import type { BankAccount } from '../../catalog/payments/bank-account.js'
import type { Vnd } from '../../catalog/vnd.js'
import { crc16 } from './crc16.js'

const NAPAS = 'A000000727'
const TO_ACCOUNT = 'QRIBFTTA'
const CURRENCY_VND = '704'
const MOST_PURPOSE = 25

/** One field of an EMVCo code: two digits of tag, two of length, the value. */
const field = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`

/** What a VietQR code asks to pay. */
export interface Transfer {
  readonly account: Pick<BankAccount, 'bin' | 'number'>
  /** Left to the payer when it is left out. */
  readonly amount?: Vnd
  /** The text of the transfer: printable ASCII, at most 25 characters. Banks fold marks and cut what is longer. */
  readonly purpose?: string
}

/**
 * The text of a VietQR code (EMVCo merchant-presented, NAPAS 247) that pays into an account. It is a payment order for
 * the payer's bank and no more: that the money came is for the receiver's bank to say.
 *
 * @throws {RangeError} for a purpose that is no plain text of at most 25 characters.
 */
export function vietQr({ account, amount, purpose }: Transfer): string {
  if (purpose !== undefined && !/^[\x20-\x7E]{1,25}$/.test(purpose))
    throw new RangeError(`a purpose is printable ASCII of at most ${MOST_PURPOSE} characters`)
  const isDynamic = amount !== undefined || purpose !== undefined
  const receiver = field('00', account.bin) + field('01', account.number)
  const fields = [
    field('00', '01'),
    field('01', isDynamic ? '12' : '11'),
    field('38', field('00', NAPAS) + field('01', receiver) + field('02', TO_ACCOUNT)),
    field('53', CURRENCY_VND),
    amount === undefined ? '' : field('54', String(amount)),
    field('58', 'VN'),
    purpose === undefined ? '' : field('62', field('08', purpose)),
    '6304',
  ].join('')
  return fields + crc16(fields)
}
