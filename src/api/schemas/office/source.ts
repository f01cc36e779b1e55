import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { ExchangeSource as SourceRecord } from '../../../catalog/office/exchange-source.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

const { id, name, site } = SourceRecord.shape

/** Another site whose signed catalog is shown here. */
export const ExchangeSource = named(
  'ExchangeSource',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    site: z.string(),
    /** Thumbprints of the keys that it signs with. */
    keys: z.array(z.string()),
    status: z.enum(['on', 'off']),
    latest: z.strictObject({ sequence: z.int(), issuedAt: Instant, takenAt: Instant }).nullable(),
    failure: z.strictObject({ at: Instant, why: z.string() }).nullable(),
  }),
)
export const ExchangeSources = named(
  'ExchangeSources',
  z.strictObject({ next: Next, sources: z.array(ExchangeSource) }),
)
/** A site, and the thumbprint of its key as its people have told it. */
export const SourceBody = named('SourceBody', z.strictObject({ id, name, site, key: z.string().min(1).max(100) }))
export const SourcePulled = named(
  'SourcePulled',
  z.strictObject({
    /** Null when there was nothing new. */
    sequence: z.int().nullable(),
    records: z.int(),
    transactions: z.int(),
  }),
)
