import { inFront, type Route } from '../../route.js'
import { codes, poster, stickers } from './codes.js'

const { get } = inFront('producer')
const SEEING = { may: 'catalog.view' } as const

/** QR codes of products, and what is printed with them. */
export const codeRoutes: readonly Route[] = [
  get('/producer/products/:id/codes', codes, SEEING),
  get('/producer/products/:id/codes/poster', poster, SEEING),
  get('/producer/products/:id/codes/stickers', stickers, SEEING),
]
