import * as z from 'zod'
import { named } from '../components.js'

/** Vietnamese words, and English ones where there are any. */
export const Words = named('Words', z.strictObject({ vi: z.string(), en: z.string().optional() }))
