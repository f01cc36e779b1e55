import { CatalogError } from '../../../catalog/errors.js'
import { parsePhone } from '../../../catalog/phone.js'
import { readOrderCode } from '../../../site/codes.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { forgetOrders, keepOrder, knownCodes, phoneFor } from '../../shopping/known-orders.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

const ORDER_CODE = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/

interface Typed {
  readonly code: string
  readonly phone: string
}

type Problems = Readonly<Record<'code' | 'phone', string | null>>

/** What can be seen to be wrong without looking; an order that is not there is told of neither field alone. */
function problemsOf({ code, phone }: Typed, visit: Visit): Problems {
  const { orders, checkout } = visit.messages.trade
  const isCode = ORDER_CODE.test(readOrderCode(code))
  return {
    code: code.trim() === '' ? orders.missingCode : isCode ? null : orders.badCode,
    phone: phone.trim() === '' ? checkout.missing.phone : parsePhone(phone) === null ? checkout.badPhone : null,
  }
}

function formPage(visit: Visit, typed: Typed, status: number, wrong: Problems | null = null): PageReply {
  const words = visit.messages.trade
  const isWrong = status >= 400
  const asked = visit.params.code === undefined ? null : readOrderCode(visit.params.code)
  const { lookup, notFound, lookupSummary, code, phone } = words.orders
  const problems = (['code', 'phone'] as const)
    .map((name) => ({ text: wrong ? wrong[name] : { code, phone }[name], href: `#${name}` }))
    .filter(({ text }) => text !== null)
  const view = {
    typed,
    wrong,
    problems: isWrong ? { title: wrong ? lookupSummary : notFound, problems } : null,
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
  const typed = { code: singleField(visit.form, 'code'), phone: singleField(visit.form, 'phone') }
  const problems = problemsOf(typed, visit)
  const isReadable = problems.code === null && problems.phone === null
  const order = isReadable ? await visit.catalog.findOrder(typed.code, typed.phone) : null
  if (order) return redirect(visit.links.to(`/orders/${order.code}`), { cookies: [keepOrder(order)] })
  if (visit.wantsJson) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: '' } })
  return formPage(visit, typed, 404, isReadable ? null : problems)
}

export const postForgetOrders: Handler = (visit) =>
  redirect(visit.links.to('/orders', { forgotten: 1 }), { cookies: forgetOrders(visit) })
