import { asking, confirmOnPage } from '../fronts/confirm-again.js'
import { handLink } from '../fronts/people/hand-link.js'
import { inviteLabels, readInvitation, typedPerson } from '../fronts/people/invitation.js'
import { toMembershipForm } from '../fronts/people/membership-form.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'

const invitePage = (visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply => {
  const view = {
    ...problems,
    typed: typedPerson(visit),
    membership: toMembershipForm(visit),
    action: visit.links.to('/office/accounts'),
  }
  return page('office/invite', { title: visit.messages.office.accounts.invite }, view, { status: problems.status })
}

export const invite: Handler = (visit) => invitePage(visit)

export const postInvite = asking(async (visit) => {
  try {
    const { people } = visit.catalog.accounts
    const invited = await people.invite(personOf(visit), readInvitation(visit), () => confirmOnPage(visit))
    return await handLink(invited, visit)
  } catch (error) {
    return invitePage(visit, toFormProblems(error, inviteLabels(visit), visit))
  }
})
