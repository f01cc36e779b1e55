import { setTimeout as pause } from 'node:timers/promises'
import { fieldError } from '../../catalog/errors.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import type { Visit } from '../visit.js'

function forgottenPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { owner } = visit.site
  const view = {
    ...problems,
    isSent: visit.query.has('sent'),
    owner: owner && { name: owner.name, phone: owner.phone ?? null },
  }
  const { status } = problems
  return page('account/forgotten', { title: visit.messages.account.forgotten.title }, view, { status })
}

/** What to do when the password is forgotten: the office makes a link, and here it learns that somebody needs one. */
export const forgotten: Handler = (visit) => forgottenPage(visit)

/** Longer than it takes to note that somebody asked, in milliseconds. */
const LEAST_TIME = 300

/** The answer is the same whether or not there is such an account, and comes no sooner where nothing is written. */
export const postForgotten: Handler = async (visit) => {
  const identifier = singleField(visit.form, 'identifier')
  if (identifier.trim() === '') {
    const labels = { identifier: visit.messages.account.signIn.identifier }
    return forgottenPage(visit, toFormProblems(fieldError('identifier', 'required'), labels, visit))
  }
  await Promise.all([visit.catalog.accounts.own.askForReset(identifier), pause(LEAST_TIME)])
  return redirect(visit.links.to('/account/forgotten', { sent: 1 }))
}
