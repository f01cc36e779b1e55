import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { toDeliveryRow } from '../../webhooks/endpoint-page.js'
import { asking, confirmOnPage } from '../../fronts/confirm-again.js'
import { producerOf } from '../../fronts/current-producer.js'
import { toDevices } from './devices.js'
import { NOTICES } from './path.js'

/** Where letters go and which programs are told, for whoever decides on it. */
function managed(visit: Visit) {
  const { catalog, form, links } = visit
  const actor = personOf(visit)
  const { id } = producerOf(visit)
  const kept = catalog.notices.find(actor, id)
  return {
    sendsMail: catalog.notices.sendsMail,
    hasAddress: kept.email !== undefined,
    typed: {
      email: form.get('notices.email') ?? kept.email ?? '',
      language: form.get('language') ?? kept.language ?? 'vi',
    },
    letters: catalog.deliveries.ofMail(actor, id).map((one) => toDeliveryRow(one, visit)),
    retry: links.to(`${NOTICES}/retry`),
    programs: catalog.webhooks.list(actor, id).length,
  }
}

async function noticesPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): Promise<PageReply> {
  const { catalog, messages, query } = visit
  const devices = await toDevices(visit)
  const mayManage = catalog.notices.mayManage(personOf(visit), producerOf(visit).id)
  const view = {
    ...problems,
    done:
      query.get('done') === 'test'
        ? messages.telling.testLetter
        : query.has('done')
          ? messages.telling.saved
          : devices.done,
    devices,
    managed: mayManage ? managed(visit) : null,
  }
  return page('producer/notices', { title: messages.telling.noticesTitle }, view, {
    status: problems.status,
    personal: true,
  })
}

export const notices: Handler = (visit) => noticesPage(visit)

export const postNotices = asking(async (visit) => {
  const { form, catalog, messages } = visit
  const email = singleField(form, 'notices.email').trim()
  const language = form.get('language') === 'en' ? 'en' : 'vi'
  try {
    const address = email === '' ? null : email
    await catalog.notices.save(personOf(visit), producerOf(visit).id, address, language, () => confirmOnPage(visit))
  } catch (error) {
    return noticesPage(visit, toFormProblems(error, { 'notices.email': messages.telling.email }, visit))
  }
  return redirect(visit.links.to(NOTICES, { done: 'saved' }))
}, 'notices')

export const postTestLetter: Handler = async (visit) => {
  await visit.catalog.deliveries.test(personOf(visit), { kind: 'mail', producerId: producerOf(visit).id })
  return redirect(visit.links.to(NOTICES, { done: 'test' }))
}

export const postRetryLetter: Handler = async (visit) => {
  await visit.catalog.deliveries.retry(personOf(visit), singleField(visit.form, 'id'))
  return redirect(visit.links.to(NOTICES, { done: 'retry' }))
}
