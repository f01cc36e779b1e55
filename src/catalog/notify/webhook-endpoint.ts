import * as z from 'zod'
import { OfficeScope } from '../account.js'
import { Instant } from '../day.js'
import { EVENT_TYPES } from './event.js'
import { ProducerId, Version, WebhookEndpointId } from '../ids.js'
import { sealable } from '../sealed.js'
import { line } from '../text.js'

/** 32 random bytes in base64, as Standard Webhooks writes them. */
const Secret = sealable(/whsec_[A-Za-z0-9+/]{43}=/)

/** Whose events it hears of: one producer's, or those of the producers of some provinces or the country. */
export const WebhookReach = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('producer'), producerId: ProducerId }),
  z.strictObject({ kind: z.literal('office'), scope: OfficeScope }),
])
export type WebhookReach = z.infer<typeof WebhookReach>

/** A program that is told of events by signed requests (Standard Webhooks). */
export const WebhookEndpoint = z.strictObject({
  id: WebhookEndpointId,
  version: Version,
  reach: WebhookReach,
  /** What it is, for people. */
  name: line(100),
  url: z.url({ protocol: /^https?$/ }).max(500),
  events: z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length),
  secret: Secret,
  /** The secret before, with which requests are signed too until then. */
  formerSecret: z.strictObject({ secret: Secret, until: Instant }).optional(),
  /** `off` is sent nothing; `removed` is shown no more. */
  status: z.enum(['on', 'off', 'removed']),
  createdAt: Instant,
  changedAt: Instant,
})
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>
