import type { Product } from '../../catalog/product.js'
import { json, type BodyReply } from '../reply.js'
import type { Handler } from '../route.js'
import { SHARE_SIZE } from '../share/share-picture.js'
import { sharePicturePath } from '../share/share-picture-path.js'
import type { Visit } from '../visit.js'
import { FOR_ALL_SITES } from './embed-headers.js'
import { toEmbedded } from './embedded-product.js'

/**
 * The frame's size in CSS pixels where the page that asks wants no smaller one, and the least in which the card can be read;
 * for less there is a link. The narrower it is, the more lines it takes.
 */
const CARD = { width: 480, leastWidth: 240, leastHeight: 140 } as const
const HEIGHTS: readonly (readonly [from: number, height: number])[] = [
  [440, 250],
  [340, 290],
  [280, 340],
  [0, 420],
]

const heightFor = (width: number): number => HEIGHTS.find(([from]) => width >= from)?.[1] ?? 0

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The product whose page stands under an address of this shop, and the language that the address asks for; null for any other. */
function findByAddress(
  address: string,
  visit: Visit,
): { readonly product: Product; readonly isEnglish: boolean } | null {
  const start = visit.links.absolute('/products/')
  if (!URL.canParse(address)) return null
  const { origin, pathname, searchParams } = new URL(address)
  if (!(origin + pathname).startsWith(start)) return null
  const slug = (origin + pathname).slice(start.length)
  const product = visit.catalog.state.findBySlug('products', slug)
  return product?.status === 'published' ? { product, isEnglish: searchParams.get('lang') === 'en' } : null
}

/** The most that the page that asks can take; without bound when it does not say. */
const readMost = (asked: string | null): number =>
  asked !== null && /^\d{1,5}$/.test(asked) ? Number(asked) : Number.POSITIVE_INFINITY

const refused = (status: number, error: string): BodyReply =>
  json({ error }, { status, headers: FOR_ALL_SITES, cacheControl: 'no-cache' })

/**
 * oEmbed (oembed.com, 1.0): what another site shows where somebody pastes the address of a product.
 * `?url=https://…/products/ca-phe&maxwidth=400`; JSON only.
 */
export const oembed: Handler = (asked) => {
  const { query, links, site } = asked
  if ((query.get('format') ?? 'json') !== 'json') return refused(501, 'Only format=json is spoken here.')
  const found = findByAddress(query.get('url') ?? '', asked)
  if (!found) return refused(404, 'The address is not one of a product of this shop.')
  const [mostWidth, mostHeight] = [readMost(query.get('maxwidth')), readMost(query.get('maxheight'))]
  const { product, isEnglish } = found
  const visit: Visit = isEnglish ? { ...asked, language: 'en', messages: site.messages.en } : asked
  const { language } = visit
  const card = toEmbedded(product, visit)
  const frame = links.absolute(`/embed/cards/${product.slug}`, { lang: language === 'en' ? 'en' : null })
  const width = Math.min(CARD.width, mostWidth)
  const height = Math.min(heightFor(width), mostHeight)
  const { picture } = card
  const thumbnails = [
    { src: links.absolute(sharePicturePath(product, language)), ...SHARE_SIZE },
    { src: picture.src, width: picture.width, height: picture.height },
  ]
  const thumbnail = thumbnails.find((one) => one.width <= mostWidth && one.height <= mostHeight)
  const facts = {
    version: '1.0',
    title: card.name,
    ...(card.producer === null ? {} : { author_name: card.producer }),
    provider_name: site.name[language],
    provider_url: links.absolute('/'),
    cache_age: 3600,
    ...(thumbnail && {
      thumbnail_url: thumbnail.src,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  }
  const isTooSmall = width < CARD.leastWidth || height < CARD.leastHeight
  // Where no width is asked for the frame takes what there is, so that it fits a phone.
  const across = Number.isFinite(mostWidth) ? String(width) : '100%'
  const title = escape(`${card.name} · ${card.site}`)
  const html = `<iframe src="${escape(frame)}" title="${title}" width="${across}" height="${height}" loading="lazy" frameborder="0"></iframe>`
  return json(isTooSmall ? { type: 'link', ...facts } : { type: 'rich', ...facts, html, width, height }, {
    headers: FOR_ALL_SITES,
    cacheControl: 'public, max-age=3600',
  })
}
