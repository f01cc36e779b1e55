import { CatalogError } from '../../catalog/errors.js'
import type { Account } from '../../catalog/account.js'
import type { SetCookie } from '../cookies/cookies.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import type { Visit } from '../visit.js'
import { goOn, keepDevice } from './session-cookies.js'

const HOUR = 3600
const COOKIE = 'link'

const keepLink = (value: string | null): SetCookie => ({ name: COOKIE, value, maxAge: HOUR, prefixed: true })

const linkOf = (visit: Visit): string => visit.secretCookie(COOKIE) ?? ''

function choosePage(account: Account, visit: Visit, problems: FormProblems): PageReply {
  const { name, phone, email, status } = account
  const words = visit.messages.account.setUp
  const title = status === 'invited' ? words.title : words.resetTitle
  const view = { ...problems, name, identifier: phone?.replace('+84', '0') ?? email ?? '' }
  return page('account/set-up', { title }, view, { status: problems.status })
}

/** Says that a link is of no use any more, and what to do. */
function spentPage(visit: Visit): PageReply {
  const { title } = visit.messages.account.spent
  return page('account/spent', { title }, {}, { status: 410, cookies: [keepLink(null)] })
}

const isSpent = (error: unknown): boolean => error instanceof CatalogError && error.code === 'LINK_NOT_VALID'

/**
 * Where a one-time link leads. Its secret moves into a cookie at once, so that it stands in no history and no referrer;
 * only choosing the password uses it up, so that programs that look at links in messages do no harm.
 */
export const setUp: Handler = async (visit) => {
  const secret = visit.query.get('k')
  if (secret !== null) return redirect(visit.links.to('/account/set-up'), { cookies: [keepLink(secret.slice(0, 200))] })
  try {
    const { account } = await visit.catalog.accounts.own.openLink(linkOf(visit))
    return choosePage(account, visit, NO_PROBLEMS)
  } catch (error) {
    if (!isSpent(error) || visit.wantsJson) throw error
    return spentPage(visit)
  }
}

export const postSetUp: Handler = async (visit) => {
  const { accounts } = visit.catalog
  const token = linkOf(visit)
  try {
    const { account } = await accounts.own.openLink(token)
    try {
      const changed = await accounts.own.choosePassword(token, singleField(visit.form, 'password'))
      const browser = { userAgent: visit.header('user-agent') ?? '', session: visit.sessionToken }
      const opened = await accounts.signIn.open(changed, browser, changed.password ?? '')
      return goOn(opened, '', visit, [keepDevice(opened), keepLink(null)])
    } catch (error) {
      if (isSpent(error)) throw error
      return choosePage(account, visit, toFormProblems(error, { password: visit.messages.account.password }, visit))
    }
  } catch (error) {
    if (!isSpent(error) || visit.wantsJson) throw error
    return spentPage(visit)
  }
}
