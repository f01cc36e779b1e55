import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { visitorOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { goOn } from './session-cookies.js'

function codePage(visit: Visit, next: string, problems: FormProblems): PageReply {
  const { title } = visit.messages.account.code
  return page('account/code', { title }, { ...problems, next }, { status: problems.status })
}

/** Asks for the one-time code after the password. */
export const code: Handler = (visit) => {
  const next = visit.query.get('next') ?? ''
  if (!visitorOf(visit).account.authenticator) return redirect(visit.links.to('/account/authenticator', { next }))
  return codePage(visit, next, NO_PROBLEMS)
}

export const postCode: Handler = async (visit) => {
  const next = singleField(visit.form, 'next')
  try {
    const opened = await visit.catalog.accounts.secondStep.giveCode(visit.sessionToken, singleField(visit.form, 'code'))
    return goOn(opened, next, visit)
  } catch (error) {
    return codePage(visit, next, toFormProblems(error, { code: visit.messages.account.code.label }, visit))
  }
}
