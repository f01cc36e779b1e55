import type { RequestHandler } from 'express'
import {
  PHOTO_FORMATS,
  PHOTO_WIDTHS,
  photoName,
  type Media,
  type PhotoFormat,
  type PhotoWidth,
} from '../catalog/ports/media.js'
import type { Photo } from '../catalog/product.js'

/** The width of a photo where one address has to do: in facts for search engines and for programs. */
const SINGLE_WIDTH: PhotoWidth = 1280
/** A file of `/photos`: its name, its width, and its format when the address names one. */
const FILE = /^\/([a-z0-9]{24})(?:-(\d{3,4}))?(?:\.(avif|webp|jpg))?$/

/** The path of a photo within the shop, in one size. */
export const photoPath = ({ src }: Pick<Photo, 'src'>): string => (src.startsWith('/') ? src : `/${src}`)

/** Paths of a photo in the widths that it has, each with its width; empty for one that lies elsewhere. */
export function photoSizes(photo: Photo): { readonly path: string; readonly width: number }[] {
  const name = photoName(photo)
  if (name === null) return []
  const smaller = PHOTO_WIDTHS.filter((width) => width < photo.width)
  const whole = PHOTO_WIDTHS.find((width) => width >= photo.width)
  return [...smaller, ...(whole === undefined ? [] : [whole])].map((width) => ({
    path: `/photos/${name}-${width}`,
    width: Math.min(width, photo.width),
  }))
}

function formatsFor(ending: string | undefined, accept: string): readonly PhotoFormat[] {
  if (ending !== undefined) return [ending === 'jpg' ? 'jpeg' : (ending as PhotoFormat)]
  return PHOTO_FORMATS.filter((format) => format === 'jpeg' || accept.includes(`image/${format}`))
}

/**
 * Sends photos under `/photos`. What lies under an address never changes; in which format it comes, the browser says
 * (`Accept`), unless the address ends in one.
 */
export const servePhotos =
  (media: Media): RequestHandler =>
  async (request, response, next) => {
    const [, name, digits, ending] = FILE.exec(request.path) ?? []
    const width = digits === undefined ? SINGLE_WIDTH : PHOTO_WIDTHS.find((known) => String(known) === digits)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const photo =
      name !== undefined && width !== undefined && isRead
        ? await media.find(name, width, formatsFor(ending, request.get('accept') ?? ''))
        : null
    if (!photo) {
      next()
      return
    }
    if (ending === undefined) response.vary('accept')
    response.set('cache-control', 'public, max-age=31536000, immutable')
    // Cards on other sites show it.
    response.set('cross-origin-resource-policy', 'cross-origin')
    response.type(photo.type).send(Buffer.from(photo.body.buffer, photo.body.byteOffset, photo.body.byteLength))
  }
