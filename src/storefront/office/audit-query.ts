import { Day } from '../../catalog/day.js'
import type { AuditQuery } from '../../site/audit.js'
import type { Visit } from '../visit.js'

const text = (visit: Visit, name: string): string => (visit.query.get(name) ?? '').trim().slice(0, 100)
const day = (visit: Visit, name: string): Day | undefined => Day.safeParse(text(visit, name)).data

/** What the address asks of the audit trail; a day in no known form narrows nothing. */
export const readAuditQuery = (visit: Visit): AuditQuery => ({
  actor: text(visit, 'actor') || undefined,
  action: text(visit, 'action') || undefined,
  subject: text(visit, 'subject') || undefined,
  from: day(visit, 'from'),
  until: day(visit, 'until'),
})

/** The query as address values. */
export const toAuditValues = ({ actor, action, subject, from, until }: AuditQuery) => ({
  actor,
  action,
  subject,
  from,
  until,
})
