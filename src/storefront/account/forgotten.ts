import { setTimeout as pause } from 'node:timers/promises'
import { page, redirect } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'

/** What to do when the password is forgotten: the office makes a link, and here it learns that somebody needs one. */
export const forgotten: Handler = (visit) => {
  const { owner } = visit.site
  const view = { isSent: visit.query.has('sent'), owner: owner && { name: owner.name, phone: owner.phone ?? null } }
  return page('account/forgotten', { title: visit.messages.account.forgotten.title }, view)
}

/** Longer than it takes to note that somebody asked, in milliseconds. */
const LEAST_TIME = 300

/** The answer is the same whether or not there is such an account, and comes no sooner where nothing is written. */
export const postForgotten: Handler = async (visit) => {
  await Promise.all([visit.catalog.accounts.own.askForReset(singleField(visit.form, 'identifier')), pause(LEAST_TIME)])
  return redirect(visit.links.to('/account/forgotten', { sent: 1 }))
}
