import type { Metadata, Sharp, SharpOptions } from 'sharp'
import { CatalogError } from '../catalog/errors.js'
import { MAX_PIXELS } from './check-upload.js'

/** What of sharp is used. */
export interface PictureTools {
  /** Reads what the head of a picture says, and no further, however many pixels it claims. */
  readonly measure: (bytes: Uint8Array) => Promise<Metadata>
  /** Opens a picture to be decoded. */
  readonly open: (bytes: Uint8Array) => Sharp
}

const OPTIONS: SharpOptions = { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }

let loading: Promise<PictureTools> | null = null

async function load(): Promise<PictureTools> {
  const { default: sharp } = await import('sharp')
  // One thread for each picture: how many are worked on at once is said in one place, by the queue.
  sharp.concurrency(1)
  sharp.cache(false)
  return {
    measure: (bytes) => sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata(),
    open: (bytes) => sharp(bytes, OPTIONS),
  }
}

/**
 * Loads sharp, which only shops with photos need.
 *
 * @throws {CatalogError} `PHOTOS_UNAVAILABLE` when it is not installed or does not run on this machine.
 */
export function loadSharp(): Promise<PictureTools> {
  loading ??= load().catch((cause: unknown) => {
    const details = {
      why: 'chưa cài được gói sharp; người quản trị hãy chạy: npm install sharp',
      whyEn: 'the package sharp is not installed; whoever runs the site installs it: npm install sharp',
    }
    throw new CatalogError('PHOTOS_UNAVAILABLE', { details, cause })
  })
  return loading
}
