import * as z from 'zod'
import { Instant } from '../day.js'
import { AccountId, ProducerId, PushDeviceId, Version } from '../ids.js'
import { line } from '../text.js'

/** Where a browser wants to be told, and with which keys it reads what comes (RFC 8030, RFC 8291). */
export const PushSubscription = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  /** The browser's public key: an uncompressed point of P-256 in base64url. */
  p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}$/),
  /** 16 bytes in base64url. */
  auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
})
export type PushSubscription = z.infer<typeof PushSubscription>

/** A browser of a person on which a new order of a producer is told. Its id follows from producer and endpoint. */
export const PushDevice = z.strictObject({
  id: PushDeviceId,
  version: Version,
  producerId: ProducerId,
  /** Whose it is: nothing is told any more once this person may not see the producer's orders. */
  accountId: AccountId,
  /** "Chrome, Android"; empty when the browser did not say. */
  name: line(100, 0),
  /** In which language it is told. */
  language: z.enum(['vi', 'en']),
  /** Null once it is told no more. */
  subscription: PushSubscription.nullable(),
  createdAt: Instant,
  changedAt: Instant,
})
export type PushDevice = z.infer<typeof PushDevice>

/** By which browsers know this site as the one that they allowed to tell them (VAPID, RFC 8292); made once. */
export const PushKeys = z.strictObject({
  id: z.literal('web-push'),
  version: Version,
  publicKey: z.string().regex(/^B[A-Za-z0-9_-]{86}$/),
  privateKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  changedAt: Instant,
})
export type PushKeys = z.infer<typeof PushKeys>
