import { ProducerKind } from '../../catalog/producer.js'
import { provinceName } from '../models/place-words.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import type { Visit } from '../visit.js'

const FIELDS = ['name', 'phone', 'email', 'producerName', 'kind', 'province', 'address', 'note'] as const

function registerPage(visit: Visit, problems: FormProblems): PageReply {
  const { messages, catalog, form } = visit
  const { places } = catalog.reference
  const view = {
    ...problems,
    typed: Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? ''])),
    kinds: ProducerKind.options.map((value) => ({ value, label: messages.around.producerKinds[value] })),
    provinces: places
      .provinces(catalog.today())
      .map((province) => ({ value: province.key, label: provinceName(province, visit) })),
    isSent: visit.query.has('sent'),
  }
  return page('account/register', { title: messages.account.register.title }, view, { status: problems.status })
}

/** Where a producer asks for an account. */
export const register: Handler = (visit) => registerPage(visit, NO_PROBLEMS)

export const postRegister: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  try {
    const typed = Object.fromEntries(FIELDS.map((field) => [field, singleField(form, field)]))
    const email = typed['email']?.trim() || undefined
    const password = singleField(form, 'password')
    const known = await catalog.accounts.registrations.ask({ ...typed, email, password })
    if (known) void catalog.notices.tellOwner(known)
    return redirect(visit.links.to('/account/register', { sent: 1 }))
  } catch (error) {
    const { account } = messages
    const { name, phone, email, password, register: words } = account
    return registerPage(visit, toFormProblems(error, { ...words.fields, name, phone, email, password }, visit))
  }
}
