import * as z from 'zod'

/** Hand it back to read on; null when there is no more. */
export const Next = z.string().nullable()

/** Where to read on, as the answer before it said. */
export const Cursor = z.string().min(1).max(1000)

/** How many entries an answer holds at most. */
export const Limit = z.int().min(1).max(100)

/** What every list that is read piece by piece may be asked. */
export const Paged = { limit: Limit.optional(), cursor: Cursor.optional() }

/** A name within an address. */
const SlugParam = z.string().min(1).max(100)

export const ById = z.strictObject({ id: z.string().min(1).max(64) })

export const BySlug = z.strictObject({ slug: SlugParam })
