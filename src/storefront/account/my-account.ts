import type { Opened } from '../../site/accounts/session-keeper.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { formatInstant } from '../format.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { visitorOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { handCodes } from './recovery-codes.js'
import { keepSession } from './session-cookies.js'

/** What has just been done, as the address says it. */
const DONE = ['password', 'contact', 'session', 'others'] as const

function accountPage(visit: Visit, problems: FormProblems, typed: Readonly<Record<string, string>> = {}): PageReply {
  const words = visit.messages.account
  const { account, session } = visitorOf(visit)
  const done = DONE.find((name) => visit.query.get('done') === name)
  const view = {
    ...problems,
    status: account.status,
    done: done ? words.my.done[done] : null,
    contact: {
      name: typed['name'] ?? account.name,
      phone: typed['phone'] ?? account.phone?.replace('+84', '0') ?? '',
      email: typed['email'] ?? account.email ?? '',
    },
    authenticatorSince: account.authenticator ? formatInstant(account.authenticator.since) : null,
    codesLeft: account.recoveryCodes?.hashes.length ?? 0,
    sessions: account.sessions.toReversed().map(({ id, browser, createdAt, seenAt }) => ({
      id,
      browser: browser === '' ? words.my.unknownBrowser : browser,
      since: formatInstant(createdAt),
      seen: formatInstant(seenAt),
      isThis: id === session.id,
    })),
  }
  return page('account/my-account', { title: words.my.title }, view, { status: problems.status })
}

export const myAccount: Handler = (visit) => accountPage(visit, NO_PROBLEMS)

/** Back to the page, saying what was done; in the session as it goes on, where it has a new secret. */
const done = (visit: Visit, what: (typeof DONE)[number], opened?: Opened) =>
  redirect(visit.links.to('/account', { done: what }), { cookies: opened ? [keepSession(opened)] : [] })

export const postPassword: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  try {
    const [current, password] = [singleField(form, 'current'), singleField(form, 'password')]
    return done(visit, 'password', await catalog.accounts.own.changePassword(visit.sessionToken, current, password))
  } catch (error) {
    const { my } = messages.account
    const labels = { current: my.currentPassword, password: my.newPassword }
    return accountPage(visit, toFormProblems(error, labels, visit))
  }
}

export const postContact: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  const typed = {
    name: singleField(form, 'name'),
    phone: singleField(form, 'phone'),
    email: singleField(form, 'email'),
  }
  try {
    const opened = await catalog.accounts.own.changeContact(visit.sessionToken, singleField(form, 'confirm'), {
      name: typed.name,
      phone: typed.phone.trim() || undefined,
      email: typed.email.trim() || undefined,
    })
    return done(visit, 'contact', opened)
  } catch (error) {
    const { my, name, phone, email } = messages.account
    const labels = { confirm: my.currentPassword, name, phone, email }
    return accountPage(visit, toFormProblems(error, labels, visit), typed)
  }
}

export const postEndSession: Handler = async (visit) => {
  const which = singleField(visit.form, 'session')
  await visit.catalog.accounts.own.endSession(visit.sessionToken, which)
  return done(visit, which === 'others' ? 'others' : 'session')
}

/** Makes fresh recovery codes. */
export const postRecoveryCodes: Handler = async (visit) => {
  const { own } = visit.catalog.accounts
  try {
    const codes = await own.renewRecoveryCodes(visit.sessionToken, singleField(visit.form, 'again'))
    return await handCodes(codes, '/account', visit)
  } catch (error) {
    return accountPage(visit, toFormProblems(error, { again: visit.messages.account.my.currentPassword }, visit))
  }
}
