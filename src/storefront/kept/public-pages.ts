import type { Request, RequestHandler, Response } from 'express'
import type { Language } from '../../catalog/text.js'
import { Lane } from '../../exchange/aside/lane.js'
import type { Assets } from '../assets.js'
import { readLanguage, rememberLanguage } from '../cookies/chosen-language.js'
import { originOf } from '../request/origin.js'
import type { Site } from '../site.js'
import type { BodyReply, PageReply, StreamReply } from '../reply.js'
import { compress } from '../answer/compress.js'
import { send, toLocals } from '../answer/respond.js'
import type { Route } from '../route.js'
import { listSecurityHeaders } from '../answer/security.js'
import { toPublicVisit, toVisit, type Visit } from '../visit.js'
import { countView } from './count-view.js'
import { chooseEncoding, type Encoding } from './encoding.js'
import { gather } from './gather.js'
import { KeptPage, type PublicAnswer } from './kept-page.js'
import { KeptPages } from './kept-pages.js'

/** Under a longer key an answer is not kept. */
const LONGEST_KEPT = 1100

/** A path as all its spellings that Express takes for it. */
const plainPath = ({ path }: { readonly path: string }): string => path.toLowerCase().replace(/\/$/, '')

function render(reply: PageReply, visit: Visit, assets: Assets, response: Response): Promise<string> {
  return new Promise((resolve, reject) => {
    response.render(reply.template, toLocals(reply, visit, assets), (error: Error | null, html?: string) => {
      if (error) reject(error)
      else resolve(html ?? '')
    })
  })
}

/** Has the browser ask for the styles as soon as the headers are there: on a slow line the page itself takes a while to come. */
const toPreload = (visit: Visit, assets: Assets): string =>
  `<${visit.links.to(assets.path('site.css'))}>; rel=preload; as=style`

async function toAnswer(
  reply: PageReply | BodyReply | StreamReply,
  visit: Visit,
  assets: Assets,
  request: Request,
  response: Response,
): Promise<PublicAnswer> {
  if (reply.kind !== 'page') {
    const { type, headers: more = {} } = reply
    const common = { type, more, vary: 'Accept-Encoding' }
    if (reply.kind === 'stream') {
      const body = await gather(reply.chunks, chooseEncoding(request.get('accept-encoding')))
      return { ...common, body, cacheControl: 'no-cache' }
    }
    const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body
    return { ...common, body, cacheControl: reply.cacheControl ?? 'no-cache' }
  }
  return {
    body: Buffer.from(await render(reply, visit, assets, response)),
    type: 'text/html; charset=utf-8',
    cacheControl: 'no-cache',
    vary: 'Accept-Encoding, Cookie',
    more: { 'content-language': visit.language, link: toPreload(visit, assets), ...reply.headers },
  }
}

/** The public pages of one storefront: made once, kept while they are true, and sent before anything else is done. */
export class PublicPages {
  readonly #pages: KeptPages
  /** Paths of {@link Route.isFile}. */
  readonly #files = new Set<string>()
  readonly #making = new Lane()
  readonly #headers = listSecurityHeaders()

  constructor(
    private readonly site: Site,
    private readonly assets: Assets,
  ) {
    this.#pages = new KeptPages(site.workings.freshness, site.pageMemory)
  }

  /** Sends a page that is kept; it comes first of all handlers, since for such a page the others have nothing to do. */
  readonly serve: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next()
      return
    }
    if (!this.#sendKept(request, response)) next()
  }

  /**
   * Makes the answer of a public address and keeps it. Who asks for a file while another is made waits, and gets it as it
   * was made for somebody else meanwhile.
   */
  toRequestHandler(route: Pick<Route, 'handler' | 'kept' | 'isFile' | 'path'>): RequestHandler {
    if (!route.isFile) return (request, response) => this.#make(route, request, response)
    this.#files.add(plainPath(route))
    return (request, response) =>
      this.#making.take(async () => {
        if (response.destroyed || this.#sendKept(request, response)) return
        await this.#make(route, request, response)
      })
  }

  /**
   * A page depends on the address under which the shop was reached, since it names that address to search engines. A file
   * does not, nor on what stands behind its path.
   */
  #keyOf(request: Request, language: Language): string {
    const path = plainPath(request)
    if (this.#files.has(path)) return `${language} ${path}`
    return `${language} ${originOf(request, this.site)} ${request.baseUrl} ${request.url}`
  }

  #sendKept(request: Request, response: Response): boolean {
    const chosen = readLanguage(request)
    const key = this.#keyOf(request, chosen.language)
    const page = this.#pages.find(key)
    // A long file in a form that was not asked for yet is made anew, by its handler.
    if (!page?.body.isReady(page.encodingFor(request))) return false
    // As helmet does for other answers: a host's own Express adds it.
    response.removeHeader('x-powered-by')
    rememberLanguage(chosen, request, response)
    this.#send(page, key, request, response)
    this.#improve(page, key, page.encodingFor(request))
    return true
  }

  async #make({ handler, kept }: Pick<Route, 'handler' | 'kept'>, request: Request, response: Response): Promise<void> {
    const { site, assets } = this
    const mark = site.workings.freshness.mark()
    const visit = toPublicVisit(toVisit(request, site))
    const reply = await handler(visit)
    const isOther = reply.kind !== 'stream' && (reply.kind === 'redirect' || (reply.status ?? 200) !== 200)
    if (isOther || (reply.kind === 'page' && reply.cookies)) {
      compress(request, response, () => {
        send(reply, visit, assets, request, response)
      })
      return
    }
    const { body, ...answer } = await toAnswer(reply, visit, assets, request, response)
    const chosen = readLanguage(request)
    const key = this.#keyOf(request, chosen.language)
    const isKept = (reply.kind !== 'page' || reply.kept !== false) && key.length <= LONGEST_KEPT
    const shown = kept === 'everything' ? 'everything' : visit.stockShown
    const page = new KeptPage(answer, body, this.#headers, isKept ? mark : null, shown)
    const encoding = page.encodingFor(request)
    await page.body.prepare(encoding)
    rememberLanguage(chosen, request, response)
    this.#send(page, key, request, response)
    page.body.slimTo(encoding)
    if (isKept && mark) this.#pages.keep(key, page)
  }

  /** A page is compressed quickly for the first who asks, and better once somebody has asked again. */
  #improve(page: KeptPage, key: string, encoding: Encoding): void {
    if (!page.body.canImprove(encoding)) return
    page.improve(encoding).then(
      () => this.#pages.weigh(key),
      (error: unknown) => this.site.onError(error, { method: 'GET', path: key }),
    )
  }

  #send(page: KeptPage, key: string, request: Request, response: Response): void {
    countView(request, this.site.catalog)
    const encoding = page.encodingFor(request)
    const isNew = !page.body.has(encoding)
    page.send(request, response, encoding)
    if (isNew && page.body.has(encoding)) this.#pages.weigh(key)
  }
}
