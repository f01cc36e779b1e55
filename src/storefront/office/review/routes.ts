import { inFront, type Route } from '../../route.js'
import { postApprove, postReturn } from './decide.js'
import { queue } from './queue-page.js'
import { postSample, postTrust } from './samples.js'
import { submission } from './submission-page.js'

const { get, post } = inFront('office')
const VIEW = { may: 'submission.view' } as const
const DECIDE = { may: 'submission.decide' } as const

export const reviewRoutes: readonly Route[] = [
  get('/office/submissions', queue, VIEW),
  get('/office/submissions/:id', submission, VIEW),
  post('/office/submissions/:id/approve', postApprove, DECIDE),
  post('/office/submissions/:id/return', postReturn, DECIDE),
  post('/office/submissions/:id/sample', postSample, DECIDE),
  post('/office/submissions/:id/trust', postTrust, DECIDE),
]
