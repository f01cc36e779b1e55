import { maySomewhere } from '../../access/rights.js'
import { currentRound, isOpen } from '../../care/feedback-steps.js'
import type { Day } from '../../catalog/day.js'
import { formatCount } from '../format.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { halfYearAtAGlance } from './at-a-glance.js'
import { scopeWords } from '../fronts/people/scope-words.js'

/** How many certificates run out within 180 days and have no dossier yet, and how many have run out. */
function toEnding(visit: Visit) {
  const { catalog, links, language, messages } = visit
  const words = messages.office.certificates
  const ends = catalog.certificateEnds.list(personOf(visit))
  const over = ends.filter(({ stage }) => stage === 'expired').length
  const soon = ends.filter(({ stage }) => stage !== 'expired' && stage !== 'pending').length
  return {
    label: words.waiting(formatCount(soon, language)),
    href: links.to('/office/certificates'),
    late: over > 0 ? words.over(formatCount(over, language)) : null,
  }
}

/** What waits for the office, and how much of it is past its day. */
function toWaiting(visit: Visit) {
  const { review, feedback, dataRequests, platforms, transfers, overdue } = visit.messages.office
  const person = personOf(visit)
  const { catalog, links, language } = visit
  const row = (label: (count: string) => string, path: string, days: readonly (Day | undefined)[]) => {
    const late = days.filter((day) => day !== undefined && day < catalog.today()).length
    return {
      label: label(formatCount(days.length, language)),
      href: links.to(path),
      late: late > 0 ? overdue(formatCount(late, language)) : null,
    }
  }
  return [
    ...(maySomewhere(person, 'submission.view')
      ? [
          row(
            review.count,
            '/office/submissions',
            catalog.submissions.queue.listDue(person).map(({ dueOn }) => dueOn),
          ),
        ]
      : []),
    ...(maySomewhere(person, 'feedback.view')
      ? [
          row(
            feedback.open,
            '/office/feedback',
            catalog.feedback
              .list(person)
              .filter(isOpen)
              .map((one) => currentRound(one).dueOn),
          ),
        ]
      : []),
    ...(maySomewhere(person, 'personalData.answer')
      ? [
          row(
            dataRequests.open,
            '/office/data-requests',
            catalog.personalData
              .list(person)
              .filter(({ status }) => status === 'received')
              .map(({ dueOn }) => dueOn),
          ),
        ]
      : []),
    ...(visit.site.sells && maySomewhere(person, 'payment.manage')
      ? [
          row(
            transfers,
            '/office/transfers',
            catalog.bankNotices.listFor(person).map(() => undefined),
          ),
        ]
      : []),
    ...(maySomewhere(person, 'listing.check')
      ? [
          row(
            platforms.waiting,
            '/office/platforms',
            catalog.links.workList(person).map(() => undefined),
          ),
        ]
      : []),
    ...(maySomewhere(person, 'catalog.view') ? [toEnding(visit)] : []),
  ]
}

/** Where an office's day begins: what waits, how the half-year stands, and which roles one has. */
export const officeHome: Handler = (visit) => {
  const words = visit.messages.office
  const roles = personOf(visit).memberships.flatMap((membership) =>
    membership.front === 'office'
      ? [{ role: words.roles[membership.role], scope: scopeWords(membership.scope, visit) }]
      : [],
  )
  return page(
    'office/home',
    { title: words.sections.home },
    {
      roles,
      waiting: toWaiting(visit),
      figures: halfYearAtAGlance(visit),
    },
  )
}
