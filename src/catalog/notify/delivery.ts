import * as z from 'zod'
import { Instant } from '../day.js'
import { CatalogEvent } from './event.js'
import { DeliveryId, ProducerId, PushDeviceId, Version, WebhookEndpointId } from '../ids.js'
import { line } from '../text.js'

/** `dead` was tried as often as we try and waits for a person; `free` holds nothing and is there to be used again. */
const DeliveryStatus = z.enum(['waiting', 'sending', 'delivered', 'dead', 'free'])

/** To whom an event goes: a program, the mail address at which a producer wants to hear of new orders, or a browser. */
const DeliveryTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), endpointId: WebhookEndpointId }),
  z.strictObject({ kind: z.literal('mail'), producerId: ProducerId }),
  z.strictObject({ kind: z.literal('push'), deviceId: PushDeviceId }),
])

/**
 * An event on its way to one receiver. It is put in the very commit that makes the event, so that it is told at least
 * once whatever happens in between. Records of what was delivered are used again, so their number does not grow with
 * the orders.
 */
export const Delivery = z.strictObject({
  id: DeliveryId,
  version: Version,
  /** The same with every attempt: by it a receiver knows what it has had already. */
  messageId: line(64),
  target: DeliveryTarget,
  event: CatalogEvent,
  /** Told in the same letter or notice: further certificates of a producer that reach a step on the same day. */
  also: z.array(CatalogEvent).optional(),
  status: DeliveryStatus,
  attempts: z.int().min(0),
  /** Not before then. */
  dueAt: Instant,
  /** Which process sends it (or, when it is free, keeps it), and until when nobody else does. */
  lease: z.strictObject({ by: line(64), until: Instant }).optional(),
  /** Why the last attempt failed. */
  failure: z.strictObject({ at: Instant, why: line(300) }).optional(),
  createdAt: Instant,
  changedAt: Instant,
})
export type Delivery = z.infer<typeof Delivery>
