import * as z from 'zod'
import { Instant } from './day.js'
import { AuditId } from './ids.js'
import { line } from './text.js'

/**
 * Who changed what, when, from what to what. Entries are only ever added. What is personal about shoppers (names, phone
 * numbers, addresses) does not belong in `before` and `after`: the trail outlives a request to erase.
 */
export const AuditEntry = z.strictObject({
  id: AuditId,
  at: Instant,
  /** The account that acted, with the name it bore then; no id for the command line and for jobs of the shop itself. */
  actor: z.strictObject({ id: line(64).optional(), name: line(200) }),
  /** What was done, as `collection.verb`: `products.approve`, `accounts.disable`. */
  action: line(60),
  /** The record that it was done to. */
  subject: z.strictObject({ collection: line(40), id: line(100) }),
  /** The fields that changed, as they were and as they are. */
  before: z.record(z.string(), z.json()).optional(),
  after: z.record(z.string(), z.json()).optional(),
  /** Why, in the words of who did it. */
  reason: line(300).optional(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
