import { isShopperOnly } from '../../access/account-rights.js'
import type { Opened } from '../../site/accounts/session-keeper.js'
import type { SignedIn } from '../../site/accounts/sign-in.js'
import type { SetCookie } from '../cookies/cookies.js'
import { insidePath, linkInside } from '../inside.js'
import { SESSION_COOKIE } from '../cookies/prefixed-cookies.js'
import { redirect, type RedirectReply } from '../reply.js'
import type { Visit } from '../visit.js'

const YEAR = 365 * 24 * 3600
const DAYS_90 = 90 * 24 * 3600

/** What the browser keeps of an earlier sign-in, so that others' wrong passwords do not make its owner wait. */
export const DEVICE_COOKIE = 'device'

/** How long a session lasts is decided by the site; the cookie only outlives it. */
export const keepSession = ({ token }: Pick<Opened, 'token'>): SetCookie => ({
  name: SESSION_COOKIE,
  value: token,
  maxAge: DAYS_90,
  prefixed: true,
})

/** Goes on after a session that has ended: the browser forgets it, and what it keeps of pages. */
export const leaveSession = (to: string): RedirectReply =>
  redirect(to, { cookies: [{ name: SESSION_COOKIE, value: null, prefixed: true }], clearsCache: true })

export const keepDevice = ({ device }: Pick<SignedIn, 'device'>): SetCookie => ({
  name: DEVICE_COOKIE,
  value: device,
  maxAge: YEAR,
  prefixed: true,
})

/** Where somebody's work begins, or what a shopper looks for first. */
export const homeOf = ({ account }: Pick<Opened, 'account'>): string => {
  if (account.status !== 'active') return '/account'
  return isShopperOnly(account) ? '/account/orders' : `/${account.memberships[0]?.front ?? 'account'}`
}

/** Where to go after a step of signing in: to the next step, else where one was going. */
export function goOn(opened: Opened, next: string, visit: Visit, cookies: readonly SetCookie[] = []): RedirectReply {
  const step = opened.account.authenticator ? '/account/code' : '/account/authenticator'
  const to = opened.isComplete ? linkInside(insidePath(next, homeOf(opened)), visit) : visit.links.to(step, { next })
  return redirect(to, { cookies: [keepSession(opened), ...cookies] })
}
