import type { Fulfillment, Order } from '../../catalog/order.js'
import type { ReturnRequest } from '../../catalog/return-request.js'
import { lastReturnDay, returnableUnits } from '../../trade/returns.js'
import { formatCount, formatDay, formatInstant, formatVnd } from '../format.js'
import type { Visit } from '../visit.js'

/** One return in words. */
export interface ReturnLine {
  readonly status: string
  readonly reason: string
  readonly words: string | null
  readonly goods: readonly string[]
  readonly refund: string | null
  readonly history: readonly string[]
}

/** The returns of a share, and whether another one can be asked for. */
export interface ReturnsView {
  readonly list: readonly ReturnLine[]
  readonly ask: { readonly href: string; readonly until: string } | null
}

export function toReturnLine(request: ReturnRequest, share: Fulfillment, visit: Visit): ReturnLine {
  const words = visit.messages.trade.returning
  const nameOf = (sku: string) => share.lines.find((line) => line.sku === sku)?.name ?? sku
  return {
    status: words.status[request.status],
    reason: words.reasons[request.reason],
    words: request.words ?? null,
    goods: request.lines.map(({ sku, quantity }) => `${formatCount(quantity, visit.language)} × ${nameOf(sku)}`),
    refund: request.refund === undefined ? null : words.refund(formatVnd(request.refund)),
    history: request.history.map(
      ({ status, at, reason }) =>
        `${words.status[status]}, ${formatInstant(at)}${reason ? `. ${words.why}: ${reason}` : ''}`,
    ),
  }
}

/** True when something of a share can still be given back today. */
export function canReturn(share: Fulfillment, visit: Visit): boolean {
  const lastDay = lastReturnDay(share)
  return lastDay !== null && visit.catalog.today() <= lastDay && returnableUnits(share).some((units) => units > 0)
}

export function toReturnsView(order: Order, share: Fulfillment, index: number, visit: Visit): ReturnsView {
  const lastDay = lastReturnDay(share)
  return {
    list: (share.returns ?? []).map((request) => toReturnLine(request, share, visit)),
    ask:
      lastDay !== null && canReturn(share, visit)
        ? {
            href: visit.links.to(`/orders/${order.code}/return`, { part: index + 1 }),
            until: visit.messages.trade.returning.askUntil(formatDay(lastDay)),
          }
        : null,
  }
}
