import * as z from 'zod'
import { Instant } from '../day.js'
import { ProducerId, ProductId, Version } from '../ids.js'
import { line } from '../text.js'

/**
 * How often the pages of a producer's products were opened in a month: counts and nothing else, neither who it was nor
 * when. The id joins both: `ea-tu.2026-11`.
 */
export const ViewMonth = z.strictObject({
  id: line(120),
  version: Version,
  producerId: ProducerId,
  /** In Vietnam. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  views: z.record(ProductId, z.int().min(1)),
  changedAt: Instant,
})
export type ViewMonth = z.infer<typeof ViewMonth>
