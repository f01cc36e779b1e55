import type { Request } from 'express'
import type { Language } from '../catalog/text.js'
import type { Catalog } from '../site/catalog.js'
import { parseCookies } from './cookies.js'
import { chooseLanguage } from './language.js'
import { createLinks, type Links } from './links.js'
import { shownStock } from '../trade/shown-stock.js'
import { messages, type Messages } from './messages/dictionaries.js'
import { originOf, type Site } from './options.js'
import { readPosted } from './posted.js'

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
}

const textParams = (params: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

export function toVisit(request: Request, site: Site): Visit {
  const query = new URLSearchParams(request.url.split('?').slice(1).join('?'))
  const cookies = parseCookies(request.get('cookie'))
  const language = chooseLanguage(query, cookies)
  const stockShown = new Set<string>()
  return {
    catalog: site.catalog,
    site,
    language,
    messages: messages[language],
    links: createLinks(request.baseUrl, () => originOf(request, site)),
    method: request.method,
    path: request.path,
    params: textParams(request.params),
    query,
    ...readPosted(request),
    cookies,
    header: (name) => request.get(name),
    wantsJson: request.path.startsWith('/api/') || request.accepts(['html', 'json']) === 'json',
    shownStock: (sku) => {
      stockShown.add(sku)
      return shownStock(site.catalog.state.stockOf(sku))
    },
    stockShown,
  }
}

/** The visit as a handler sees it whose answer goes to everyone: with nothing of the one who asks but the language. */
export const toPublicVisit = (visit: Visit): Visit => ({
  ...visit,
  cookies: new Map(),
  header: () => undefined,
  wantsJson: visit.path.startsWith('/api/'),
})
