import * as z from 'zod'
import { Instant } from './day.js'
import { DoneRequestId, Version } from './ids.js'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A change that a program asked for with an Idempotency-Key, kept in the very commit that made it, so that a repeat is
 * answered and not done again, in whichever process and after whatever crash. Records older than a day are used again,
 * so their number follows the busiest day.
 */
export const DoneRequest = z.strictObject({
  id: DoneRequestId,
  version: Version,
  /** Of who asked, of which operation, and of the key. */
  keyHash: Sha256,
  /** Of what was sent, by which another request with the same key is told apart. */
  digest: Sha256,
  /** What the commands gave, sealed with what only the one who asked knows (AES-256-GCM, base64). */
  sealed: z.base64().max(4_000_000),
  /** When it was done first; a day later the key is free. */
  at: Instant,
  changedAt: Instant,
})
export type DoneRequest = z.infer<typeof DoneRequest>
