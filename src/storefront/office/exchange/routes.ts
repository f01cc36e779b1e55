import { inFront, type Route } from '../../route.js'
import { postAccept, postPull, postReset, sources } from './sources-page.js'

const { get, post } = inFront('office')
const MANAGE = { may: 'exchange.manage' } as const

/** Other sites whose signed catalogs are shown here. */
export const sourceRoutes: readonly Route[] = [
  get('/office/exchange', sources, MANAGE),
  post('/office/exchange', postAccept, MANAGE),
  post('/office/exchange/pull', postPull, MANAGE),
  post('/office/exchange/reset', postReset, MANAGE),
]
