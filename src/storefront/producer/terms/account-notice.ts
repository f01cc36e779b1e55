import { formatInstant } from '../../format.js'
import { producerOf } from '../../fronts/current-producer.js'
import type { Visit } from '../../visit.js'

/** So long a change of the account is told on the producer's first page, in milliseconds. */
const TOLD_FOR = 14 * 24 * 3_600_000

/** When and by whom the account that shoppers pay into was last changed; null when it never was, or longer ago than `within`. */
export function changedAccount(visit: Visit, within = Infinity): string | null {
  const change = visit.catalog.saleTerms.find(producerOf(visit).id)?.accountChange
  if (!change || visit.catalog.now().getTime() - Date.parse(change.at) >= within) return null
  return visit.messages.terms.changed(formatInstant(change.at), change.by)
}

/** As {@link changedAccount}, while it is news. */
export const newlyChangedAccount = (visit: Visit): string | null =>
  visit.site.sells ? changedAccount(visit, TOLD_FOR) : null
