import { possiblePayment } from '../../trade/payments/payment-choice.js'
import type { Quote } from '../../trade/quote.js'
import { formatVnd } from '../format.js'
import { page, type PageReply } from '../reply.js'
import type { Visit } from '../visit.js'
import { toBasket, type Basket } from './basket.js'
import { writeCart } from './cart-text.js'
import type { Problem } from './checkout-problems.js'
import type { Checkout } from './checkout-request.js'
import { fitToStock } from './fit-to-stock.js'
import { choicesOf } from './order-form.js'
import { toOwnChoices } from './own-account.js'
import { communeChoices, findCommunes, provinceChoices } from './place-choice.js'

interface More {
  readonly problems?: readonly Problem[]
  readonly status?: number
  /** True when a voucher was applied that the page did not have before: said on top. */
  readonly isVoucherNew?: boolean
  /** True to show saved addresses, or one of them filled in, in answer to a form. */
  readonly showsAccount?: boolean
}

const textByField = (problems: readonly Problem[]): Record<string, string> =>
  Object.fromEntries(problems.flatMap(({ field, text }) => (field === null ? [] : [[field, text]])))

const voucherPart = ({ shares }: Quote): number =>
  shares
    .flatMap(({ reductions }) => reductions)
    .reduce((sum, { kind, amount }) => (kind === 'voucher' ? sum + amount : sum), 0)

/** Where the goods are changed: in the cart, or on the page of the one product that is bought at once. */
function toChange({ shares }: Basket, isBuyNow: boolean, visit: Visit): { text: string; href: string } | null {
  const { checkout } = visit.messages.trade
  if (!isBuyNow) return { text: checkout.change, href: visit.links.to('/cart') }
  const [line, ...others] = shares.flatMap(({ lines }) => lines)
  return line && others.length === 0 ? { text: checkout.changeOne, href: line.href } : null
}

/**
 * The one page of the checkout: fields, review of the order, and the button. In answer to a form it holds what the form
 * sent, and of an account nothing unless that is asked for.
 */
export function checkoutPage(checkout: Checkout, quote: Quote, visit: Visit, more: More = {}): PageReply {
  const words = visit.messages.trade
  const { problems = [], status, isVoucherNew = false, showsAccount = visit.method === 'GET' } = more
  const { cart, form, isBuyNow, isAgain, key } = checkout
  const { province } = form.recipient
  const basket = toBasket(cart, quote, visit, choicesOf(form, visit))
  const found = form.find === '' ? null : findCommunes(form.find, province, visit)
  const own = toOwnChoices(visit, showsAccount)
  const view = {
    basket,
    form,
    key,
    lines: writeCart(cart),
    from: isAgain ? 'again' : isBuyNow ? 'now' : 'cart',
    total: quote.total,
    payment: possiblePayment(quote.shares, form.payment, visit.catalog.payments.providers),
    voucherApplied: quote.voucher && words.paying.voucherApplied(quote.voucher.code, formatVnd(voucherPart(quote))),
    isVoucherNew,
    problems: problems.map(({ field, text }) => ({ text, href: field ? `#${field}` : null })),
    errors: textByField(problems),
    provinces: provinceChoices(visit),
    communes: communeChoices(province, visit),
    found,
    canFit: fitToStock(quote).size > 0,
    canForget: visit.cookies.has('recipient'),
    forgotten: visit.query.has('forgotten'),
    own,
    change: toChange(basket, isBuyNow, visit),
  }
  const title = problems.length > 0 ? words.checkout.errorTitle(words.checkout.title) : words.checkout.title
  return page('shop/checkout', { title }, view, {
    personal: true,
    typed: visit.method === 'POST' && !showsAccount,
    illustrative: basket.illustrative,
    trail: [
      ...(isBuyNow ? [] : [{ label: { text: words.cart.title, lang: null }, path: '/cart' }]),
      { label: { text: words.checkout.title, lang: null }, path: null },
    ],
    ...(status === undefined ? {} : { status }),
  })
}
