import type { Request } from 'express'
import type { Language } from '../catalog/text.js'
import type { Visitor } from '../site/accounts.js'
import type { Catalog } from '../site/catalog.js'
import { chooseApiLanguage } from './request/api-language.js'
import { isApiPath, isForPrograms } from './request/api-path.js'
import { parseCookies } from './cookies/cookies.js'
import { frontOfPath, type Front } from './request/fronts.js'
import { chooseLanguage } from './language.js'
import { createLinks, type Links } from './links.js'
import { shownStock } from '../trade/shown-stock.js'
import type { Messages } from './messages/dictionaries.js'
import { originOf } from './request/origin.js'
import type { Site } from './site.js'
import { readPosted } from './request/posted.js'
import { prefixedName, SESSION_COOKIE } from './cookies/prefixed-cookies.js'
import { uploadedFiles, type UploadedFile } from './request/upload.js'

/** What a handler knows of one request: no more than it needs, and nothing of Express. */
export interface Visit {
  readonly catalog: Catalog
  readonly site: Site
  readonly language: Language
  readonly messages: Messages
  readonly links: Links
  readonly method: string
  /** The path within the shop, without the mount and the query. */
  readonly path: string
  /** Named parts of the path, as in `/products/:slug`. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Fields of a posted form; empty for other requests. */
  readonly form: URLSearchParams
  /** A posted JSON document as it came; empty for other requests. */
  readonly jsonText: string
  readonly cookies: ReadonlyMap<string, string>
  readonly header: (name: string) => string | undefined
  readonly wantsJson: boolean
  /** The stock of a variant as the public sees it: null where none was stated, else no more than 6. */
  readonly shownStock: (sku: string) => number | null
  /** The variants whose stock was asked for so far. */
  readonly stockShown: ReadonlySet<string>
  /** Files of a posted form, where its route takes some. */
  readonly files: readonly UploadedFile[]
  /** The address of the visitor's machine or of its carrier, for counting tries. */
  readonly address: () => string
  /** The part of the site for people who sign in to which the path belongs; null for the shop itself. */
  readonly front: Front | null
  /** What the browser holds as its session; empty when nothing. Always empty in the shop itself. */
  readonly sessionToken: string
  /** What that session opens; null when nothing. */
  readonly visitor: Visitor | null
  /** What other secret cookies hold, such as the device that signed in before. */
  readonly secretCookie: (name: string) => string | undefined
}

const textParams = (params: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

export function toVisit(request: Request, site: Site): Visit {
  const query = new URLSearchParams(request.url.split('?').slice(1).join('?'))
  const cookies = parseCookies(request.get('cookie'))
  const language = isApiPath(request.path)
    ? chooseApiLanguage(query.get('lang'), request.get('accept-language'))
    : chooseLanguage(query, cookies)
  const stockShown = new Set<string>()
  const front = frontOfPath(request.path)
  const secretCookie = (name: string) => cookies.get(prefixedName(name, request.secure, request.baseUrl))
  const sessionToken = front === null ? '' : (secretCookie(SESSION_COOKIE) ?? '')
  return {
    catalog: site.catalog,
    site,
    language,
    messages: site.messages[language],
    links: createLinks(request.baseUrl, () => originOf(request, site)),
    method: request.method,
    // A page that says where it lies must not name another host by it: `//evil.example`.
    path: request.path.replace(/^\/[/\\]+/, '/'),
    params: textParams(request.params),
    query,
    ...readPosted(request),
    cookies,
    header: (name) => request.get(name),
    wantsJson: isForPrograms(request.path) || request.accepts(['html', 'json']) === 'json',
    shownStock: (sku) => {
      stockShown.add(sku)
      return shownStock(site.catalog.state.stockOf(sku))
    },
    stockShown,
    files: uploadedFiles(request.files),
    address: () => request.ip ?? '',
    front,
    sessionToken,
    visitor: sessionToken === '' ? null : site.catalog.accounts.find(sessionToken),
    secretCookie,
  }
}

/** The visit as a handler sees it whose answer goes to everyone: with nothing of the one who asks but the language. */
export const toPublicVisit = (visit: Visit): Visit => ({
  ...visit,
  cookies: new Map(),
  header: () => undefined,
  address: () => '',
  secretCookie: () => undefined,
  wantsJson: isForPrograms(visit.path),
})
