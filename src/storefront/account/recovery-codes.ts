import type { Opened } from '../../site/accounts/session-keeper.js'
import { linkInside } from '../inside.js'
import { page, redirect, type RedirectReply } from '../reply.js'
import type { Handler } from '../route.js'
import { forgetShown, showOnce, takeShown } from '../fronts/shown-once.js'
import type { Visit } from '../visit.js'
import { keepSession } from './session-cookies.js'

/**
 * Leads to the page that shows fresh recovery codes.
 *
 * @param next - Where to go on from there, a path within the shop.
 * @param opened - The session under its new secret, when it has one.
 */
export function handCodes(
  codes: readonly string[],
  next: string,
  visit: Visit,
  opened?: Pick<Opened, 'token'>,
): Promise<RedirectReply> {
  const renewed = opened ? { sessionToken: opened.token, cookies: [keepSession(opened)] } : {}
  return showOnce('/account/recovery-codes', { codes: codes.join(' '), next }, visit, renewed)
}

/** Shows the recovery codes, this once. */
export const recoveryCodes: Handler = async (visit) => {
  const shown = await takeShown(visit)
  if (!shown) return redirect(visit.links.to('/account'), { cookies: [forgetShown] })
  const { codes = '', next = '/account' } = shown
  const view = { codes: codes.split(' '), goOn: linkInside(next, visit) }
  return page('account/recovery-codes', { title: visit.messages.account.authenticator.codesTitle }, view, {
    cookies: [forgetShown],
  })
}
