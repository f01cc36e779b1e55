import { CatalogError, type FieldIssue } from '../../../catalog/errors.js'
import type { Fulfillment, Order } from '../../../catalog/order.js'
import { ReturnReason } from '../../../catalog/return-request.js'
import { RETURN_DAYS, returnableUnits } from '../../../trade/returns.js'
import { formatCount } from '../../format.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { canReturn } from '../../shopping/return-view.js'
import { lineTitle } from '../../shopping/line-name.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'
import { orderPage } from './order.js'
import { lookupPage } from './order-lookup.js'

/** The form as it was typed. */
interface Typed {
  readonly reason: string
  readonly words: string
  readonly quantities: readonly string[]
}

interface Problem {
  readonly text: string
  readonly field: string
}

const shareAt = ({ fulfillments }: Order, part: string): { share: Fulfillment; part: number } => {
  const share = /^\d{1,2}$/.test(part) ? fulfillments[Number(part) - 1] : undefined
  if (!share) throw notFound()
  return { share, part: Number(part) }
}

function formPage(
  order: Order,
  part: string,
  typed: Typed,
  visit: Visit,
  problems: readonly Problem[] = [],
): PageReply {
  const words = visit.messages.trade
  const found = shareAt(order, part)
  const left = returnableUnits(found.share)
  const view = {
    heading: words.returning.title(order.code),
    part: found.part,
    actionHref: visit.links.to(`/orders/${order.code}/return`),
    backHref: visit.links.to(`/orders/${order.code}`),
    rule: words.returning.rule(formatCount(RETURN_DAYS, visit.language)),
    lines: found.share.lines.map((line, index) => ({
      label: words.returning.quantityOf(lineTitle(line, visit), formatCount(left[index] ?? 0, visit.language)),
      most: left[index] ?? 0,
      quantity: typed.quantities[index] ?? (left.length === 1 && left[0] === 1 ? '1' : '0'),
    })),
    reasons: ReturnReason.options.map((value) => ({ value, label: words.returning.reasons[value] })),
    typed,
    problems: problems.map(({ text, field }) => ({ text, href: `#${field}` })),
    errors: Object.fromEntries(problems.map(({ text, field }) => [field, text])),
  }
  const title = words.returning.title(order.code)
  return page('shop/order-return', { title: problems.length > 0 ? words.checkout.errorTitle(title) : title }, view, {
    personal: true,
    status: problems.length > 0 ? 422 : 200,
    trail: [
      { label: { text: words.orders.lookup, lang: null }, path: '/orders' },
      { label: { text: order.code, lang: null }, path: `/orders/${order.code}` },
      { label: { text: words.returning.ask, lang: null }, path: null },
    ],
  })
}

/** Asks what is to be given back, and why. */
export const returnGoods: Handler = async (visit) => {
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const part = visit.query.get('part') ?? '1'
  const { share } = shareAt(known.order, part)
  if (!canReturn(share, visit)) return redirect(visit.links.to(`/orders/${known.order.code}`))
  return formPage(known.order, part, { reason: '', words: '', quantities: [] }, visit)
}

/** Plain whole numbers alone; a field left empty means none. */
function readLines(
  share: Fulfillment,
  typed: Typed,
  visit: Visit,
): { lines: { sku: string; quantity: number }[]; problems: Problem[] } {
  const words = visit.messages.trade.returning
  const left = returnableUnits(share)
  const problems: Problem[] = []
  const lines = share.lines.flatMap((line, index) => {
    const text = (typed.quantities[index] ?? '').trim()
    const most = left[index] ?? 0
    const quantity = /^\d{0,3}$/.test(text) ? Number(text) : NaN
    if (Number.isNaN(quantity) || quantity > most)
      problems.push({
        text: words.badQuantity(lineTitle(line, visit), formatCount(most, visit.language)),
        field: `quantity-${index}`,
      })
    return quantity > 0 ? [{ sku: line.sku, quantity }] : []
  })
  if (lines.length === 0 && problems.length === 0) problems.push({ text: words.pickSome, field: 'quantity-0' })
  return { lines, problems }
}

function toProblem({ path }: FieldIssue, visit: Visit): Problem {
  const words = visit.messages.trade.returning
  if (path === 'reason') return { text: words.pickReason, field: 'reason-damaged' }
  return path === 'words' ? { text: words.badWords, field: 'words' } : { text: words.pickSome, field: 'quantity-0' }
}

export const postReturnGoods: Handler = async (visit) => {
  const words = visit.messages.trade
  const known = await openKnownOrder(visit)
  if (!known) return lookupPage(visit)
  const { order, phone } = known
  const part = singleField(visit.form, 'part')
  const { share } = shareAt(order, part)
  const typed: Typed = {
    reason: singleField(visit.form, 'reason'),
    words: singleField(visit.form, 'words'),
    quantities: share.lines.map((_, index) => singleField(visit.form, `quantity-${index}`)),
  }
  const { lines, problems } = readLines(share, typed, visit)
  if (!ReturnReason.safeParse(typed.reason).success)
    problems.push({ text: words.returning.pickReason, field: 'reason-damaged' })
  if (problems.length > 0) return formPage(order, part, typed, visit, problems)
  try {
    const wish = { reason: typed.reason, lines, ...(typed.words.trim() === '' ? {} : { words: typed.words }) }
    await visit.catalog.returns.request(order.code, phone, share.producerId, wish)
    return redirect(visit.links.to(`/orders/${order.code}`, { return: 1 }))
  } catch (error) {
    if (!(error instanceof CatalogError) || visit.wantsJson) throw error
    if (error.code === 'INVALID_INPUT')
      return formPage(
        order,
        part,
        typed,
        visit,
        error.issues.map((issue) => toProblem(issue, visit)),
      )
    if (error.status >= 500) visit.site.onError(error, { method: visit.method, path: visit.path })
    else if (error.code !== 'NOT_ALLOWED_NOW') throw error
    const text = error.status >= 500 ? words.orders.unavailable : words.returning.tooLate
    return orderPage(order, visit, { status: error.status, notice: { tone: 'bad', text } })
  }
}
