import { inFront, type Route } from '../../route.js'
import { lot, postLot } from './lot.js'
import { lots } from './lots.js'

const { get, post } = inFront('producer')
const STATING = { may: 'stock.change' } as const

/** The lots that the public reads behind the QR codes on packs. */
export const lotRoutes: readonly Route[] = [
  get('/producer/lots', lots, STATING),
  get('/producer/lots/:product/:id', lot, STATING),
  post('/producer/lots/:product/:id', postLot, STATING),
]
