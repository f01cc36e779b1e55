import type { Account, SavedAddress, Shopper } from '../../catalog/account.js'
import { toDialled } from '../../catalog/phone.js'
import type { Order } from '../../catalog/order.js'
import { without } from '../../catalog/without.js'
import { recipientAddress } from '../models/recipient-address.js'
import { SESSION_COOKIE } from '../cookies/prefixed-cookies.js'
import type { Visit } from '../visit.js'
import type { OrderForm } from './order-form.js'

/** The session of whoever shops while signed in; for pages that nobody else gets to see. Empty for a guest. */
export const shopperSession = (visit: Visit): string => visit.secretCookie(SESSION_COOKIE) ?? ''

/** Who shops while signed in, with what they keep; null for a guest. */
export const shopperOf = (visit: Visit): { readonly account: Account; readonly shopper: Shopper } | null =>
  visit.catalog.accounts.shoppers.find(shopperSession(visit))

/** A form with a saved address filled in; the note is of one order alone. */
export const withAddress = (form: OrderForm, { name, phone, place, street }: SavedAddress): OrderForm => ({
  ...form,
  find: '',
  recipient: {
    ...form.recipient,
    name,
    phone: toDialled(phone),
    province: place.province,
    commune: place.commune ?? '',
    street,
  },
})

/** A form as somebody who is signed in finds it: with the first of their addresses, otherwise with name and number. */
export function withOwnDetails(form: OrderForm, visit: Visit): OrderForm {
  const found = shopperOf(visit)
  if (!found) return form
  const { account, shopper } = found
  const [address] = shopper.addresses
  if (address) return withAddress(form, address)
  return { ...form, recipient: { ...form.recipient, name: account.name, phone: toDialled(account.phone ?? '') } }
}

/** A saved address in words. */
export const toAddressRow = (address: SavedAddress, visit: Visit) => ({
  id: address.id,
  name: address.name,
  phone: toDialled(address.phone),
  street: address.street,
  text: recipientAddress(address, visit) ?? '',
})

/**
 * Puts an order that was just placed into the account of whoever is signed in, and its address where they chose so. The
 * order stands whatever comes of it.
 */
export async function keepInAccount(order: Order, { keepAddress, recipient }: OrderForm, visit: Visit): Promise<void> {
  if (!shopperOf(visit)) return
  const { shoppers } = visit.catalog.accounts
  try {
    await shoppers.keepOrder(shopperSession(visit), order)
    if (keepAddress && order.recipient.place)
      await shoppers.saveAddress(shopperSession(visit), without(recipient, 'note'))
  } catch (error) {
    visit.site.onError(error, { method: visit.method, path: visit.path })
  }
}

/**
 * What the checkout shows to somebody who is signed in; null for a guest.
 *
 * @param isShown - False for a page that the browser may keep beyond the session: it tells nothing of the account, and
 *   offers to show the addresses.
 */
export function toOwnChoices(visit: Visit, isShown: boolean) {
  const found = shopperOf(visit)
  if (!found) return null
  const words = visit.messages.shopper.checkout
  const { addresses } = found.shopper
  const hasChoice = addresses.length > 1
  if (!isShown) return { signedIn: words.signedInHere, addresses: [], canAsk: hasChoice }
  return {
    signedIn: words.signedIn(found.account.name),
    addresses: hasChoice ? addresses.map((address) => toAddressRow(address, visit)) : [],
    canAsk: false,
  }
}
