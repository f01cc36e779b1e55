import { fieldError } from '../catalog/errors.js'

/** Photos of phones take up to about ten megabytes. */
const MAX_UPLOAD_BYTES = 15 * 1024 ** 2
/** Decoding takes about four bytes for each. */
export const MAX_PIXELS = 50_000_000
/** Below, a photo looks poor on any phone. */
const MIN_SIDE = 200

const MEGA = 1_000_000

const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + text.length) === text

const isJpeg = (bytes: Buffer): boolean => startsWith(bytes, '\xff\xd8\xff')
const isPng = (bytes: Buffer): boolean => startsWith(bytes, '\x89PNG\r\n\x1a\n')
const isWebp = (bytes: Buffer): boolean => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)
const isAvif = (bytes: Buffer): boolean => startsWith(bytes, 'ftypavi', 4)

/** An animated PNG says so in a chunk before its picture, an AVIF sequence in its brand, a GIF by being one. */
const isAnimated = (bytes: Buffer): boolean =>
  startsWith(bytes, 'GIF8') ||
  startsWith(bytes, 'ftypavis', 4) ||
  (isPng(bytes) && bytes.subarray(0, Math.max(0, bytes.indexOf('IDAT'))).includes('acTL'))

/**
 * Looks at the first bytes of an upload, before any decoder does.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `field`.
 */
export function checkUpload(bytes: Buffer, field: string): void {
  if (bytes.length === 0) throw fieldError(field, 'required')
  if (bytes.length > MAX_UPLOAD_BYTES)
    throw fieldError(field, 'fileTooLarge', { maximum: Math.floor(MAX_UPLOAD_BYTES / 1024 ** 2) })
  if (isAnimated(bytes)) throw fieldError(field, 'pictureMoves')
  if (!isJpeg(bytes) && !isPng(bytes) && !isWebp(bytes) && !isAvif(bytes)) throw fieldError(field, 'notPicture')
}

/** What the head of a picture says of it. */
interface Measures {
  readonly width: number
  readonly height: number
  readonly pages?: number | undefined
}

/**
 * Looks at what the head of a picture says, before the picture itself is decoded.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `field`.
 */
export function checkMeasures({ width, height, pages = 1 }: Measures, field: string): void {
  if (pages > 1) throw fieldError(field, 'pictureMoves')
  if (width * height > MAX_PIXELS) throw fieldError(field, 'tooManyPixels', { maximum: MAX_PIXELS / MEGA })
  if (Math.min(width, height) < MIN_SIDE) throw fieldError(field, 'pictureTooSmall', { minimum: MIN_SIDE })
}
