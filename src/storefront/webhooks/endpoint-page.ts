import type { Delivery } from '../../catalog/notify/delivery.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { formatInstant } from '../format.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { personOf } from '../signed-in.js'
import { asking, confirmOnPage } from '../fronts/confirm-again.js'
import type { Visit } from '../visit.js'
import { handSecret, labelsOf, pathOf, readEndpoint, toEndpointForm } from './endpoint-form.js'

const idOf = ({ params }: Visit): string => params['id'] ?? ''

const TONES: Readonly<Record<Delivery['status'], string>> = {
  waiting: 'warn',
  sending: 'warn',
  delivered: 'good',
  dead: 'bad',
  free: '',
}

/** The order, or the product, that an event is about; null when its kind says all. */
function aboutOf({ event, also = [] }: Delivery, { catalog, messages }: Visit): string | null {
  if (event.type === 'order.placed' || event.type === 'order.changed') return event.data.orderCode
  if (event.type !== 'certificate.expiring') return null
  const name = catalog.state.find('products', event.data.productId)?.name.vi ?? null
  return name !== null && also.length > 0 ? messages.telling.andMore(name, also.length) : name
}

/** One delivery as a row: what, to what state, and whether it can be tried again now. */
export function toDeliveryRow(delivery: Delivery, visit: Visit) {
  const { id, event, status, attempts, failure, dueAt, createdAt } = delivery
  const words = visit.messages.telling
  return {
    id,
    what: words.events[event.type],
    about: aboutOf(delivery, visit),
    at: formatInstant(createdAt),
    state: words.states[status],
    tone: TONES[status],
    attempts: attempts > 1 ? words.attempts(attempts) : null,
    failure: failure && status !== 'delivered' ? failure.why : null,
    next: status === 'waiting' && attempts > 0 ? words.next(formatInstant(dueAt)) : null,
    mayRetry: status === 'dead' || (status === 'waiting' && attempts > 0),
  }
}

function showEndpoint(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { catalog, links, messages } = visit
  const endpoint = catalog.webhooks.get(personOf(visit), idOf(visit))
  const path = links.to(`${pathOf(visit)}/${endpoint.id}`)
  const view = {
    ...problems,
    path,
    done:
      visit.query.get('done') === 'test'
        ? messages.telling.testSent
        : visit.query.has('done')
          ? messages.telling.saved
          : null,
    typed: toEndpointForm(visit, endpoint),
    deliveries: catalog.deliveries.ofEndpoint(personOf(visit), endpoint.id).map((one) => toDeliveryRow(one, visit)),
    retry: `${path}/retry`,
  }
  return page('webhooks/endpoint', { title: endpoint.name }, view, {
    status: problems.status,
    personal: true,
    trail: [
      { label: { text: messages.telling.title, lang: null }, path: pathOf(visit) },
      { label: { text: endpoint.name, lang: null }, path: null },
    ],
  })
}

/** One program: what it is told, what has reached it, and what has not. */
export const endpointPage: Handler = (visit) => showEndpoint(visit)

const done = (visit: Visit, what: string) => redirect(visit.links.to(`${pathOf(visit)}/${idOf(visit)}`, { done: what }))

export const postEndpoint = asking(async (visit) => {
  try {
    const { webhooks } = visit.catalog
    await webhooks.save(personOf(visit), idOf(visit), readEndpoint(visit), () => confirmOnPage(visit))
    return done(visit, 'saved')
  } catch (error) {
    return showEndpoint(visit, toFormProblems(error, labelsOf(visit), visit))
  }
}, 'webhooks')

export const postSecret = asking(async (visit) => {
  const { webhooks } = visit.catalog
  const made = await webhooks.renewSecret(personOf(visit), idOf(visit), () => confirmOnPage(visit))
  return handSecret(made, visit)
}, 'webhooks')

export const postTest: Handler = async (visit) => {
  const { id } = visit.catalog.webhooks.get(personOf(visit), idOf(visit))
  await visit.catalog.deliveries.test(personOf(visit), { kind: 'webhook', endpointId: id })
  return done(visit, 'test')
}

export const postRetry: Handler = async (visit) => {
  await visit.catalog.deliveries.retry(personOf(visit), singleField(visit.form, 'id'))
  return done(visit, 'retry')
}

export const postRemove: Handler = async (visit) => {
  await visit.catalog.webhooks.remove(personOf(visit), idOf(visit))
  return redirect(visit.links.to(pathOf(visit), { removed: 1 }))
}
