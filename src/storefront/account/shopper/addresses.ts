import { toDialled } from '../../../catalog/phone.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { shopperOf, toAddressRow } from '../../shopping/own-account.js'
import { communeChoices, findCommunes, provinceChoices } from '../../shopping/place-choice.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

const FIELDS = ['name', 'phone', 'province', 'commune', 'street'] as const
type Typed = Readonly<Record<(typeof FIELDS)[number] | 'find', string>>

function readTyped(visit: Visit): Typed {
  const { form, catalog } = visit
  const account = shopperOf(visit)?.account
  const commune = catalog.reference.places.findCommune('2025-07', form.get('pick') ?? '')
  return {
    name: form.get('name') ?? account?.name ?? '',
    phone: form.get('phone') ?? toDialled(account?.phone ?? ''),
    province: commune?.provinceCode ?? form.get('province') ?? '',
    commune: commune?.code ?? form.get('commune') ?? '',
    street: form.get('street') ?? '',
    find: commune ? '' : (form.get('find') ?? '').trim().slice(0, 100),
  }
}

function addressesPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.shopper.addresses
  const typed = readTyped(visit)
  const done = (['saved', 'removed', 'preferred'] as const).find((what) => visit.query.get('done') === what)
  const view = {
    ...problems,
    done: done ? words.done[done] : null,
    rows: (shopperOf(visit)?.shopper.addresses ?? []).map((address) => toAddressRow(address, visit)),
    typed,
    provinces: provinceChoices(visit),
    communes: communeChoices(typed.province, visit),
    found: typed.find === '' ? null : findCommunes(typed.find, typed.province, visit),
  }
  return page('account/addresses', { title: words.title }, view, { status: problems.status })
}

/** Where a shopper has goods sent. */
export const addresses: Handler = (visit) => addressesPage(visit)

const done = (visit: Visit, what: 'saved' | 'removed' | 'preferred') =>
  redirect(visit.links.to('/account/addresses', { done: what }))

/** Keeps another address; where no script does, first lists the communes of its province or finds one by its name. */
export const postAddress: Handler = async (visit) => {
  const typed = Object.fromEntries(FIELDS.map((field) => [field, singleField(visit.form, field)]))
  if (singleField(visit.form, 'action') !== 'save') return addressesPage(visit)
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
