import { randomUUID } from 'node:crypto'
import type { Cart } from '../../trade/quote.js'
import type { Visit } from '../visit.js'
import { cartOf } from './cart-cookie.js'
import { readCart } from './cart-text.js'
import { readOrderForm, type OrderForm } from './order-form.js'
import { withOwnDetails } from './own-account.js'
import { rememberedForm } from './remembered.js'
import { singleField } from './single-field.js'

/** What is being checked out: the goods as the page shows them, and everything that was typed. */
export interface Checkout {
  readonly cart: Cart
  /** True for goods bought at once, past the cart. */
  readonly isBuyNow: boolean
  /** True for an order of before that is ordered again: the device's own memory stays as it is. */
  readonly isAgain: boolean
  /** Made anew for each form that is shown, so that pressing twice orders once. */
  readonly key: string
  readonly form: OrderForm
}

export interface CheckoutRequest extends Checkout {
  readonly action: 'order' | 'communes' | 'find' | 'fit' | 'voucher' | 'update' | 'addresses'
  /** Code of a commune that was chosen among those found. */
  readonly pick: string
  /** A saved address that was chosen; empty for none. */
  readonly address: string
  /** The total that the shopper saw, in đồng; null when the form did not say. */
  readonly shownTotal: number | null
  /** True when Enter in a field sent the form: nobody has pressed the button below the total. */
  readonly isEntered: boolean
}

export const newKey = (): string => randomUUID()

const ACTIONS = ['communes', 'find', 'fit', 'voucher', 'update', 'addresses'] as const

/** The form before anything is typed: what this device remembers, otherwise what the account knows. */
function firstForm(visit: Visit): OrderForm {
  const form = rememberedForm(visit)
  return form.remember ? form : withOwnDetails(form, visit)
}

/** A fresh checkout: of the goods in the address, otherwise of the cart. */
export function openCheckout(visit: Visit): Checkout {
  const goods = visit.query.get('buy')
  const isBuyNow = goods !== null
  return {
    cart: isBuyNow ? readCart(goods) : cartOf(visit),
    isBuyNow,
    isAgain: false,
    key: newKey(),
    form: firstForm(visit),
  }
}

/** @throws {CatalogError} `INVALID_INPUT` when a field was sent several times. */
export function readCheckout(visit: Visit): CheckoutRequest {
  const { form } = visit
  const typed = readOrderForm(form)
  const asked = singleField(form, 'action')
  const action = ACTIONS.find((known) => known === asked) ?? 'order'
  const total = singleField(form, 'total')
  const from = singleField(form, 'from')
  return {
    cart: readCart(singleField(form, 'lines')),
    isBuyNow: from === 'now' || from === 'again',
    isAgain: from === 'again',
    key: visit.header('idempotency-key') ?? singleField(form, 'key'),
    form: typed,
    // Enter in the box that finds a commune presses the form's first button; finding is what was meant.
    action: action === 'order' && typed.find !== '' && typed.recipient.commune === '' ? 'find' : action,
    pick: singleField(form, 'pick'),
    address: singleField(form, 'address'),
    shownTotal: /^\d{1,16}$/.test(total) ? Number(total) : null,
    isEntered: visit.query.has('entered'),
  }
}
