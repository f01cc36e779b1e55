import { retryAfter } from '../refusal.js'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import type { Assets } from '../assets.js'
import { readLanguage, rememberLanguage } from '../cookies/chosen-language.js'
import { requireFormToken } from '../fronts/form-token.js'
import type { Site } from '../site.js'
import type { FormProblems } from '../form-problems.js'
import { once } from './once.js'
import { embedJson } from './render.js'
import type { Locals } from './templates.js'
import type { PageReply, Reply, StreamReply } from '../reply.js'
import type { Route } from '../route.js'
import { setCookie } from '../cookies/set-cookie.js'
import { toShell } from './shell.js'
import { toVisit, type Visit } from '../visit.js'

/** What the templates see. */
export const toLocals = (reply: PageReply, visit: Visit, assets: Assets): Locals => ({
  t: visit.messages,
  lang: visit.language,
  page: toShell(visit, reply),
  view: reply.view,
  url: visit.links.to,
  asset: (name: string) => visit.links.to(assets.path(name)),
  json: embedJson,
  once,
})

/** Writes a reply to the wire. */
export function send(
  reply: Exclude<Reply, StreamReply>,
  visit: Visit,
  assets: Assets,
  request: Request,
  response: Response,
): void {
  if (reply.kind === 'body') {
    const { status = 200, headers = {}, type, body } = reply
    const cacheControl = visit.front === null ? (reply.cacheControl ?? 'no-cache') : 'no-store'
    response.status(status).set(headers).set('cache-control', cacheControl).set('content-type', type)
    // What nobody may keep needs no ETag to be compared by.
    if (cacheControl === 'no-store') response.set('content-length', String(Buffer.byteLength(body))).end(body)
    else response.send(body)
    return
  }
  rememberLanguage(readLanguage(request), request, response)
  for (const cookie of reply.cookies ?? []) setCookie(request, response, cookie)
  if (reply.kind === 'redirect') {
    if (reply.clearsCache) response.set('clear-site-data', '"cache"')
    response.set('cache-control', 'no-store').redirect(reply.status ?? 303, reply.to)
    return
  }
  response.set(retryAfter((reply.view as Partial<FormProblems>).waitSeconds))
  if (reply.refreshAfter !== undefined) response.set('refresh', String(reply.refreshAfter))
  const isPersonal = reply.personal === true || visit.front !== null
  response.set('content-language', visit.language)
  // Browsers find no kept answer that varies by cookies once one of them has changed.
  if (reply.typed) response.set('cache-control', 'private, no-cache')
  else response.set('cache-control', isPersonal ? 'no-store' : 'no-cache').vary('cookie')
  response.status(reply.status ?? 200).render(reply.template, toLocals(reply, visit, assets))
}

/** Sends a download as it is made. When that fails midway, the connection breaks: a part never looks like the whole. */
async function sendStream(reply: StreamReply, { site, method, path }: Visit, response: Response): Promise<void> {
  const chunks = reply.chunks[Symbol.asyncIterator]()
  // What cannot even begin is answered as any other failure.
  const first = await chunks.next()
  response.set(reply.headers).set('cache-control', 'no-store').set('content-type', reply.type)
  if (method === 'HEAD' || first.done) {
    await chunks.return?.()
    response.end()
    return
  }
  async function* all(begin: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
    yield begin
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  await pipeline(Readable.from(all(first.value), { objectMode: false }), response).catch((error: unknown) => {
    // A visitor who goes away ends the making; anything else is told to the owner of the site.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') site.onError(error, { method, path })
  })
}

/** Makes an Express handler of a page's handler. */
export const toRequestHandler =
  ({ handler, access, method }: Route, site: Site, assets: Assets): RequestHandler =>
  async (request, response) => {
    const visit = toVisit(request, site)
    if (access && method === 'post') requireFormToken(visit)
    const reply = await handler(visit)
    if (reply.kind === 'stream') await sendStream(reply, visit, response)
    else send(reply, visit, assets, request, response)
  }
