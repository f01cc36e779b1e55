import { CatalogError } from '../../../catalog/errors.js'
import type { Order } from '../../../catalog/order.js'
import type { OrderRequest } from '../../../trade/order-request.js'
import { possiblePayment } from '../../../trade/payments/payment-choice.js'
import type { Quote } from '../../../trade/quote.js'
import { formatVnd } from '../../format.js'
import { markDevice } from '../../limits/ordering-device.js'
import { redirect, type PageReply, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { isFetched } from '../../shopping/basket.js'
import { cartOf, keepCart } from '../../shopping/cart-cookie.js'
import { checkoutPage } from '../../shopping/checkout-page.js'
import { goodsProblems, refusalProblems, voucherProblems, type Problem } from '../../shopping/checkout-problems.js'
import { newKey, openCheckout, readCheckout, type CheckoutRequest } from '../../shopping/checkout-request.js'
import { keepOrder } from '../../shopping/known-orders.js'
import { fitToStock } from '../../shopping/fit-to-stock.js'
import { choicesOf, choosePlace, type OrderForm } from '../../shopping/order-form.js'
import { keepInAccount, shopperOf, withAddress } from '../../shopping/own-account.js'
import { forgetForm, rememberForm } from '../../shopping/remembered.js'
import type { Visit } from '../../visit.js'

export const checkout: Handler = (visit) => {
  const opened = openCheckout(visit)
  if (opened.cart.size === 0) return redirect(visit.links.to('/cart'))
  const quote = visit.catalog.quote(opened.cart, choicesOf(opened.form, visit))
  return checkoutPage(opened, quote, visit, { problems: goodsProblems(quote, visit) })
}

/** Where the placed order is shown, with what the device is to remember and the goods gone from the cart. */
function toPlacedOrder(order: Order, request: CheckoutRequest, visit: Visit): Reply {
  const ordered = new Set(request.cart.keys())
  const left = new Map([...cartOf(visit)].filter(([sku]) => !ordered.has(sku)))
  return redirect(visit.links.to(`/orders/${order.code}`, { placed: 1 }), {
    cookies: [
      keepOrder(order),
      ...(request.isAgain && !request.form.remember ? [] : rememberForm(request.form)),
      ...markDevice(visit),
      ...(request.isBuyNow ? [] : keepCart(left)),
    ],
  })
}

function otherTotal(shownTotal: number | null, { total }: Quote, visit: Visit): Problem {
  const { stale, priceChanged } = visit.messages.trade.checkout
  return { text: shownTotal === null ? stale : priceChanged(formatVnd(shownTotal), formatVnd(total)), field: 'goods' }
}

/** The order as the catalog takes it; what is not offered any more is left out, and the total then tells. */
function toOrderRequest({ cart, form, key }: CheckoutRequest, quote: Quote, visit: Visit): OrderRequest {
  const { note, name, phone, ...address } = form.recipient
  return {
    cart,
    recipient: {
      name,
      phone,
      ...(isFetched(quote) ? {} : address),
      ...(note.trim() === '' ? {} : { note }),
    },
    idempotencyKey: key,
    adult: form.adult,
    payment: possiblePayment(quote.shares, form.payment, visit.catalog.payments.providers),
    pickUp: quote.shares.flatMap(({ producer, pickUp }) => (pickUp ? [producer.id] : [])),
    voucher: form.voucher,
  }
}

/**
 * What keeps the order from being sent as it stands: a code that takes nothing off, or a higher sum than was shown.
 * Nobody is to pay more than stood above the button; a lower sum, by a code typed without using it, is welcome.
 * Who typed a code and pressed Enter wanted to use it, not to order.
 */
function differences(request: CheckoutRequest, quote: Quote, visit: Visit): PageReply | null {
  if (!quote.orderable) return null
  const problems = voucherProblems(request.form, quote, visit)
  if (problems.length > 0) return checkoutPage(request, quote, visit, { status: 422, problems })
  if (request.shownTotal !== null && quote.total <= request.shownTotal)
    return request.isEntered && quote.voucher && quote.total < request.shownTotal
      ? checkoutPage(request, quote, visit, { isVoucherNew: true })
      : null
  return checkoutPage(request, quote, visit, {
    status: 409,
    problems: [otherTotal(request.shownTotal, quote, visit)],
  })
}

async function placeOrder(request: CheckoutRequest, visit: Visit): Promise<Reply> {
  const { catalog, site } = visit
  const { cart, form } = request
  const choices = choicesOf(form, visit)
  const before = catalog.quote(cart, choices)
  const wanted = toOrderRequest(request, before, visit)
  try {
    // Pressed twice, the first order has used the voucher that the second one asks for.
    const placed = form.voucher === '' ? null : await catalog.findPlaced(wanted)
    const different = placed ? null : differences(request, before, visit)
    if (different) return different
    const { order } = await catalog.placeOrder(wanted)
    await keepInAccount(order, request.form, visit)
    return toPlacedOrder(order, request, visit)
  } catch (error) {
    if (!(error instanceof CatalogError) || visit.wantsJson) throw error
    const quote = catalog.quote(cart, choices)
    const problems = refusalProblems(error, form, quote, visit)
    if (!problems) throw error
    if (error.status >= 500) site.onError(error, { method: visit.method, path: visit.path })
    const isKeySpent =
      error.code === 'IDEMPOTENCY_MISMATCH' || error.issues.some(({ path }) => path === 'idempotencyKey')
    return checkoutPage(isKeySpent ? { ...request, key: newKey() } : request, quote, visit, {
      status: error.status,
      problems,
    })
  }
}

/** The form with a place or a saved address that was chosen for it; null when none was. */
function chosenForm({ form, pick, address }: CheckoutRequest, visit: Visit): OrderForm | null {
  if (pick !== '') return choosePlace(form, pick, visit)
  const saved = address === '' ? null : shopperOf(visit)?.shopper.addresses.find(({ id }) => id === address)
  return saved ? withAddress(form, saved) : null
}

/** Shows the form again with a list of communes, with places found, with saved addresses, or with goods that are in stock; or orders. */
export const postCheckout: Handler = (visit) => {
  const request = readCheckout(visit)
  const quote = visit.catalog.quote(request.cart, choicesOf(request.form, visit))
  const picked = chosenForm(request, visit)
  if (picked)
    return checkoutPage(
      { ...request, form: picked },
      visit.catalog.quote(request.cart, choicesOf(picked, visit)),
      visit,
      { showsAccount: request.pick === '' },
    )
  if (request.action === 'fit') {
    const fitted = fitToStock(quote)
    if (fitted.size === 0) return redirect(visit.links.to('/cart'))
    return checkoutPage(
      { ...request, cart: fitted },
      visit.catalog.quote(fitted, choicesOf(request.form, visit)),
      visit,
    )
  }
  if (request.action !== 'order') {
    const problems = voucherProblems(request.form, quote, visit)
    const showsAccount = request.action === 'addresses'
    return checkoutPage(request, quote, visit, {
      showsAccount,
      ...(problems.length > 0 ? { problems, status: 422 } : {}),
    })
  }
  if (request.cart.size === 0) return redirect(visit.links.to('/cart'))
  return placeOrder(request, visit)
}

/** Deletes the remembered details from the device. */
export const forgetDetails: Handler = (visit) => {
  const buy = visit.form.get('from') !== 'cart' ? visit.form.get('lines') : null
  return redirect(visit.links.to('/checkout', { buy, forgotten: 1 }), { cookies: forgetForm })
}
