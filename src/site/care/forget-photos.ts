import { photoName, type Media } from '../../catalog/ports/media.js'

type Kept = Parameters<typeof photoName>[0]

/**
 * Deletes the photos that a record has no longer. To be called once the record is kept without them: a disk that refuses
 * then undoes nothing.
 */
export async function forgetPhotos(before: readonly Kept[], after: readonly Kept[], media: Media): Promise<void> {
  const kept = new Set(after.map(({ src }) => src))
  const gone = before.filter(({ src }) => !kept.has(src)).flatMap((photo) => photoName(photo) ?? [])
  await Promise.allSettled(gone.map((name) => media.remove(name)))
}
