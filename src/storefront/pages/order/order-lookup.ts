import { CatalogError } from '../../../catalog/errors.js'
import { readOrderCode } from '../../../site/codes.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { forgetOrders, keepOrder, knownCodes, phoneFor } from '../../shopping/known-orders.js'
import {
  lookUpProblems,
  orderCodeRule,
  readLookUp,
  toLookUpForm,
  type LookUp,
  type LookUpProblems,
} from '../../shopping/look-up.js'
import type { Visit } from '../../visit.js'

function formPage(visit: Visit, typed: LookUp, status: number, wrong: LookUpProblems | null = null): PageReply {
  const words = visit.messages.trade
  const isWrong = status >= 400
  const asked = visit.params.code === undefined ? null : readOrderCode(visit.params.code)
  const { lookup, notFound, code, phone } = words.orders
  const view = {
    ...toLookUpForm({ typed, wrong, isNotFound: isWrong }, { notFound, labels: { code, phone } }, visit),
    intro: asked === null ? words.orders.lookupText : words.orders.lookupThis(asked),
    recent: visit.params.code === undefined ? knownCodes(visit) : [],
    forgotten: visit.query.has('forgotten'),
  }
  return page('shop/order-lookup', { title: isWrong ? words.checkout.errorTitle(lookup) : lookup }, view, {
    personal: true,
    status,
    trail: [{ label: { text: lookup, lang: null }, path: null }],
  })
}

/**
 * Asks for what opens the order of the address. A device that showed a wrong number gets the answer of a failed
 * look-up, so that guessing by cookie is counted like guessing by form.
 */
export const lookupPage = (visit: Visit): PageReply => {
  const code = visit.params.code ?? ''
  return formPage(visit, { code: readOrderCode(code), phone: '' }, phoneFor(code, visit) === null ? 200 : 404)
}

export const orderLookup: Handler = (visit) => formPage(visit, { code: '', phone: '' }, 200)

/** Opens an order by code and phone; an unknown code and another's phone get the very same answer. */
export const postOrderLookup: Handler = async (visit) => {
  const typed = readLookUp(visit)
  const problems = lookUpProblems(typed, orderCodeRule(visit), visit)
  const order = problems ? null : await visit.catalog.findOrder(typed.code, typed.phone)
  if (order) return redirect(visit.links.to(`/orders/${order.code}`), { cookies: [keepOrder(order)] })
  if (visit.wantsJson) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: '' } })
  return formPage(visit, typed, 404, problems)
}

export const postForgetOrders: Handler = (visit) =>
  redirect(visit.links.to('/orders', { forgotten: 1 }), { cookies: forgetOrders(visit) })
