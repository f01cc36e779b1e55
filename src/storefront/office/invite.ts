import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { localPhone } from './account-words.js'
import type { Invited } from '../../site/accounts/people.js'
import { LINK_LASTS } from '../../access/one-time-links.js'
import { readMembership, toMembershipForm } from './membership-form.js'

const HOUR = 3_600_000

const invitePage = (visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply => {
  const { form } = visit
  const view = {
    ...problems,
    typed: { name: form.get('name') ?? '', phone: form.get('phone') ?? '', email: form.get('email') ?? '' },
    membership: toMembershipForm(visit),
    action: visit.links.to('/office/accounts'),
  }
  return page('office/invite', { title: visit.messages.office.accounts.invite }, view, { status: problems.status })
}

/** Shows the one-time link, this once: the office sends it the way it always reaches the person. */
export async function linkPage({ account, token }: Invited, visit: Visit): Promise<PageReply> {
  const words = visit.messages.office.accounts
  const link = visit.links.absolute('/account/set-up', { k: token })
  const hours = LINK_LASTS[account.status === 'invited' ? 'invite' : 'reset'] / HOUR
  const isSent = await visit.catalog.notices.sendLink(account, { link, hours, language: visit.language })
  const view = {
    link,
    sent: isSent && account.email ? words.linkSent(account.email) : null,
    text: words.linkText(account.name, hours),
    phone: account.phone ? localPhone(account.phone) : null,
    mail:
      account.email && !isSent
        ? `mailto:${encodeURIComponent(account.email)}?subject=${encodeURIComponent(words.mailSubject)}&body=${encodeURIComponent(link)}`
        : null,
    back: visit.links.to(`/${visit.front ?? 'office'}/accounts`),
  }
  return page('office/link', { title: words.linkTitle }, view)
}

export const invite: Handler = (visit) => invitePage(visit)

export const inviteLabels = ({ messages: { account, office } }: Visit) => ({
  name: account.name,
  phone: account.phone,
  email: account.email,
  role: office.accounts.role,
  province: office.accounts.province,
  producer: office.accounts.producer,
})

export const postInvite: Handler = async (visit) => {
  const { form, catalog } = visit
  try {
    const invited = await catalog.accounts.people.invite(personOf(visit), {
      name: singleField(form, 'name'),
      phone: singleField(form, 'phone').trim() || undefined,
      email: singleField(form, 'email').trim() || undefined,
      memberships: [readMembership(visit)],
    })
    return await linkPage(invited, visit)
  } catch (error) {
    return invitePage(visit, toFormProblems(error, inviteLabels(visit), visit))
  }
}
