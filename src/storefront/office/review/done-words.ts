import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const DONE = ['approve', 'return', 'sample', 'trust'] as const
export type Done = (typeof DONE)[number]

/** What has just been done, and to which submission, as the address says it; null when it says nothing. */
export function doneWords(visit: Visit): string | null {
  const done = DONE.find((name) => visit.query.get('done') === name)
  const id = visit.query.get('of')
  if (!done || !id) return null
  const { content } = visit.catalog.submissions.get(personOf(visit), id)
  return visit.messages.office.review.done[done](content.name?.vi ?? visit.messages.listing.untitled)
}
