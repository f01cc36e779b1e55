import { inFront, type Route } from '../../route.js'
import { feedbackCase, postAnswer, postAssign, postClose } from './case-page.js'
import { feedbackList } from './list-page.js'

const { get, post } = inFront('office')
const VIEW = { may: 'feedback.view' } as const
const ASSIGN = { may: 'feedback.assign' } as const

export const feedbackRoutes: readonly Route[] = [
  get('/office/feedback', feedbackList, VIEW),
  get('/office/feedback/:id', feedbackCase, VIEW),
  post('/office/feedback/:id/assign', postAssign, ASSIGN),
  post('/office/feedback/:id/answer', postAnswer, { may: 'feedback.answer' }),
  post('/office/feedback/:id/close', postClose, ASSIGN),
]
