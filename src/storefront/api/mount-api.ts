import compression from 'compression'
import express, { type IRouter, type RequestHandler } from 'express'
import type { Operation } from '../../api/operation.js'
import { OPERATIONS } from '../../api/operations.js'
import { MAX_BODY } from '../../api/server-refusals.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Assets } from '../assets.js'
import type { BodyRooms } from '../limits/body-room.js'
import type { Site } from '../site.js'
import { sameOriginOnly } from '../request/same-origin.js'
import { toOperationHandler } from './answer.js'
import { callerOf } from './bearer.js'
import { limitApi } from './api-limit.js'
import { API } from '../request/api-path.js'
import { apiHandlers } from './api-handlers.js'
import { guardsOf } from './guards.js'
import { serveOpenApi } from './serve-openapi.js'
import { Replays } from './replays.js'

/** `/products/{slug}` as Express writes it. */
const toExpressPath = (path: string): string => `${API}${path.replace(/\{(\w+)\}/g, ':$1')}`

/** Whoever takes no JSON is told so before anything is done; a refusal is JSON in any case (RFC 9110, 15.5.7). */
const requireJsonTaker: RequestHandler = (request, _response, next) =>
  next(
    request.accepts(['application/json', 'application/problem+json']) ? undefined : new CatalogError('NOT_ACCEPTABLE'),
  )

/** Says which methods an address takes. */
function refuseMethod(methods: readonly string[]): RequestHandler {
  const list = methods.map((method) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase())).join(', ')
  return (request, response, next) => {
    if (request.method === 'OPTIONS') {
      response
        .status(204)
        .set({ allow: `${list}, OPTIONS`, 'cache-control': 'no-store' })
        .end()
      return
    }
    response.set('allow', list)
    next(new CatalogError('METHOD_NOT_ALLOWED', { details: { methods: list } }))
  }
}

/** Refuses who may not call an operation before a byte of the body is read. */
const requireKey =
  (operation: Operation, { catalog }: Site): RequestHandler =>
  async (request, _response, next) => {
    await callerOf(operation, request.get('authorization'), catalog)
    next()
  }

/**
 * Mounts the JSON API: each operation of the table at its address, and nothing else. It stands ahead of all that is for
 * pages, and reads no cookie: whoever calls speaks for itself, by a key where one is needed.
 */
export function mountApi(app: IRouter, site: Site, assets: Assets, rooms: BodyRooms): void {
  const replays = new Replays()
  const compress = compression()
  const sameOrigin = sameOriginOnly(site, site.apiOrigins)
  const limit = limitApi(site)
  const shown = Object.values<Operation>(OPERATIONS).filter(({ selling }) => !selling || site.sells)
  const runs = apiHandlers as unknown as Readonly<Record<string, Parameters<typeof toOperationHandler>[1]>>

  app.use(API, requireJsonTaker)
  serveOpenApi(app, shown, site, assets, [limit, compress])
  for (const operation of shown) {
    const run = runs[operation.id]
    if (!run) throw new TypeError(`no handler for ${operation.id}`)
    const { ownLimit, before, after } = guardsOf(operation.id, site)
    const { maxBody } = operation
    const room = operation.scope === undefined ? rooms.others : rooms.known
    const reading = [
      requireKey(operation, site),
      ...(maxBody === undefined ? [] : [room.admit(maxBody)]),
      express.text({ type: () => true, limit: maxBody ?? MAX_BODY }),
    ]
    app[operation.method](
      toExpressPath(operation.path),
      ...(ownLimit ? [] : [limit]),
      ...(operation.method === 'get' ? [compress] : [sameOrigin, ...before, ...reading, ...after]),
      toOperationHandler(operation, run, replays, site, assets),
    )
  }
  for (const path of new Set(shown.map((operation) => operation.path))) {
    const methods = shown.filter((operation) => operation.path === path).map(({ method }) => method)
    app.all(toExpressPath(path), refuseMethod(methods))
  }
}
