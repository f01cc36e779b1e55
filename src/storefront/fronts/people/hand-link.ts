import { LINK_LASTS } from '../../../access/one-time-links.js'
import type { Account } from '../../../catalog/account.js'
import type { Invited } from '../../../site/accounts/people.js'
import { page, redirect, type RedirectReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { forgetShown, showOnce, takeShown } from '../shown-once.js'
import { localPhone } from './account-words.js'

const HOUR = 3_600_000

const linkOf = (token: string, { links }: Visit): string => links.absolute('/account/set-up', { k: token })

const hoursOf = ({ status }: Account): number => LINK_LASTS[status === 'invited' ? 'invite' : 'reset'] / HOUR

const accountsPath = ({ front }: Visit): string => `/${front ?? 'office'}/accounts`

/** Mails the one-time link where that can be done, and leads to the page that shows it. */
export async function handLink({ account, token }: Invited, visit: Visit): Promise<RedirectReply> {
  const link = linkOf(token, visit)
  const { language } = visit
  const isSent = await visit.catalog.notices.sendLink(account, { link, hours: hoursOf(account), language })
  return showOnce(`${accountsPath(visit)}/link`, { id: account.id, token, ...(isSent ? { sent: 'yes' } : {}) }, visit)
}

/** Shows a one-time link, this once: the office sends it the way it always reaches the person. */
export const oneTimeLink: Handler = async (visit) => {
  const shown = await takeShown(visit)
  const back = visit.links.to(accountsPath(visit))
  if (!shown) return redirect(back, { cookies: [forgetShown] })
  const { id = '', token = '', sent } = shown
  const account = visit.catalog.accounts.people.get(personOf(visit), id)
  const words = visit.messages.office.accounts
  const link = linkOf(token, visit)
  const view = {
    link,
    sent: sent && account.email ? words.linkSent(account.email) : null,
    text: words.linkText(account.name, hoursOf(account)),
    phone: account.phone ? localPhone(account.phone) : null,
    mail:
      account.email && !sent
        ? `mailto:${encodeURIComponent(account.email)}?subject=${encodeURIComponent(words.mailSubject)}&body=${encodeURIComponent(link)}`
        : null,
    back,
  }
  return page('office/link', { title: words.linkTitle }, view, { cookies: [forgetShown] })
}
