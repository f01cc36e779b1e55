import type { WebhookReach } from '../../catalog/notify/webhook-endpoint.js'
import { reachOf } from '../../access/rights.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { asking, confirmOnPage } from '../fronts/confirm-again.js'
import { producerOf } from '../fronts/current-producer.js'
import { handSecret, labelsOf, pathOf, readEndpoint, toEndpointForm } from './endpoint-form.js'

/** Whose events a new endpoint hears of: the producer's, or those of all provinces that the person administers. */
function ownReach(visit: Visit): WebhookReach {
  if (visit.front === 'producer') return { kind: 'producer', producerId: producerOf(visit).id }
  const { everything, provinces } = reachOf(personOf(visit), 'webhook.manage')
  return { kind: 'office', scope: everything ? 'country' : [...provinces] }
}

function listPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { catalog, messages, links } = visit
  const producerId = visit.front === 'producer' ? producerOf(visit).id : null
  const view = {
    ...problems,
    action: links.to(pathOf(visit)),
    isRemoved: visit.query.has('removed'),
    back: visit.front === 'producer' ? links.to('/producer/notices') : null,
    rows: catalog.webhooks.list(personOf(visit), producerId).map(({ id, name, url, status }) => ({
      name,
      url,
      isOn: status === 'on',
      dead: catalog.deliveries.ofEndpoint(personOf(visit), id).filter((one) => one.status === 'dead').length,
      href: links.to(`${pathOf(visit)}/${id}`),
    })),
    typed: toEndpointForm(visit, null),
  }
  return page('webhooks/list', { title: messages.telling.title }, view, { status: problems.status, personal: true })
}

/** The programs that are told of events, and a form for one more. */
export const endpoints: Handler = (visit) => listPage(visit)

export const postEndpoints = asking(async (visit) => {
  try {
    const { webhooks } = visit.catalog
    const confirm = () => confirmOnPage(visit)
    const made = await webhooks.create(personOf(visit), ownReach(visit), readEndpoint(visit), confirm)
    return await handSecret(made, visit)
  } catch (error) {
    return listPage(visit, toFormProblems(error, labelsOf(visit), visit))
  }
}, 'webhooks')
