import type { Front } from '../request/fronts.js'
import { inFront, type Route } from '../route.js'
import { postPay, postSettle, transfers } from './transfers-page.js'

const MANAGE = { may: 'payment.manage', selling: true } as const

/** The pages of a front about transfers that pay no order by themselves. */
export function transferRoutes(front: Front): readonly Route[] {
  const { get, post } = inFront(front)
  return [
    get(`/${front}/transfers`, transfers, MANAGE),
    post(`/${front}/transfers/:id/pay`, postPay, MANAGE),
    post(`/${front}/transfers/:id/settle`, postSettle, MANAGE),
  ]
}
