import type { Order } from '../../catalog/order.js'
import { toDialled } from '../../catalog/phone.js'
import type { Visit } from '../visit.js'
import { communeChoices } from './place-choice.js'
import { singleField } from './single-field.js'

/**
 * The form that corrects who receives an order, as it was typed or as the order stands; its address is null where everything
 * is fetched.
 *
 * @param more - What else may be corrected: a producer hears another number on the phone, a buyer rewrites the note.
 */
export function toRecipientForm({ recipient }: Order, more: 'phone' | 'note', visit: Visit) {
  const { name, phone, place, street, note } = recipient
  const typed = (field: string, kept: string): string => visit.form.get(field) ?? kept
  return {
    name: typed('name', name),
    ...(more === 'phone' ? { phone: typed('phone', toDialled(phone)) } : { note: typed('note', note ?? '') }),
    address: place && {
      commune: typed('commune', place.commune ?? ''),
      communes: communeChoices(place.province, visit),
      street: typed('street', street ?? ''),
    },
  }
}

/** The fields of that form as it was sent, for the command. */
export const readRecipientForm = ({ form }: Visit, ...more: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    ['name', ...more, ...(form.has('street') ? ['commune', 'street'] : [])].map((field) => [
      field,
      singleField(form, field),
    ]),
  )

/** Names of its fields, for what is wrong with them. */
export const recipientLabels = ({ messages }: Visit): Readonly<Record<string, string>> => {
  const { name, phone, commune, street, note } = messages.trade.checkout
  return { name, phone, commune, street, note }
}
