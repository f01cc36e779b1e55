import * as z from 'zod'
import { named } from '../components.js'

/** The most characters of a picture in base64: about 15 MB of JPEG, PNG, WebP or AVIF. */
const MAX_PHOTO_TEXT = 21_000_000

/** A picture as it is sent: JPEG, PNG, WebP or AVIF in base64. */
export const PhotoBody = named(
  'PhotoBody',
  z.strictObject({
    data: z.base64().min(1).max(MAX_PHOTO_TEXT),
    /** What it shows, for who does not see it; the product's name when left out. */
    alt: z.string().min(1).max(300).optional(),
  }),
)
