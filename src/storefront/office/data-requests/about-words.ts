import type { DataRequest } from '../../../catalog/care/data-request.js'
import type { SubjectWords } from '../../care/feedback-about.js'
import type { Visit } from '../../visit.js'

/** What a request about personal data is about, without saying whose. */
export function aboutWords({ about }: DataRequest, visit: Visit): SubjectWords {
  const words = visit.messages.office.dataRequests.about
  return { lead: null, label: { text: words[about?.of ?? 'number'], lang: null }, platform: null, href: null }
}

/** True once the due day of an unanswered request is past. */
export const isOverdue = ({ status, dueOn }: DataRequest, { catalog }: Visit): boolean =>
  status === 'received' && dueOn < catalog.today()
