import type { Request, RequestHandler, Response } from 'express'
import type { Assets } from './assets.js'
import type { SetCookie } from './cookies.js'
import { chooseLanguage, LANGUAGE_COOKIE } from './language.js'
import type { Site } from './options.js'
import { embedJson, type Locals } from './render.js'
import type { Reply } from './reply.js'
import type { Handler } from './route.js'
import { toShell } from './shell.js'
import { toVisit, type Visit } from './visit.js'

const YEAR = 365 * 24 * 3600

function setCookie(request: Request, response: Response, { name, value, maxAge, readable, path }: SetCookie): void {
  const options = {
    path: `${request.baseUrl}${path ?? ''}` || '/',
    sameSite: 'lax',
    secure: request.secure,
    httpOnly: readable !== true,
  } as const
  if (value === null) response.clearCookie(name, options)
  else response.cookie(name, value, { ...options, ...(maxAge === undefined ? {} : { maxAge: maxAge * 1000 }) })
}

/** A language chosen by the address is remembered for the pages that follow. */
function rememberLanguage(visit: Visit, request: Request, response: Response): void {
  if (visit.query.has('lang') && chooseLanguage(new URLSearchParams(), visit.cookies) !== visit.language)
    setCookie(request, response, { name: LANGUAGE_COOKIE, value: visit.language, maxAge: YEAR })
}

/** Writes a reply to the wire. */
export function send(reply: Reply, visit: Visit, assets: Assets, request: Request, response: Response): void {
  if (reply.kind === 'body') {
    const { status = 200, headers = {}, type, cacheControl = 'no-cache', body } = reply
    response.status(status).set(headers).set('cache-control', cacheControl).set('content-type', type)
    // What nobody may keep needs no ETag to be compared by.
    if (cacheControl === 'no-store') response.set('content-length', String(Buffer.byteLength(body))).end(body)
    else response.send(body)
    return
  }
  rememberLanguage(visit, request, response)
  for (const cookie of reply.cookies ?? []) setCookie(request, response, cookie)
  if (reply.kind === 'redirect') {
    response.set('cache-control', 'no-store').redirect(reply.status ?? 303, reply.to)
    return
  }
  const locals: Locals = {
    t: visit.messages,
    lang: visit.language,
    page: toShell(visit, reply),
    view: reply.view,
    url: visit.links.to,
    asset: (name: string) => visit.links.to(assets.path(name)),
    json: embedJson,
  }
  response.set('cache-control', reply.personal ? 'no-store' : 'no-cache')
  response.set('content-language', visit.language).vary('cookie')
  response.status(reply.status ?? 200).render(reply.template, locals)
}

/** Makes an Express handler of a page's handler. */
export const toRequestHandler =
  (handler: Handler, site: Site, assets: Assets): RequestHandler =>
  async (request, response) => {
    const visit = toVisit(request, site)
    send(await handler(visit), visit, assets, request, response)
  }
