import type * as z from 'zod'
import { reachOf } from '../../../access/rights.js'
import type { webhookOperations } from '../../../api/operations/webhooks.js'
import type { Deliveries, WebhookEndpoint as EndpointSchema } from '../../../api/schemas/desk/webhook.js'
import type { Delivery } from '../../../catalog/notify/delivery.js'
import type { WebhookEndpoint, WebhookReach } from '../../../catalog/notify/webhook-endpoint.js'
import { takePage } from '../cursor.js'
import type { Call, HandlersOf } from '../handlers.js'

type Handlers = HandlersOf<typeof webhookOperations>

const toEndpoint = ({ id, version, name, url, events, status }: WebhookEndpoint): z.input<typeof EndpointSchema> => ({
  id,
  version,
  name,
  url,
  events,
  status,
})

const toDeliveries = (deliveries: readonly Delivery[]): z.input<typeof Deliveries>['deliveries'] =>
  deliveries.map(({ id, event, status, attempts, dueAt, failure, createdAt }) => ({
    id,
    event: event.type,
    status: status === 'free' ? 'delivered' : status,
    attempts,
    dueAt,
    failure: failure ?? null,
    createdAt,
  }))

/** Whose events a new endpoint hears of: the producer's, or those of all provinces of the office's key. */
function reachOfKey({ actor, producerId }: Call<unknown>): WebhookReach {
  if (producerId !== '') return { kind: 'producer', producerId: producerId as never }
  const { everything, provinces } = reachOf(actor, 'webhook.manage')
  return { kind: 'office', scope: everything ? 'country' : [...provinces] }
}

const DONE = { body: { done: true } } as const

const list: Handlers['listWebhooks'] = ({ actor, producerId, query, visit }) => {
  const endpoints = visit.catalog.webhooks.list(actor, producerId === '' ? null : producerId)
  const { entries, next } = takePage(endpoints, query)
  return { body: { next, endpoints: entries.map(toEndpoint) } }
}

const add: Handlers['addWebhook'] = async (call) => {
  const { endpoint } = await call.visit.catalog.webhooks.create(call.actor, reachOfKey(call), call.body)
  return { body: { ...toEndpoint(endpoint), secret: endpoint.secret }, version: endpoint.version }
}

const get: Handlers['getWebhook'] = ({ actor, params, visit: { catalog } }) => {
  const endpoint = catalog.webhooks.get(actor, params.id)
  const deliveries = toDeliveries(catalog.deliveries.ofEndpoint(actor, endpoint.id))
  return { body: { ...toEndpoint(endpoint), deliveries }, version: endpoint.version }
}

const change: Handlers['changeWebhook'] = async ({ actor, params, body, visit }) => {
  const endpoint = await visit.catalog.webhooks.save(actor, params.id, body)
  return { body: toEndpoint(endpoint), version: endpoint.version }
}

const renew: Handlers['renewWebhookSecret'] = async ({ actor, params, visit }) => {
  const { endpoint } = await visit.catalog.webhooks.renewSecret(actor, params.id)
  return { body: { ...toEndpoint(endpoint), secret: endpoint.secret }, version: endpoint.version }
}

const test: Handlers['testWebhook'] = async ({ actor, params, visit: { catalog } }) => {
  const { id } = catalog.webhooks.get(actor, params.id)
  await catalog.deliveries.test(actor, { kind: 'webhook', endpointId: id })
  return DONE
}

const remove: Handlers['removeWebhook'] = async ({ actor, params, visit }) => {
  await visit.catalog.webhooks.remove(actor, params.id)
  return DONE
}

const retry: Handlers['retryDelivery'] = async ({ actor, params, visit }) => {
  await visit.catalog.deliveries.retry(actor, params.id)
  return DONE
}

/** How the producer of the key hears of new orders by mail. */
function noticesOf({ actor, producerId, visit: { catalog } }: Call<unknown>) {
  const { email = null, language = 'vi' } = catalog.notices.find(actor, producerId)
  const version = catalog.state.find('producerSettings', producerId)?.version ?? 0
  return { body: { email, language }, version }
}

/** Programs and letters that tell of what happens, within the reach of the key. */
export const webhookHandlers: Handlers = {
  listWebhooks: list,
  addWebhook: add,
  getWebhook: get,
  changeWebhook: change,
  renewWebhookSecret: renew,
  testWebhook: test,
  removeWebhook: remove,
  retryDelivery: retry,
  getOrderNotices: (call) => noticesOf(call),
  setOrderNotices: async (call) => {
    const { actor, producerId, body, visit } = call
    await visit.catalog.notices.save(actor, producerId, body.email, body.language)
    return noticesOf(call)
  },
  testOrderNotices: async ({ actor, producerId, visit }) => {
    await visit.catalog.deliveries.test(actor, { kind: 'mail', producerId: producerId as never })
    return DONE
  },
  listLetters: ({ actor, producerId, query, visit }) => {
    const { entries, next } = takePage(visit.catalog.deliveries.ofMail(actor, producerId), query)
    return { body: { next, deliveries: toDeliveries(entries) } }
  },
  listOfficeWebhooks: list as unknown as Handlers['listOfficeWebhooks'],
  addOfficeWebhook: add as unknown as Handlers['addOfficeWebhook'],
  getOfficeWebhook: get as unknown as Handlers['getOfficeWebhook'],
  changeOfficeWebhook: change as unknown as Handlers['changeOfficeWebhook'],
  renewOfficeWebhookSecret: renew as unknown as Handlers['renewOfficeWebhookSecret'],
  testOfficeWebhook: test as unknown as Handlers['testOfficeWebhook'],
  removeOfficeWebhook: remove as unknown as Handlers['removeOfficeWebhook'],
  retryOfficeDelivery: retry as unknown as Handlers['retryOfficeDelivery'],
}
