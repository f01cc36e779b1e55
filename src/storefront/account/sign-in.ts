import { CatalogError } from '../../catalog/errors.js'
import type { SetCookie } from '../cookies/cookies.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import type { Visit } from '../visit.js'
import { DEVICE_COOKIE, goOn, keepDevice, leaveSession } from './session-cookies.js'

const JOINED_COOKIE = 'joined'

/** The number that an account was just opened with goes along to the sign-in form, in no address and no history. */
export const keepJoined = (phone: string): SetCookie => ({
  name: JOINED_COOKIE,
  value: phone,
  maxAge: 60,
  path: '/account/sign-in',
})

interface Typed {
  readonly identifier: string
  readonly next: string
}

/** The page that asks who one is. Also the answer to an address that needs to know, with status 401. */
export function signInPage(visit: Visit, typed: Typed, problems: FormProblems): PageReply {
  const words = visit.messages.account.signIn
  const view = {
    ...problems,
    ...typed,
    signedOut: visit.query.has('out'),
    isJoined: visit.query.has('joined'),
    isClosed: visit.query.has('closed'),
    sells: visit.site.sells,
    isSet: visit.query.has('set'),
    isAsked: visit.front !== 'account',
  }
  return page('account/sign-in', { title: words.title }, view, { personal: true, status: problems.status })
}

export const signIn: Handler = (visit) =>
  signInPage(
    visit,
    {
      identifier: visit.query.has('joined') ? (visit.cookies.get(JOINED_COOKIE) ?? '') : '',
      next: visit.query.get('next') ?? '',
    },
    NO_PROBLEMS,
  )

export const postSignIn: Handler = async (visit) => {
  const { form, catalog } = visit
  const typed = { identifier: singleField(form, 'identifier'), next: singleField(form, 'next') }
  try {
    const opened = await catalog.accounts.signIn.signIn({
      identifier: typed.identifier,
      password: singleField(form, 'password'),
      address: visit.address(),
      userAgent: visit.header('user-agent') ?? '',
      device: visit.secretCookie(DEVICE_COOKIE),
      session: visit.sessionToken,
    })
    return goOn(opened, typed.next, visit, [keepDevice(opened)])
  } catch (error) {
    const problems = toFormProblems(error, {}, visit)
    const isRefused = error instanceof CatalogError && error.code === 'SIGN_IN_REFUSED'
    const shown = isRefused
      ? { ...problems, problems: problems.problems.map((one) => ({ ...one, href: '#identifier' })) }
      : problems
    return signInPage(visit, typed, shown)
  }
}

export const postSignOut: Handler = async (visit) => {
  await visit.catalog.accounts.signIn.signOut(visit.sessionToken)
  return leaveSession(visit.links.to('/account/sign-in', { out: 1 }))
}
