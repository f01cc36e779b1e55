import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { CatalogError } from '../catalog/errors.js'
import {
  isPhotoName,
  photoSrc,
  type Media,
  type PhotoFormat,
  type PhotoWidth,
  type SentPhoto,
  type StoredPhoto,
} from '../catalog/ports/media.js'
import { checkUpload } from './check-upload.js'
import { toPng } from './draw-png.js'
import { toOriginal, toSize } from './draw-sizes.js'
import { loadSharp } from './load-sharp.js'
import { PhotoFolder } from './photo-folder.js'
import { Queue } from './queue.js'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const NAME_LENGTH = 24
const MOST_WAITING = 200

const newName = (): string => Array.from({ length: NAME_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

const noDisk = (cause: unknown): CatalogError =>
  new CatalogError('PHOTOS_UNAVAILABLE', {
    details: { why: 'không ghi được vào thư mục ảnh', whyEn: 'the folder of photos cannot be written to' },
    cause,
  })

/** One processor is left to the shop while pictures are made. */
const createQueue = (): Queue => new Queue(Math.max(1, Math.min(4, availableParallelism() - 1)), MOST_WAITING)

async function drawPng(svg: string, queue: Queue): Promise<Buffer | null> {
  const tools = await loadSharp().catch(() => null)
  return tools && queue.run(() => toPng(tools, svg))
}

/** Photos in a folder of the site. */
class FolderMedia implements Media {
  readonly #queue = createQueue()
  readonly #making = new Map<string, Promise<Buffer>>()

  constructor(private readonly folder: PhotoFolder) {}

  async keep(upload: Uint8Array, field = 'photo'): Promise<StoredPhoto> {
    const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength)
    checkUpload(bytes, field)
    const tools = await loadSharp()
    const original = await this.#queue.run(() => toOriginal(tools, bytes, field))
    const name = newName()
    await this.folder.writeOriginal(name, original.bytes).catch((error: unknown) => Promise.reject(noDisk(error)))
    return { src: photoSrc(name), width: original.width, height: original.height }
  }

  async find(name: string, width: PhotoWidth, formats: readonly PhotoFormat[]): Promise<SentPhoto | null> {
    if (!isPhotoName(name)) return null
    for (const format of formats) {
      const body = await this.folder.readSize(name, width, format)
      if (!body) continue
      const [best] = formats
      if (best && format !== best) this.#make(name, width, best).catch(() => undefined)
      return { body, type: `image/${format}` }
    }
    const original = await this.folder.readOriginal(name)
    if (!original) return null
    // AVIF takes ten times as long as WebP: whoever asks first does not wait for it.
    const quick = formats.find((format) => format !== 'avif') ?? 'avif'
    try {
      return { body: await this.#make(name, width, quick), type: `image/${quick}` }
    } catch (error) {
      // Without sharp, what was kept is shown as it is.
      const isOriginalRead = formats.includes('webp') && error instanceof CatalogError
      if (isOriginalRead) return { body: original, type: 'image/webp' }
      throw error
    }
  }

  drawPng(svg: string): Promise<Buffer | null> {
    return drawPng(svg, this.#queue)
  }

  async remove(name: string): Promise<void> {
    if (isPhotoName(name)) await this.folder.remove(name)
  }

  /** Makes a size once, however many ask for it meanwhile. */
  #make(name: string, width: PhotoWidth, format: PhotoFormat): Promise<Buffer> {
    const key = `${name} ${width} ${format}`
    const making = this.#making.get(key) ?? this.#draw(name, width, format).finally(() => this.#making.delete(key))
    this.#making.set(key, making)
    return making
  }

  async #draw(name: string, width: PhotoWidth, format: PhotoFormat): Promise<Buffer> {
    const tools = await loadSharp()
    return this.#queue.run(async () => {
      const original = await this.folder.readOriginal(name)
      if (!original) throw new CatalogError('NOT_FOUND', { details: { what: 'photo', id: name } })
      const body = await toSize(tools, original, width, format)
      // A full disk is no reason not to show the picture.
      await this.folder.writeSize(name, width, format, body).catch(() => undefined)
      return body
    })
  }
}

const NOWHERE = { why: 'trang này chưa có thư mục ảnh', whyEn: 'this site has no folder for photos' }

/** For a site without a folder: it takes no photos and has none. */
const createNoMedia = (queue: Queue): Media => ({
  drawPng: (svg) => drawPng(svg, queue),
  keep: () => Promise.reject(new CatalogError('PHOTOS_UNAVAILABLE', { details: NOWHERE })),
  find: () => Promise.resolve(null),
  remove: () => Promise.resolve(),
})

/** Opens the folder of photos, which is made with the first photo. Several processes may share it. */
export const openMedia = (folder: string | null): Media =>
  folder === null ? createNoMedia(createQueue()) : new FolderMedia(new PhotoFolder(folder))
