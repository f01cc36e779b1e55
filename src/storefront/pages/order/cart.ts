import { CatalogError, issueText } from '../../../catalog/errors.js'
import { Sku } from '../../../catalog/ids.js'
import { MAX_LINES, MAX_QUANTITY } from '../../../catalog/order.js'
import { formatCount } from '../../format.js'
import type { Said } from '../../language.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { nameOfSku, toBasket } from '../../shopping/basket.js'
import { cartOf, keepCart } from '../../shopping/cart-cookie.js'
import { changeCart, readCartChange, readGoods, requireForSale } from '../../shopping/cart-change.js'
import { readCart, writeCart } from '../../shopping/cart-text.js'
import type { Visit } from '../../visit.js'
import { allGroupTiles } from '../group-tiles.js'

interface Notice {
  readonly text: string
  readonly name: Said
  /** What a form has to post to take the step back; null when there is none. */
  readonly undo: { readonly sku: string; readonly quantity: number } | null
}

/** What the address says has just been done. */
function toNotice(visit: Visit): Notice | null {
  const words = visit.messages.trade.cart
  const cart = cartOf(visit)
  const added = Sku.safeParse(visit.query.get('added')).data
  if (added && cart.has(added)) return { text: words.added, name: nameOfSku(added, visit), undo: null }
  const [removed] = readCart(visit.query.get('removed') ?? '')
  if (!removed || cart.has(removed[0]) || !visit.catalog.state.findBySku(removed[0])) return null
  const [sku, quantity] = removed
  return { text: words.removed, name: nameOfSku(sku, visit), undo: { sku, quantity } }
}

/** Why a change was refused, in words that say what to do. */
function toRefusal(error: CatalogError, visit: Visit): string {
  const words = visit.messages.trade.cart
  const [issue] = error.issues
  if (!issue) return error.text(visit.language)
  if (issue.path === 'cart') return words.tooManyLines(formatCount(MAX_LINES, visit.language))
  if (issue.path !== 'quantity') return words.notUnderstood
  if (issue.code === 'tooLarge') return words.tooManyUnits(formatCount(MAX_QUANTITY, visit.language))
  return issue.code === 'required' ? `${words.quantity}: ${issueText(issue, visit.language)}` : words.badQuantity
}

function cartPage(visit: Visit, refused: CatalogError | null): PageReply {
  const words = visit.messages.trade
  const cart = cartOf(visit)
  const basket = toBasket(cart, visit.catalog.quote(cart), visit)
  const sku = refused ? (visit.form.get('sku') ?? '') : ''
  const view = {
    basket,
    isEmpty: cart.size === 0,
    groups: cart.size === 0 ? allGroupTiles(visit) : [],
    notice: refused ? null : toNotice(visit),
    refused: refused && { text: toRefusal(refused, visit), sku: Sku.safeParse(sku).data ?? null },
  }
  return page('shop/cart', { title: refused ? words.checkout.errorTitle(words.cart.title) : words.cart.title }, view, {
    personal: true,
    illustrative: basket.illustrative,
    trail: [{ label: { text: words.cart.title, lang: null }, path: null }],
    ...(refused ? { status: refused.status } : {}),
  })
}

/** A refusal that people see on the page of their cart, and programs as problem details. */
function refuseGoods(error: unknown, visit: Visit): PageReply {
  if (!(error instanceof CatalogError) || visit.wantsJson) throw error
  return cartPage(visit, error)
}

export const cart: Handler = (visit) => cartPage(visit, null)

/** Adds to the cart, sets a quantity or removes a line, then shows the cart; a refused change shows it with the reason. */
export const postCart: Handler = (visit) => {
  try {
    const before = cartOf(visit)
    const change = readCartChange(visit.form)
    const after = changeCart(before, change, visit.catalog.state)
    const removed = after.has(change.sku) ? null : writeCart(new Map([[change.sku, before.get(change.sku) ?? 1]]))
    const added = change.action === 'add' ? change.sku : null
    const target = visit.links.to('/cart', { added, removed })
    return redirect((added ?? removed) ? target : `${target}#line-${change.sku}`, { cookies: keepCart(after) })
  } catch (error) {
    return refuseGoods(error, visit)
  }
}

/** Takes one line of goods past the cart: to a checkout that names them in its address. */
export const buyNow: Handler = (visit) => {
  try {
    const { sku, quantity } = readGoods(visit.form, 1)
    requireForSale(sku, visit.catalog.state)
    return redirect(visit.links.to('/checkout', { buy: writeCart(new Map([[sku, quantity]])) }))
  } catch (error) {
    return refuseGoods(error, visit)
  }
}
