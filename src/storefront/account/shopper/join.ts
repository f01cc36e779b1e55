import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'
import { keepJoined } from '../sign-in.js'

function joinPage(visit: Visit, problems: FormProblems): PageReply {
  const { form, query, messages } = visit
  const typed = {
    name: form.get('name') ?? '',
    phone: form.get('phone') ?? '',
    code: form.get('code') ?? query.get('code')?.slice(0, 40) ?? '',
  }
  return page('account/join', { title: messages.shopper.join.title }, { ...problems, typed }, problems)
}

/** Where a shopper opens an account. */
export const join: Handler = (visit) => joinPage(visit, NO_PROBLEMS)

/** The answer is the same whether or not the number had an account before; then its owner gets a letter, if there is where to. */
export const postJoin: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  try {
    const [name, phone, password] = [
      singleField(form, 'name'),
      singleField(form, 'phone'),
      singleField(form, 'password'),
    ]
    const known = await catalog.accounts.shoppers.join({ name, phone, password }, singleField(form, 'code'))
    if (known) void catalog.notices.tellOwner(known)
    return redirect(visit.links.to('/account/sign-in', { joined: 1, next: '/account/orders' }), {
      cookies: [keepJoined(phone)],
    })
  } catch (error) {
    const { name, phone, password } = messages.account
    return joinPage(visit, toFormProblems(error, { name, phone, password }, visit))
  }
}
