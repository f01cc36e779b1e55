import * as z from 'zod'

/** Hand it back to read on; null when there is no more. */
export const Next = z.string().nullable()

/** Where to read on, as the answer before it said. */
export const Cursor = z.string().min(1).max(1000)

/** How many entries an answer holds at most. */
export const Limit = z.int().min(1).max(100)

/** What every list that is read piece by piece may be asked. */
export const Paged = { limit: Limit.optional(), cursor: Cursor.optional() }

/** Text within an address: nothing that cannot be seen belongs there. */
export const pathText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !/\p{C}/u.test(value), { params: { code: 'forbiddenCharacters' } })

/** A name within an address. */
const SlugParam = pathText(100)

export const ById = z.strictObject({ id: pathText(64) })

export const BySlug = z.strictObject({ slug: SlugParam })
