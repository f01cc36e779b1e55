import type { RequestHandler } from 'express'
import type { Action } from '../access/right-table.js'
import type { Access } from './request/access.js'
import type { Site } from './site.js'
import type { Reply } from './reply.js'
import type { Upload } from './request/upload.js'
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
  /** True for a kept file that its path and the language alone decide; such files take long to make, so one is made at a time. */
  readonly isFile?: boolean
  /** Made anew for each storefront and run before the handler, such as a limit on guessing. */
  readonly guard?: (site: Site) => RequestHandler
  /** The same, run once the body has been read, for a limit that depends on what was sent. */
  readonly bodyGuards?: readonly ((site: Site) => RequestHandler)[]
  /** Who may call it; everybody when left out. A posted form then needs the token of its session. */
  readonly access?: Access
  /** True for what stands on other sites' pages; see `StorefrontOptions.embeddable`. */
  readonly embedding?: boolean
  /** The files that its form may bring; none when left out. */
  readonly upload?: Upload
}

type More = Pick<Route, 'selling' | 'guard' | 'bodyGuards' | 'kept' | 'access' | 'upload'>

export const get = (path: string, handler: Handler, more: More = {}): Route => ({
  method: 'get',
  path,
  handler,
  ...more,
})

/** A public page; see {@link Route.kept}. */
export const getPublic = (path: string, handler: Handler, kept: 'shown' | 'everything' = 'shown'): Route =>
  get(path, handler, { kept })

/** A public file of the whole catalog; see {@link Route.isFile}. */
export const getPublicFile = (path: string, handler: Handler): Route => ({ ...getPublic(path, handler), isFile: true })

export const post = (path: string, handler: Handler, more: More = {}): Route => ({
  method: 'post',
  path,
  handler,
  ...more,
})

type WithoutFront = Omit<More, 'access'> & { readonly may?: Action }

/** Makes the routes of one front: each is open to those with a role there, and with `may` to those allowed to do so. */
export const inFront = (front: Access['front']) => ({
  get: (path: string, handler: Handler, { may, ...more }: WithoutFront = {}): Route =>
    get(path, handler, { ...more, access: { front, may } }),
  post: (path: string, handler: Handler, { may, ...more }: WithoutFront = {}): Route =>
    post(path, handler, { ...more, access: { front, may } }),
})
