import { CatalogError } from '../catalog/errors.js'
import type { LinkState } from '../catalog/office/link-check.js'
import { ask, type Answer } from '../outbound/ask.js'
import { requireSafeAddress } from '../outbound/safe-address.js'
import type { Manners } from './manners.js'
import { readPrices } from './read-prices.js'

/** What one visit of an address found. */
export interface Visited {
  readonly state: LinkState
  readonly status?: number
  readonly movedTo?: string
  readonly prices: readonly number[]
}

const isFrontPage = ({ pathname, search }: URL): boolean => /^\/?(?:index\.\w+)?$/.test(pathname) && search === ''

/** Where a redirect leads; null when it is no address that people outside could open. */
function targetOf(from: string, { headers: { location } }: Answer, { asking }: Manners): URL | null {
  if (location === undefined || !URL.canParse(location, from)) return null
  const { href } = new URL(location, from)
  try {
    return href.length <= 1000 ? requireSafeAddress(href, asking) : null
  } catch (error) {
    if (error instanceof CatalogError) return null
    throw error
  }
}

function judge(url: string, answer: Answer, manners: Manners): Visited {
  const { status } = answer
  if (status === 404 || status === 410) return { state: 'gone', status, prices: [] }
  if (status >= 200 && status < 300) {
    const isPage = /html/i.test(answer.headers['content-type'] ?? 'html')
    return { state: 'alive', status, prices: isPage ? readPrices(answer.body.toString('utf8')) : [] }
  }
  const target = status >= 300 && status < 400 ? targetOf(url, answer, manners) : null
  if (!target) return { state: 'unreachable', status, prices: [] }
  if (isFrontPage(target) && !isFrontPage(new URL(url))) return { state: 'gone', status, prices: [] }
  return { state: 'moved', status, movedTo: target.href, prices: [] }
}

/** Asks one address, once; a redirect is not followed but told. */
export async function visitLink(url: string, manners: Manners): Promise<Visited> {
  try {
    return judge(url, await ask(url, manners.asking), manners)
  } catch (error) {
    if (error instanceof CatalogError) return { state: 'unreachable', prices: [] }
    throw error
  }
}
