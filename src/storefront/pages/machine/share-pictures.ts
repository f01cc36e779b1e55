import type { Product } from '../../../catalog/product.js'
import { photoName } from '../../../catalog/ports/media.js'
import { say } from '../../language.js'
import { toShortPlace } from '../../models/place-words.js'
import { toRecognition } from '../../models/recognition.js'
import { notFound } from '../../refusal.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { drawSharePicture, type ShareCard } from '../../share/share-picture.js'
import { coverPath } from '../../cover/cover-path.js'
import { FOR_ALL_SITES } from '../../embed/embed-headers.js'
import type { Visit } from '../../visit.js'

const DAY = 24 * 3600

async function pictureOf(product: Product, visit: Visit): Promise<ShareCard['picture']> {
  const [photo] = product.photos
  const name = photo ? photoName(photo) : null
  const sent = name === null ? null : await visit.catalog.media.find(name, 640, ['jpeg'])
  if (!sent) return { svg: visit.site.drawCover(product) }
  return { href: `data:${sent.type};base64,${Buffer.from(sent.body).toString('base64')}` }
}

async function toCard(product: Product, visit: Visit): Promise<ShareCard> {
  const recognition = toRecognition(product, visit)
  const isGood = recognition?.tone === 'good' && recognition.stars !== null
  return {
    name: say(product.name, visit.language).text,
    place: toShortPlace(product.place ?? product.origin, visit),
    stars: isGood ? recognition.stars : null,
    starWords: isGood ? `OCOP ${visit.messages.browse.starCount(String(recognition.stars))}` : '',
    siteName: visit.site.name[visit.language],
    picture: await pictureOf(product, visit),
  }
}

/** The picture beside a shared link to a product; the drawn cover where pictures cannot be made. */
export const sharePicture: Handler = async (visit) => {
  const product = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  if (product?.status !== 'published') throw notFound()
  const png = await visit.catalog.media.drawPng(drawSharePicture(await toCard(product, visit)))
  if (!png) return redirect(visit.links.to(coverPath(product)), { status: 302 })
  return {
    kind: 'body',
    type: 'image/png',
    body: Buffer.from(png),
    cacheControl: `public, max-age=${DAY}`,
    headers: FOR_ALL_SITES,
  }
}
