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
        subject: z.strictObject({
          collection: z.string(),
          id: z.string(),
          /** What it is called now, where it has a name. */
          name: z.string().nullable(),
        }),
        before: z.record(z.string(), z.unknown()).optional(),
        after: z.record(z.string(), z.unknown()).optional(),
        /** What changed in words, in the language asked for: fields, states and packs by their names. */
        changes: z.array(
          z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
        reason: z.string().optional(),
      }),
    ),
  }),
)
