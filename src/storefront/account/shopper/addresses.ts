import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { shopperOf, toAddressRow } from '../../shopping/own-account.js'
import { communeChoices, provinceChoices } from '../../shopping/place-choice.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

const FIELDS = ['name', 'phone', 'province', 'commune', 'street'] as const

function addressesPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.shopper.addresses
  const found = shopperOf(visit)
  const kept = { name: found?.account.name ?? '', phone: found?.account.phone?.replace(/^\+84/, '0') ?? '' }
  const typed = Object.fromEntries(
    FIELDS.map((field) => [field, visit.form.get(field) ?? (kept as Record<string, string>)[field] ?? '']),
  )
  const done = (['saved', 'removed', 'preferred'] as const).find((what) => visit.query.get('done') === what)
  const view = {
    ...problems,
    done: done ? words.done[done] : null,
    rows: (found?.shopper.addresses ?? []).map((address) => toAddressRow(address, visit)),
    typed,
    isAdding: visit.method === 'POST',
    provinces: provinceChoices(visit),
    communes: communeChoices(typed['province'] ?? '', visit),
  }
  return page('account/addresses', { title: words.title }, view, { status: problems.status })
}

/** Where a shopper has goods sent. */
export const addresses: Handler = (visit) => addressesPage(visit)

const done = (visit: Visit, what: 'saved' | 'removed' | 'preferred') =>
  redirect(visit.links.to('/account/addresses', { done: what }))

/** Keeps another address; first lists the communes of its province where no script does. */
export const postAddress: Handler = async (visit) => {
  const typed = Object.fromEntries(FIELDS.map((field) => [field, singleField(visit.form, field)]))
  if (singleField(visit.form, 'action') === 'communes') return addressesPage(visit)
  try {
    await visit.catalog.accounts.shoppers.saveAddress(visit.sessionToken, typed)
    return done(visit, 'saved')
  } catch (error) {
    const { name, phone, province, commune, street } = visit.messages.trade.checkout
    return addressesPage(visit, toFormProblems(error, { name, phone, province, commune, street }, visit))
  }
}

export const postRemoveAddress: Handler = async (visit) => {
  await visit.catalog.accounts.shoppers.removeAddress(visit.sessionToken, singleField(visit.form, 'id'))
  return done(visit, 'removed')
}

export const postPreferAddress: Handler = async (visit) => {
  await visit.catalog.accounts.shoppers.preferAddress(visit.sessionToken, singleField(visit.form, 'id'))
  return done(visit, 'preferred')
}
