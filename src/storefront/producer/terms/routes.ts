import { inFront, type Route } from '../../route.js'
import { postTerms, terms } from './terms.js'

const { get, post } = inFront('producer')
const SELLING = { may: 'payment.manage', selling: true } as const

/** How a producer is paid, and what it asks for delivery. */
export const termsRoutes: readonly Route[] = [
  get('/producer/terms', terms, SELLING),
  post('/producer/terms', postTerms, SELLING),
]
