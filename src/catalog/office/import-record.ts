import * as z from 'zod'
import { Instant } from '../day.js'
import { ImportId, TransactionId, Version } from '../ids.js'
import { Doer } from '../submission.js'
import { line } from '../text.js'

/** One record that an import wrote: its version since then, and what it was before; null when it was new. */
const ImportedRecord = z.strictObject({
  collection: z.enum(['producers', 'products', 'certificates', 'listings']),
  id: line(100),
  version: Version,
  before: z.record(z.string(), z.json()).nullable(),
})
export type ImportedRecord = z.infer<typeof ImportedRecord>

/** A file that was imported, with what it changed, so that it can be taken back. */
export const ImportRecord = z.strictObject({
  id: ImportId,
  version: Version,
  kind: z.enum(['products', 'listings', 'sales']),
  fileName: line(200),
  /** Rows that added or changed something. */
  rows: z.int().min(0),
  by: Doer,
  at: Instant,
  records: z.array(ImportedRecord).max(500_000),
  /** Entries of the ledger that it added. */
  transactions: z.array(TransactionId).max(500_000),
  undone: z.strictObject({ by: Doer, at: Instant }).optional(),
  changedAt: Instant,
})
export type ImportRecord = z.infer<typeof ImportRecord>
