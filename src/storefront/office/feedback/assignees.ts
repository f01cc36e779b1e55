import { maySomewhere } from '../../../access/rights.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import { fieldError } from '../../../catalog/errors.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

/** Those who may be given feedback: oneself, and for who sees the accounts, the others who may answer it. */
export function toAssignees(visit: Visit): { readonly value: string; readonly label: string; readonly name: string }[] {
  const person = personOf(visit)
  const me = { value: person.accountId, label: visit.messages.office.feedback.me(person.name), name: person.name }
  if (!maySomewhere(person, 'account.view')) return [me]
  const others = visit.catalog.accounts.people
    .list(person)
    .filter(({ id, status, memberships }) => {
      const isDeciding = memberships.some(
        ({ front, role }) => front === 'office' && (role === 'reviewer' || role === 'administrator'),
      )
      return id !== person.accountId && status === 'active' && isDeciding
    })
    .map(({ id, name }) => ({ value: id, label: name, name }))
  return [me, ...others]
}

/** @throws {CatalogError} `INVALID_INPUT` at `assignee`. */
export function readAssignee(visit: Visit): NonNullable<Feedback['assignee']> {
  const wanted = singleField(visit.form, 'assignee')
  const found = toAssignees(visit).find(({ value }) => value === wanted)
  if (!found) throw fieldError('assignee', 'required')
  return { kind: 'person', id: found.value, name: found.name }
}
