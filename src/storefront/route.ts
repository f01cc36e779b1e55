import type { RequestHandler } from 'express'
import type { Site } from './options.js'
import type { Reply } from './reply.js'
import type { Visit } from './visit.js'

export type Handler = (visit: Visit) => Reply | Promise<Reply>

export interface Route {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly handler: Handler
  /** True for what exists only where orders are taken. */
  readonly selling?: boolean
  /** Made anew for each storefront and run before the handler, such as a limit on guessing. */
  readonly guard?: (site: Site) => RequestHandler
  /** True for programs that come often and get little: answered ahead of compression and of all that is for pages. */
  readonly direct?: boolean
}

type More = Pick<Route, 'selling' | 'guard' | 'direct'>

export const get = (path: string, handler: Handler, more: More = {}): Route => ({
  method: 'get',
  path,
  handler,
  ...more,
})

export const post = (path: string, handler: Handler, more: More = {}): Route => ({
  method: 'post',
  path,
  handler,
  ...more,
})
