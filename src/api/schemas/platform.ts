import * as z from 'zod'
import { Day } from '../../catalog/day.js'
import { Words } from './words.js'

/** What an e-commerce platform is, to whoever asks. */
export const platformFacts = {
  id: z.string(),
  slug: z.string(),
  name: Words,
  operator: z.string().nullable(),
  website: z.string().nullable(),
  /** True for this very shop. */
  own: z.boolean(),
  closedOn: Day.nullable(),
}
