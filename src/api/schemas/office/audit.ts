import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

/** What people changed, newest first. */
export const AuditPage = named(
  'AuditPage',
  z.strictObject({
    next: Next,
    entries: z.array(
      z.strictObject({
        id: z.string(),
        at: Instant,
        actor: z.strictObject({ id: z.string().optional(), name: z.string() }),
        action: z.string(),
        subject: z.strictObject({ collection: z.string(), id: z.string() }),
        before: z.record(z.string(), z.unknown()).optional(),
        after: z.record(z.string(), z.unknown()).optional(),
        reason: z.string().optional(),
      }),
    ),
  }),
)
