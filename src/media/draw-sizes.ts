import type { Sharp } from 'sharp'
import { fieldError } from '../catalog/errors.js'
import type { PhotoFormat, PhotoWidth } from '../catalog/ports/media.js'
import { checkMeasures } from './check-upload.js'
import type { PictureTools } from './load-sharp.js'

/** The longest side of a photo as it is kept: twice what the largest screen shows of it. */
const LONGEST_SIDE = 2560
const KEPT_QUALITY = 90

const encode: Readonly<Record<PhotoFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 50, effort: 3 }),
  webp: (picture) => picture.webp({ quality: 76 }),
  jpeg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 78, progressive: true, mozjpeg: true }),
}

/** A picture as it is kept. */
export interface Original {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/**
 * Makes of an upload what is kept: upright, in sRGB, without the camera's notes (where it was taken, by whom), as WebP.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `field` when it cannot be read to its end, or is too large or too small.
 */
export async function toOriginal({ measure, open }: PictureTools, upload: Buffer, field: string): Promise<Original> {
  const broken = () => fieldError(field, 'pictureBroken')
  const measures = await measure(upload).catch(() => Promise.reject(broken()))
  checkMeasures(measures, field)
  const { data, info } = await open(upload)
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: KEPT_QUALITY })
    .toBuffer({ resolveWithObject: true })
    .catch(() => Promise.reject(broken()))
  return { bytes: data, width: info.width, height: info.height }
}

/** One size of a kept photo; never larger than the photo is. */
export const toSize = (
  { open }: PictureTools,
  original: Buffer,
  width: PhotoWidth,
  format: PhotoFormat,
): Promise<Buffer> => encode[format](open(original).resize({ width, withoutEnlargement: true })).toBuffer()
