import { inFront, type Route } from '../../route.js'
import { postHide, postShow, reviews } from './reviews-page.js'

const { get, post } = inFront('office')
const MODERATE = { may: 'review.moderate' } as const

export const moderationRoutes: readonly Route[] = [
  get('/office/reviews', reviews, MODERATE),
  post('/office/reviews/:id/hide', postHide, MODERATE),
  post('/office/reviews/:id/show', postShow, MODERATE),
]
