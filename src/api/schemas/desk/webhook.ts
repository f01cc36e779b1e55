import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { EVENT_TYPES } from '../../../catalog/notify/event.js'
import { WebhookEndpoint as EndpointRecord } from '../../../catalog/notify/webhook-endpoint.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

const { name, url, events } = EndpointRecord.shape

/** One message on its way. */
const Delivery = named(
  'Delivery',
  z.strictObject({
    id: z.string(),
    event: z.string(),
    status: z.enum(['waiting', 'sending', 'delivered', 'dead']),
    attempts: z.int(),
    dueAt: Instant,
    failure: z.strictObject({ at: Instant, why: z.string() }).nullable(),
    createdAt: Instant,
  }),
)
export const Deliveries = named('Deliveries', z.strictObject({ next: Next, deliveries: z.array(Delivery) }))

/** A program that is told of events by signed requests (Standard Webhooks). */
export const WebhookEndpoint = named(
  'WebhookEndpoint',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.enum(EVENT_TYPES)),
    status: z.enum(['on', 'off', 'removed']),
  }),
)
export const WebhookEndpoints = named(
  'WebhookEndpoints',
  z.strictObject({ next: Next, endpoints: z.array(WebhookEndpoint) }),
)
export const WebhookEndpointDetail = named(
  'WebhookEndpointDetail',
  /** The latest, newest first. */
  WebhookEndpoint.extend({ deliveries: z.array(Delivery) }),
)
/** With the secret that requests are signed with; it is not told again. */
export const WebhookWithSecret = named('WebhookWithSecret', WebhookEndpoint.extend({ secret: z.string() }))
export const WebhookBody = named(
  'WebhookBody',
  z.strictObject({ name, url, events, status: z.enum(['on', 'off']).optional() }),
)

/** Where letters about new orders go; null for no letters. */
export const OrderNotices = named(
  'OrderNotices',
  z.strictObject({
    email: z.email().max(200).nullable(),
    language: z.enum(['vi', 'en']),
  }),
)
/** That it was done; there is nothing to tell. */
export const Done = named('Done', z.strictObject({ done: z.literal(true) }))
