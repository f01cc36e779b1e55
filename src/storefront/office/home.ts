import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import { scopeWords } from './scope-words.js'

/** Where an office's day begins: which roles one has, and where to go. */
export const officeHome: Handler = (visit) => {
  const words = visit.messages.office
  const roles = personOf(visit).memberships.flatMap((membership) =>
    membership.front === 'office'
      ? [{ role: words.roles[membership.role], scope: scopeWords(membership.scope, visit) }]
      : [],
  )
  return page('office/home', { title: words.sections.home }, { roles })
}
