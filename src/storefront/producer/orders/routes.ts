import { inFront, type Route } from '../../route.js'
import { printOrders } from '../print/labels.js'
import { order, postStep } from './order.js'
import { findOrder, orders } from './orders.js'
import { postPaid, postRefunded } from './payment.js'
import { postRecipient } from './recipient.js'
import { postReturn } from './returns.js'

const { get, post } = inFront('producer')
const SEEING = { may: 'order.view', selling: true } as const
const DOING = { may: 'order.advance', selling: true } as const
const PAID = { may: 'payment.manage', selling: true } as const

/** A producer's orders, and what is printed for them. */
export const orderRoutes: readonly Route[] = [
  get('/producer/orders', orders, SEEING),
  get('/producer/orders/find', findOrder, SEEING),
  get('/producer/orders/print', printOrders, SEEING),
  get('/producer/orders/:code', order, SEEING),
  post('/producer/orders/:code/step', postStep, DOING),
  post('/producer/orders/:code/recipient', postRecipient, DOING),
  post('/producer/orders/:code/paid', postPaid, PAID),
  post('/producer/orders/:code/refunded', postRefunded, PAID),
  post('/producer/orders/:code/returns/:index', postReturn, DOING),
]
