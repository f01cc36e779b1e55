import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CatalogError, issueText } from '../../src/catalog/errors.js'
import { photoName, PHOTO_WIDTHS, type Media, type StoredPhoto } from '../../src/catalog/ports/media.js'
import { openMedia } from '../../src/media/open-media.js'
import { claimPixels, drawPhoto } from '../support/draw-photo.js'

const ALL = ['avif', 'webp', 'jpeg'] as const

/** What people read when a photo is refused. */
async function refusalOf(keeping: Promise<unknown>): Promise<string> {
  const error = await keeping.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof CatalogError)) throw new Error('was not refused', { cause: error })
  const [issue] = error.issues
  return issue ? `${issue.path}: ${issueText(issue, 'en')}` : error.text('en')
}

describe('photos', () => {
  let folder: string
  let media: Media
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocop-photos-'))
    media = openMedia(join(folder, 'photos'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const nameOf = (photo: StoredPhoto): string => photoName(photo) ?? ''

  it('stand upright and have forgotten where they were taken', async () => {
    const upload = await sharp(await drawPhoto(600, 400))
      .withExif({ IFD0: { Copyright: 'Nguyễn Thị Hoa' }, IFD3: { GPSLatitude: '12/1 40/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(upload).metadata()).exif).toBeDefined()
    const kept = await media.keep(upload)
    expect([kept.width, kept.height]).toEqual([400, 600])
    for (const format of ALL) {
      const sent = await media.find(nameOf(kept), 320, [format])
      const { exif, orientation, width, height } = await sharp(sent?.body).metadata()
      expect([exif, orientation, width, height]).toEqual([undefined, undefined, 320, 480])
    }
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('are taken as %s', async (format) => {
    const upload = await sharp(await drawPhoto(500, 500))
      .toFormat(format)
      .toBuffer()
    expect(await media.keep(upload)).toMatchObject({ width: 500, height: 500 })
  })

  it('lie under a name that we chose, in no folder but their own', async () => {
    const { src } = await media.keep(await drawPhoto(500, 300))
    expect(src).toMatch(/^\/photos\/[a-z0-9]{24}\.jpg$/)
    expect(await media.find('../../../../../../etc/passwd', 320, ALL)).toBeNull()
    expect(await media.find('a'.repeat(24), 320, ALL)).toBeNull()
  })

  it('are made in each size once, never larger than they are, and found again after a restart', async () => {
    const kept = await media.keep(await drawPhoto(700, 500))
    const asked = await Promise.all([1, 2, 3, 4].map(() => media.find(nameOf(kept), 1280, ['webp'])))
    expect(new Set(asked.map((sent) => sent?.body)).size).toBe(1)
    expect((await sharp(asked[0]?.body).metadata()).width).toBe(700)
    const again = await openMedia(join(folder, 'photos')).find(nameOf(kept), 1280, ['webp'])
    expect(again?.body).toEqual(asked[0]?.body)
  })

  it('come at once as WebP to who takes AVIF too, and as AVIF from then on', async () => {
    const kept = await media.keep(await drawPhoto(700, 500))
    expect((await media.find(nameOf(kept), 480, ALL))?.type).toBe('image/webp')
    await expect.poll(async () => (await media.find(nameOf(kept), 480, ALL))?.type).toBe('image/avif')
  })

  it('are shrunk when a camera made them larger than any screen', async () => {
    const kept = await media.keep(await drawPhoto(5000, 2500))
    expect([kept.width, kept.height]).toEqual([2560, 1280])
  })

  it('can be deleted, in all sizes', async () => {
    const kept = await media.keep(await drawPhoto(300, 300))
    await media.find(nameOf(kept), 160, ['jpeg'])
    await media.remove(nameOf(kept))
    expect(await media.find(nameOf(kept), 160, ['jpeg'])).toBeNull()
    await media.remove(nameOf(kept))
  })

  const frames = Buffer.concat([0, 200].map((shade) => Buffer.alloc(300 * 300 * 3, shade)))
  const moving = () => sharp(frames, { raw: { width: 300, height: 600, channels: 3, pageHeight: 300 } })
  it.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['nothing', () => Buffer.alloc(0), /Missing/],
    ['a text', () => Buffer.from('chào'), /Not a picture/],
    [
      'a drawing that could hold scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /Not a picture/,
    ],
    ['a web page that begins like a picture', () => Buffer.from('\x89PNG\r\n<script>', 'latin1'), /Not a picture/],
    ['a moving GIF', () => moving().gif().toBuffer(), /stands still/],
    ['a moving WebP', () => moving().webp().toBuffer(), /stands still/],
    ['half a photo', async () => (await drawPhoto(800, 800)).subarray(0, 4000), /did not arrive whole/],
    ['a stamp', () => drawPhoto(120, 900), /at least 200 pixels/],
    ['a picture bomb', () => claimPixels(20_000, 20_000), /at most 50 million pixels/],
    [
      'a huge file',
      () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(16 * 1024 ** 2)]),
      /at most 15 MB/,
    ],
  ])('refuse %s and say why', async (_, upload, why) => {
    const before = await readdir(folder, { recursive: true })
    const refusal = await refusalOf(media.keep(await upload(), 'photos.2'))
    expect(refusal).toMatch(why)
    expect(refusal).toMatch(/^photos\.2: /)
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  })

  it('are refused as a whole when the folder cannot be written to', async () => {
    const file = join(folder, 'no-folder')
    await writeFile(file, '')
    expect(await refusalOf(openMedia(file).keep(await drawPhoto(300, 300)))).toMatch(/cannot be written/)
    const nowhere = openMedia('/proc/photos')
    expect(await refusalOf(nowhere.keep(await drawPhoto(300, 300)))).toMatch(/cannot be written/)
  })

  it('cannot be taken by a site without a folder, which says so', async () => {
    expect(await refusalOf(openMedia(null).keep(await drawPhoto(300, 300)))).toMatch(/no folder for photos/)
    expect(await openMedia(null).find('a'.repeat(24), PHOTO_WIDTHS[0], ALL)).toBeNull()
  })
})
