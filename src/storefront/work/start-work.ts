import { checkOptions } from '../../catalog/option-rules.js'
import type { Catalog } from '../../site/catalog.js'
import { WORK_RULES } from '../option-rules.js'
import type { SiteOwner } from '../options.js'
import { keepLinksChecked } from './keep-links-checked.js'
import { keepSourcesPulled } from './keep-sources-pulled.js'

/** What a shop does by itself, and as whom. */
export interface Work {
  /** The catalog whose work it is, from `createCatalog`. */
  readonly catalog: Catalog
  /** Who is named to the platforms whose pages are looked at. Default: nobody; without owner and `baseUrl` no links are checked. */
  readonly owner?: SiteOwner | undefined
  /** The public address up to and including the mount path, for links in reports and to say who asks. Default: none. */
  readonly baseUrl?: string | undefined
  /** How often sources of the exchange are asked, in minutes; 0 for never. Default: 60. */
  readonly exchangeMinutes?: number | undefined
  /** Hears of what failed, and of which work. Default: nobody does. */
  readonly onError?: (error: unknown, work: 'links' | 'exchange') => void
}

const EXCHANGE_MINUTES = 60

/**
 * Begins what a shop does by itself while it is open: letters, webhooks and push notices are sent, producers warned of
 * certificates that run out, reports made by their schedules, links to other platforms checked, sources of the exchange
 * asked. Several processes on one database may all
 * do so; each piece of work is done by one.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is.
 * @returns how to stop before `catalog.close()`; it settles once the request under way has ended.
 */
export function startWork(work: Work): () => Promise<void> {
  checkOptions('startWork', work, WORK_RULES)
  const { catalog, owner, baseUrl, exchangeMinutes, onError } = work
  catalog.deliveries.start()
  catalog.certificateEnds.start()
  catalog.reportSchedules.start(async (...asked) => {
    const { createReportWriter } = await import('../office/reports/scheduled-report.js')
    return createReportWriter({ catalog, baseUrl })(...asked)
  })
  const contact = { baseUrl, reach: owner?.email ?? owner?.phone }
  const stopLinks = keepLinksChecked(catalog, contact, (error) => onError?.(error, 'links'))
  const every = exchangeMinutes ?? EXCHANGE_MINUTES
  const stopSources = keepSourcesPulled(catalog, every, (error) => onError?.(error, 'exchange'))
  return async () => {
    await Promise.all([stopLinks(), stopSources()])
  }
}
