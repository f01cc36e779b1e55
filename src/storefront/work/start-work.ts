import { checkOptions } from '../../catalog/option-rules.js'
import { callHost } from '../../site/call-host.js'
import { keepLinksChecked } from './keep-links-checked.js'
import { keepSourcesPulled } from './keep-sources-pulled.js'
import { WORK_RULES, type Work } from './work.js'

const EXCHANGE_MINUTES = 60

/**
 * Begins what a shop does by itself while it is open: letters, webhooks and push notices are sent, producers warned of
 * certificates that run out, orders ended that nobody paid by their term, reports made by their schedules, links to other platforms checked, sources of the exchange
 * asked. Several processes on one database may all do so; each piece of work is done by one.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is.
 * @returns how to stop before `catalog.close()`; it settles once the request under way has ended.
 */
export function startWork(work: Work): () => Promise<void> {
  checkOptions('startWork', work, WORK_RULES)
  const { catalog, owner, baseUrl, exchangeMinutes, onError } = work
  catalog.deliveries.start()
  catalog.certificateEnds.start()
  catalog.unpaidOrders.start()
  catalog.reportSchedules.start(async (...asked) => {
    const { createReportWriter } = await import('../office/reports/scheduled-report.js')
    return createReportWriter({ catalog, baseUrl })(...asked)
  })
  const contact = { baseUrl, reach: owner?.email ?? owner?.phone }
  const stopLinks = keepLinksChecked(catalog, contact, (error) => callHost('onError', () => onError?.(error, 'links')))
  const every = exchangeMinutes ?? EXCHANGE_MINUTES
  const stopSources = keepSourcesPulled(catalog, every, (error) =>
    callHost('onError', () => onError?.(error, 'exchange')),
  )
  return async () => {
    await Promise.all([stopLinks(), stopSources()])
  }
}
