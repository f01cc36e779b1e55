import { toPerson } from '../../../access/actor.js'
import { may, maySomewhere } from '../../../access/rights.js'
import type { Account } from '../../../catalog/account.js'
import type { Feedback } from '../../../catalog/care/feedback.js'
import { fieldError } from '../../../catalog/errors.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

/** Whether somebody sees a case of feedback and may answer it. */
export const mayBeAssigned = (account: Account, { province }: Pick<Feedback, 'province'>): boolean =>
  may(toPerson(account), 'feedback.answer', { kind: 'province', province })

/** Those who may be given feedback: oneself, and for who sees the accounts, the others who may answer it. */
export function toAssignees(
  feedback: Feedback,
  visit: Visit,
): { readonly value: string; readonly label: string; readonly name: string }[] {
  const person = personOf(visit)
  const me = { value: person.accountId, label: visit.messages.office.feedback.me(person.name), name: person.name }
  if (!maySomewhere(person, 'account.view')) return [me]
  const others = visit.catalog.accounts.people
    .list(person)
    .filter((account) => account.id !== person.accountId && mayBeAssigned(account, feedback))
    .map(({ id, name }) => ({ value: id, label: name, name }))
  return [me, ...others]
}

/** @throws {CatalogError} `INVALID_INPUT` at `assignee`. */
export function readAssignee(feedback: Feedback, visit: Visit): NonNullable<Feedback['assignee']> {
  const wanted = singleField(visit.form, 'assignee')
  const found = toAssignees(feedback, visit).find(({ value }) => value === wanted)
  if (!found) throw fieldError('assignee', 'notChosen')
  return { kind: 'person', id: found.value, name: found.name }
}
