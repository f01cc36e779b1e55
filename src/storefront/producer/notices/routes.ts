import { inFront, type Route } from '../../route.js'
import { webhookRoutes } from '../../webhooks/routes.js'
import { postTestDevice, postTurnOff, postTurnOn } from './devices.js'
import { notices, postNotices, postRetryLetter, postTestLetter } from './notices.js'

const { get, post } = inFront('producer')
const SEE = { may: 'order.view' } as const
const MANAGE = { may: 'webhook.manage' } as const

/** How a producer hears of new orders. */
export const noticeRoutes: readonly Route[] = [
  get('/producer/notices', notices, SEE),
  post('/producer/notices/devices', postTurnOn, SEE),
  post('/producer/notices/devices/test', postTestDevice, SEE),
  post('/producer/notices/devices/end', postTurnOff, SEE),
  post('/producer/notices', postNotices, MANAGE),
  post('/producer/notices/test', postTestLetter, MANAGE),
  post('/producer/notices/retry', postRetryLetter, MANAGE),
  ...webhookRoutes('producer'),
]
