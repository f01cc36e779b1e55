import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { parse } from '../../../catalog/parse.js'
import { ReturnStatus, type ReturnRequest } from '../../../catalog/return-request.js'
import type { ReturnDetails } from '../../../trade/returns.js'
import { notFound } from '../../refusal.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { readAmount } from '../../../catalog/prices/read-amount.js'
import { orderPage } from './order.js'
import { toRefundProblems } from './refund-problems.js'

/** Units of each line that can be sold again; those left empty are none. */
function readRestock({ lines }: ReturnRequest, path: string, form: URLSearchParams): ReturnDetails['restock'] {
  return lines.flatMap(({ sku, quantity: most }, at) => {
    const name = `${path}.restock.${at}`
    const typed = singleField(form, name).trim()
    const quantity = typed === '' ? 0 : readAmount(typed)
    if (quantity === null) throw fieldError(name, 'badFormat', { example: '2' })
    if (quantity > most) throw fieldError(name, 'tooLarge', { maximum: most })
    return quantity === 0 ? [] : [{ sku, quantity }]
  })
}

/** The command tells of `reason`; the page has one such field for each return. */
const atField = (error: unknown, path: string): unknown =>
  error instanceof CatalogError && error.issues.some((issue) => issue.path === 'reason')
    ? new CatalogError(error.code, {
        issues: error.issues.map((issue) => ({ ...issue, path: `${path}.${issue.path}` })),
      })
    : error

const labelsOf = (path: string, { lines }: ReturnRequest, visit: Visit): Record<string, string> => {
  const words = visit.messages.dispatch.returns
  return {
    [`${path}.reason`]: words.refuseReason,
    ...Object.fromEntries(lines.map(({ sku }, at) => [`${path}.restock.${at}`, words.restock(sku)])),
  }
}

/** A return is accepted, refused with a reason, received with what can be sold again, or refunded. */
export const postReturn: Handler = async (visit) => {
  const { form, catalog, params } = visit
  const [person, { id }] = [personOf(visit), producerOf(visit)]
  const code = params['code'] ?? ''
  const index = /^\d{1,2}$/.test(params['index'] ?? '') ? Number(params['index']) : -1
  const { share } = await catalog.orderDesk.get(person, id, code)
  const request = share.returns?.[index]
  if (!request) throw notFound()
  const path = `returns.${index}`
  try {
    const status = parse(ReturnStatus, singleField(form, 'status'))
    await catalog.returns.answer(person, code, id, index, status, {
      reason: singleField(form, `${path}.reason`),
      restock: readRestock(request, path, form),
      withShipping: singleField(form, 'withShipping') === '1',
    })
  } catch (error) {
    return orderPage(visit, toRefundProblems(atField(error, path), labelsOf(path, request, visit), visit))
  }
  return redirect(visit.links.to(`/producer/orders/${code}`))
}
