import type { Photo } from '../product.js'

/** Widths in which photos are shown, in CSS pixels times the screen's density. */
export const PHOTO_WIDTHS = [160, 320, 480, 640, 960, 1280, 1920] as const
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number]

/** Smallest first: a browser gets the first that it reads. */
export const PHOTO_FORMATS = ['avif', 'webp', 'jpeg'] as const
export type PhotoFormat = (typeof PHOTO_FORMATS)[number]

/** A photo as it is kept: what a {@link Photo} needs but the words that stand for it. */
export type StoredPhoto = Omit<Photo, 'alt'>

/** A photo as it is sent. */
export interface SentPhoto {
  readonly body: Uint8Array
  readonly type: `image/${PhotoFormat}`
}

/** Where photos lie: they are taken in once, turned upright, without what the camera noted, and shown in many sizes. */
export interface Media {
  /**
   * Takes a photo in: JPEG, PNG, WebP or AVIF, one picture.
   *
   * @param field - Names the upload in errors; `photo` when left out.
   * @throws {CatalogError} `INVALID_INPUT` when it is no such picture, too large or too small; `PHOTOS_UNAVAILABLE`
   * without the package sharp, without a folder, or when the disk refuses.
   */
  keep(upload: Uint8Array, field?: string): Promise<StoredPhoto>

  /**
   * A photo in a width that pages use, never larger than it is. With several formats the first counts that is ready; the
   * best is then made for the next time.
   *
   * @param name - As in its `src`: `/photos/<name>.jpg`.
   * @returns null when there is no such photo.
   * @throws {CatalogError} `PHOTOS_UNAVAILABLE` when too many are waiting to be made.
   */
  find(name: string, width: PhotoWidth, formats: readonly PhotoFormat[]): Promise<SentPhoto | null>

  /**
   * Draws an SVG of our own making, never of anyone else's, as a PNG.
   *
   * @returns null without the package sharp, or without letters for Vietnamese on this machine.
   * @throws {CatalogError} `PHOTOS_UNAVAILABLE` when too many are waiting to be made.
   */
  drawPng(svg: string): Promise<Uint8Array | null>

  /** Deletes a photo in all its sizes. What is not there stays so. */
  remove(name: string): Promise<void>
}

const SRC = /^\/?photos\/([a-z0-9]{24})\.jpg$/

/** The name under which media keep a photo; null for a picture that lies elsewhere. */
export const photoName = ({ src }: Pick<Photo, 'src'>): string | null => SRC.exec(src)?.[1] ?? null

export const isPhotoName = (name: string): boolean => /^[a-z0-9]{24}$/.test(name)

export const photoSrc = (name: string): string => `/photos/${name}.jpg`
