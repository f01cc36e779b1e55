import { CatalogError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import type { Quote } from '../../trade/quote.js'
import { formatVnd } from '../format.js'
import { redirect, type Reply } from '../reply.js'
import type { Handler } from '../route.js'
import { cartOf, keepCart } from '../shopping/cart-cookie.js'
import { checkoutPage } from '../shopping/checkout-page.js'
import { goodsProblems, refusalProblems, type Problem } from '../shopping/checkout-problems.js'
import { newKey, openCheckout, readCheckout, type CheckoutRequest } from '../shopping/checkout-request.js'
import { keepOrder } from '../shopping/known-orders.js'
import { fitToStock } from '../shopping/fit-to-stock.js'
import { choosePlace } from '../shopping/order-form.js'
import { forgetForm, rememberForm } from '../shopping/remembered.js'
import type { Visit } from '../visit.js'

export const checkout: Handler = (visit) => {
  const opened = openCheckout(visit)
  if (opened.cart.size === 0) return redirect(visit.links.to('/cart'))
  const quote = visit.catalog.quote(opened.cart)
  return checkoutPage(opened, quote, visit, { problems: goodsProblems(quote, visit) })
}

/** Where the placed order is shown, with what the device is to remember and the goods gone from the cart. */
function toPlacedOrder(order: Order, request: CheckoutRequest, visit: Visit): Reply {
  const ordered = new Set(request.cart.keys())
  const left = new Map([...cartOf(visit)].filter(([sku]) => !ordered.has(sku)))
  return redirect(visit.links.to(`/orders/${order.code}`, { placed: 1 }), {
    cookies: [keepOrder(order), rememberForm(request.form), ...(request.isBuyNow ? [] : keepCart(left))],
  })
}

/** Nobody is to pay another sum than the one above the button. */
function otherTotal(shownTotal: number | null, { total }: Quote, visit: Visit): Problem {
  const { stale, priceChanged } = visit.messages.trade.checkout
  return { text: shownTotal === null ? stale : priceChanged(formatVnd(shownTotal), formatVnd(total)), field: 'goods' }
}

async function placeOrder(request: CheckoutRequest, visit: Visit): Promise<Reply> {
  const { catalog, site } = visit
  const { cart, form, key, shownTotal } = request
  const { note, ...recipient } = form.recipient
  const before = catalog.quote(cart)
  if (before.orderable && before.total !== shownTotal)
    return checkoutPage(request, before, visit, { status: 409, problems: [otherTotal(shownTotal, before, visit)] })
  try {
    const { order } = await catalog.placeOrder({
      cart,
      recipient: note.trim() === '' ? recipient : { ...recipient, note },
      idempotencyKey: key,
      adult: form.adult,
    })
    return toPlacedOrder(order, request, visit)
  } catch (error) {
    if (!(error instanceof CatalogError) || visit.wantsJson) throw error
    const quote = catalog.quote(cart)
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

/** Shows the form again with a list of communes, with places found, or with goods that are in stock; or orders. */
export const postCheckout: Handler = (visit) => {
  const request = readCheckout(visit)
  const quote = visit.catalog.quote(request.cart)
  const picked = request.pick === '' ? null : choosePlace(request.form, request.pick, visit)
  if (picked) return checkoutPage({ ...request, form: picked }, quote, visit)
  if (request.action === 'fit') {
    const fitted = fitToStock(quote)
    if (fitted.size === 0) return redirect(visit.links.to('/cart'))
    return checkoutPage({ ...request, cart: fitted }, visit.catalog.quote(fitted), visit)
  }
  if (request.action !== 'order') return checkoutPage(request, quote, visit)
  if (request.cart.size === 0) return redirect(visit.links.to('/cart'))
  return placeOrder(request, visit)
}

/** Deletes the remembered details from the device. */
export const forgetDetails: Handler = (visit) => {
  const buy = visit.form.get('from') === 'now' ? visit.form.get('lines') : null
  return redirect(visit.links.to('/checkout', { buy, forgotten: 1 }), { cookies: [forgetForm] })
}
