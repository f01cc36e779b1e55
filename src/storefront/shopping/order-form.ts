import { MAX_LINES } from '../../catalog/order.js'
import { PaymentMethod } from '../../catalog/payments/payment.js'
import type { CartChoices } from '../../site/catalog.js'
import type { Visit } from '../visit.js'
import { singleField } from './single-field.js'

/** The fields about the recipient, in the order of the form. */
export const RECIPIENT_FIELDS = ['name', 'phone', 'province', 'commune', 'street', 'note'] as const
export type RecipientField = (typeof RECIPIENT_FIELDS)[number]

/** The order form as it was typed: shown again unchanged when something has to be mended. */
export interface OrderForm {
  readonly recipient: Readonly<Record<RecipientField, string>>
  readonly adult: boolean
  readonly remember: boolean
  /** Keeps the address in the account of whoever is signed in. */
  readonly keepAddress: boolean
  readonly payment: PaymentMethod
  /** Producers at whose door the goods are fetched. */
  readonly pickUp: readonly string[]
  /** A voucher's code as it was typed. */
  readonly voucher: string
  /** The words in the box that finds a commune by name. */
  readonly find: string
}

export const EMPTY_FORM: OrderForm = {
  recipient: { name: '', phone: '', province: '', commune: '', street: '', note: '' },
  adult: false,
  remember: false,
  keepAddress: false,
  payment: 'cashOnDelivery',
  pickUp: [],
  voucher: '',
  find: '',
}

const readMethod = (typed: string): PaymentMethod =>
  PaymentMethod.safeParse(typed).success ? typed : EMPTY_FORM.payment

/** @throws {CatalogError} `INVALID_INPUT` when a field was sent several times. */
export function readOrderForm(form: URLSearchParams): OrderForm {
  const recipient = Object.fromEntries(RECIPIENT_FIELDS.map((field) => [field, singleField(form, field)]))
  return {
    recipient: recipient as Record<RecipientField, string>,
    adult: singleField(form, 'adult') !== '',
    remember: singleField(form, 'remember') !== '',
    keepAddress: singleField(form, 'keepAddress') !== '',
    payment: readMethod(singleField(form, 'payment')),
    pickUp: form.getAll('pickUp').slice(0, MAX_LINES),
    voucher: singleField(form, 'voucher').trim().slice(0, 40),
    find: singleField(form, 'find').trim().slice(0, 100),
  }
}

/** The form with its place filled in from the code of a commune of today; unchanged when there is no such commune. */
export function choosePlace(form: OrderForm, communeCode: string, visit: Visit): OrderForm {
  const commune = visit.catalog.reference.places.findCommune('2025-07', communeCode)
  if (!commune) return form
  return {
    ...form,
    find: '',
    recipient: { ...form.recipient, province: commune.provinceCode, commune: commune.code },
  }
}

/** What the form says about the price of an order. */
export const choicesOf = ({ recipient, pickUp, voucher }: OrderForm, visit: Visit): CartChoices => ({
  destination: visit.catalog.reference.places.findProvince('2025-07', recipient.province)?.code ?? null,
  pickUp: new Set(pickUp),
  voucher,
  phone: recipient.phone,
})
