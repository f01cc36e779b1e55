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
  /**
   * Set for what is the same for everyone who asks in one language: it is kept and sent again until what it shows has
   * changed. Such a handler sees neither cookies nor headers. `shown`: it shows public records, and stock as
   * `visit.shownStock` tells it; `everything`: it shows what any commit may change, such as the counts of the ledger.
   */
  readonly kept?: 'shown' | 'everything'
  /** Made anew for each storefront and run before the handler, such as a limit on guessing. */
  readonly guard?: (site: Site) => RequestHandler
  /** True for programs that come often and get little: answered ahead of compression and of all that is for pages. */
  readonly direct?: boolean
}

type More = Pick<Route, 'selling' | 'guard' | 'direct' | 'kept'>

export const get = (path: string, handler: Handler, more: More = {}): Route => ({
  method: 'get',
  path,
  handler,
  ...more,
})

/** A public page; see {@link Route.kept}. */
export const getPublic = (path: string, handler: Handler, kept: 'shown' | 'everything' = 'shown'): Route =>
  get(path, handler, { kept })

export const post = (path: string, handler: Handler, more: More = {}): Route => ({
  method: 'post',
  path,
  handler,
  ...more,
})
