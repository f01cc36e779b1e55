import { inFront, type Route } from '../../route.js'
import { webhookRoutes } from '../../webhooks/routes.js'
import { notices, postNotices, postRetryLetter, postTestLetter } from './notices.js'

const { get, post } = inFront('producer')
const MANAGE = { may: 'webhook.manage' } as const

/** How a producer hears of new orders. */
export const noticeRoutes: readonly Route[] = [
  get('/producer/notices', notices, MANAGE),
  post('/producer/notices', postNotices, MANAGE),
  post('/producer/notices/test', postTestLetter, MANAGE),
  post('/producer/notices/retry', postRetryLetter, MANAGE),
  ...webhookRoutes('producer'),
]
