import type { Language } from '../catalog/text.js'
import { createLinks } from './links.js'
import { messages } from './messages/dictionaries.js'
import type { Site } from './site.js'
import type { Visit } from './visit.js'

/** An address asked for by the site itself, with nobody there: for what is made by timed work out of the words of pages. */
export function quietVisit(site: Site, path: string, query: URLSearchParams, language: Language): Visit {
  return {
    catalog: site.catalog,
    site,
    language,
    messages: messages[language],
    links: createLinks('', () => site.baseUrl ?? ''),
    method: 'GET',
    path,
    params: {},
    query,
    form: new URLSearchParams(),
    jsonText: '',
    cookies: new Map(),
    header: () => undefined,
    wantsJson: false,
    shownStock: (sku) => site.catalog.state.stockOf(sku),
    stockShown: new Set(),
    files: [],
    address: () => '',
    front: 'office',
    sessionToken: '',
    visitor: null,
    secretCookie: () => undefined,
  }
}
