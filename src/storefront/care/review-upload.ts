import { MAX_REVIEW_PHOTOS } from '../../catalog/care/review.js'
import type { Upload } from '../request/upload.js'

/** The photos that a review may bring. */
export const REVIEW_UPLOAD: Upload = { fields: ['photos'], maxFiles: MAX_REVIEW_PHOTOS, maxBytes: 10 * 1024 ** 2 }
