import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { asking, confirmOnPage } from '../fronts/confirm-again.js'
import { handLink } from '../fronts/people/hand-link.js'
import { inviteLabels, readInvitation, typedPerson } from '../fronts/people/invitation.js'
import { toAccountRow } from '../fronts/people/account-words.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { producerOf } from '../fronts/current-producer.js'

/** Who works for the producer, and a form to invite one more. */
function peoplePage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { messages, catalog } = visit
  const actor = personOf(visit)
  const producer = producerOf(visit)
  const rows = catalog.accounts.people.list(actor).flatMap((account) => {
    const own = account.memberships.filter((one) => one.front === 'producer' && one.producerId === producer.id)
    if (own.length === 0) return []
    return own.map((membership) => ({
      ...toAccountRow(account, visit),
      id: account.id,
      key: JSON.stringify(membership),
      role: messages.office.roles[membership.role],
      isSelf: account.id === actor.accountId,
      mayMakeLink: catalog.accounts.people.mayManage(actor, account) && account.status !== 'disabled',
    }))
  })
  const view = {
    ...problems,
    producer: producer.name,
    rows,
    done: visit.query.has('done'),
    typed: typedPerson(visit),
  }
  return page('producer/people', { title: messages.selling.sections.people }, view, { status: problems.status })
}

export const people: Handler = (visit) => peoplePage(visit)

export const postInvitePerson = asking(async (visit) => {
  try {
    const { people } = visit.catalog.accounts
    const invitation = readInvitation(visit, producerOf(visit).id)
    return await handLink(await people.invite(personOf(visit), invitation, () => confirmOnPage(visit)), visit)
  } catch (error) {
    return peoplePage(visit, toFormProblems(error, inviteLabels(visit), visit))
  }
})

/** A new one-time link for somebody who works for this producer alone. */
export const postPersonLink = asking(async (visit) => {
  const { people } = visit.catalog.accounts
  const id = singleField(visit.form, 'id')
  return handLink(await people.makeLink(personOf(visit), id, () => confirmOnPage(visit)), visit)
})

/** Takes somebody's role with this producer. */
export const postTakePerson: Handler = async (visit) => {
  const { people: service } = visit.catalog.accounts
  const [id, taken] = [singleField(visit.form, 'id'), singleField(visit.form, 'role')]
  await service.setMemberships(personOf(visit), id, (now) =>
    now.filter((membership) => JSON.stringify(membership) !== taken),
  )
  return redirect(visit.links.to('/producer/accounts', { done: 1 }))
}
