import type { Media, StoredPhoto } from '../../catalog/ports/media.js'
import { forgetPhotos } from '../../site/care/forget-photos.js'

/** A picture as it was sent, and the field at which it is refused. */
interface Sent {
  readonly bytes: Buffer
  readonly field: string
}

/**
 * Keeps pictures in the order in which they came, all of them or none.
 *
 * @throws {CatalogError} `INVALID_INPUT` at the field of the one that is at fault; `PHOTOS_UNAVAILABLE`.
 */
export async function keepPhotos(sent: readonly Sent[], media: Media): Promise<StoredPhoto[]> {
  const kept: StoredPhoto[] = []
  try {
    for (const { bytes, field } of sent) kept.push(await media.keep(bytes, field))
    return kept
  } catch (error) {
    await forgetPhotos(kept, [], media)
    throw error
  }
}
