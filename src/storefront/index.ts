import express, { type Express, type IRouter } from 'express'
import { admit, awaitSession, isOfStaff } from './request/access.js'
import { API, isApiPath } from './request/api-path.js'
import { allowOrigins } from './api/cors.js'
import { readAssets } from './assets.js'
import { awaitTurn, noteReaders } from './request/await-turn.js'
import { compress, compressFailure } from './answer/compress.js'
import { failureHandler } from './answer/failure.js'
import { FRONT_ROUTES } from './fronts/all-routes.js'
import { frontOfPath, type Front } from './request/fronts.js'
import { realHostOnly } from './request/host.js'
import { checkMount } from './request/host-faults.js'
import { PublicPages } from './kept/public-pages.js'
import type { StorefrontOptions } from './options.js'
import { toSite } from './site.js'
import { servePhotos } from './photos.js'
import { onDemand } from './on-demand.js'
import { appFiles } from './pages/machine/app-files.js'
import { notFound } from './refusal.js'
import { setUpViews } from './answer/render.js'
import { takeNotices } from './payments/take-notices.js'
import { toRequestHandler } from './answer/respond.js'
import { get, type Route } from './route.js'
import { shopRoutes } from './routes.js'
import { sameOriginOnly } from './request/same-origin.js'
import { securityHeaders } from './answer/security.js'
import { keepPace } from './limits/body-pace.js'
import { BodyRooms } from './limits/body-room.js'
import { FairTurns } from './limits/fair-turns.js'
import { limitUnknownPaths } from './limits/limits.js'
import { longestUpload, readUpload } from './request/upload.js'

export type { BackupChecked, BackupFile, BackupMade, Backups, Restoring } from './backups.js'
export type { SiteMode, SiteOwner, StorefrontOptions } from './options.js'
export type { OwnMessages } from './own/own-words.js'
export type { Theme, ThemeValues } from './own/theme.js'
export { startWork } from './work/start-work.js'
export type { Work } from './work/work.js'

/** The most that a posted form may hold: an order with a full cart is far below it. */
const MAX_FORM = '64kb'

/**
 * The storefront as an Express app of its own: `app.use('/ocop', createStorefront({ catalog }))`, or at the root. It
 * answers everything below its mount, wrong addresses too, so mount it after what the host keeps for itself. Several
 * may run in one process.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is, and how to mend it.
 */
export function createStorefront(options: StorefrontOptions): Express {
  const site = toSite(options)
  const { views = null, mount = '' } = options
  const assets = readAssets(views, site.theme)
  const app = express()
  app.disable('x-powered-by')
  if (options.trustProxy !== undefined) app.set('trust proxy', options.trustProxy)
  setUpViews(app, options.cacheTemplates ?? true, views)

  const readText = express.text({ type: ['application/x-www-form-urlencoded', 'application/json'], limit: MAX_FORM })
  const sameOrigin = sameOriginOnly(site)
  const publicPages = new PublicPages(site, assets)
  const rooms = new BodyRooms()
  const answer = (route: Route, router: IRouter = app): void => {
    const { method, path, selling, guard, bodyGuards = [], kept, access, upload } = route
    if ((selling && !site.sells) || (route.embedding && !site.embeddable)) return
    const before = [
      // Public pages compress themselves.
      ...(kept ? [] : [compress]),
      ...(guard ? [guard(site)] : []),
      ...(access ? [admit(access, site)] : []),
      ...(method === 'post' ? [readText] : []),
      ...(upload ? [(access ? rooms.known : rooms.others).admit(longestUpload(upload)), readUpload(upload)] : []),
      ...bodyGuards.map((bodyGuard) => bodyGuard(site)),
    ]
    router[method](path, ...before, kept ? publicPages.toRequestHandler(route) : toRequestHandler(route, site, assets))
  }

  const turns = new FairTurns()
  const pace = keepPace((request) => isOfStaff(request, site))
  app.use(turns.note, pace, noteReaders(site), publicPages.serve, securityHeaders())
  // Ahead of whatever may refuse a request, so that a page of another origin can read the refusal.
  app.use(API, allowOrigins(site))
  app.use(turns.take, checkMount(site))
  app.use(awaitTurn(site, turns.standingOf))
  app.use(realHostOnly)
  app.use(
    onDemand(isApiPath, async () => {
      const router = express.Router()
      const { mountApi } = await import('./api/mount-api.js')
      mountApi(router, site, assets, rooms)
      return router
    }),
  )
  if (site.sells) takeNotices(app, site)
  app.use('/photos', servePhotos(site.catalog.media))
  app.use('/assets', assets.serve)
  app.use(sameOrigin)
  for (const { path, read } of appFiles) answer(get(path, (visit) => read(visit, assets)))
  for (const route of shopRoutes) answer(route)
  app.use(compress, awaitSession(site))
  for (const front of Object.keys(FRONT_ROUTES) as Front[])
    app.use(
      onDemand(
        // Which methods an address takes is told by the API alone; a router of its own would tell it for pages, too.
        (path, method) => method !== 'OPTIONS' && frontOfPath(path) === front,
        async () => {
          const router = express.Router()
          for (const route of await FRONT_ROUTES[front]()) answer(route, router)
          return router
        },
      ),
    )
  app.use((_request, _response, next) => {
    site.workings.security.note('unknownPath')
    next()
  })
  if (site.failures === 'storefront') app.use(limitUnknownPaths(site), (_request, _response, next) => next(notFound()))
  app.use(compressFailure, failureHandler(site, assets))
  return mount === '' ? app : express().disable('x-powered-by').use(mount, app)
}
