import { reachOf } from '../../access/rights.js'
import { CatalogError } from '../../catalog/errors.js'
import { ProducerKind } from '../../catalog/producer.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { provinceName } from '../models/place-words.js'
import { page, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { asking, confirmOnPage } from '../fronts/confirm-again.js'
import { handLink } from '../fronts/people/hand-link.js'

const FIELDS = ['producerName', 'kind', 'province', 'address', 'name', 'phone', 'email'] as const

/** The producer that bears the name already, which the form offers in place of a new one. */
function knownOf(error: unknown, { links }: Visit) {
  const issue = error instanceof CatalogError ? error.issues.find(({ code }) => code === 'knownProducer') : undefined
  if (!issue) return null
  const { name, slug = '' } = issue.params
  return { name, href: links.to('/office/accounts/new', { producer: slug }), page: links.to(`/producers/${slug}`) }
}

function invitationPage(visit: Visit, problems: FormProblems, known: ReturnType<typeof knownOf> = null): PageReply {
  const { messages, catalog, form } = visit
  const { everything, provinces } = reachOf(personOf(visit), 'registration.decide')
  const view = {
    ...problems,
    known,
    typed: Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? ''])),
    kinds: ProducerKind.options.map((value) => ({ value, label: messages.around.producerKinds[value] })),
    provinces: catalog.reference.places
      .provinces(catalog.today())
      .filter(({ key }) => everything || provinces.has(key))
      .map((province) => ({ value: province.key, label: provinceName(province, visit) })),
  }
  const { inviteProducer } = messages.office.accounts
  return page('office/invite-producer', { title: inviteProducer }, view, { status: problems.status })
}

/** Where an office invites a producer that the catalog does not know yet. */
export const inviteProducer: Handler = (visit) => invitationPage(visit, NO_PROBLEMS)

export const postInviteProducer = asking(async (visit) => {
  const { form, catalog, messages } = visit
  try {
    const typed = Object.fromEntries(FIELDS.map((field) => [field, singleField(form, field)]))
    const email = typed['email']?.trim() || undefined
    const invitation = { ...typed, email, isAnother: form.has('isAnother') }
    const { registrations } = catalog.accounts
    return await handLink(await registrations.invite(personOf(visit), invitation, () => confirmOnPage(visit)), visit)
  } catch (error) {
    const { name, phone, email, register } = messages.account
    return invitationPage(
      visit,
      toFormProblems(error, { ...register.fields, name, phone, email }, visit),
      knownOf(error, visit),
    )
  }
})
