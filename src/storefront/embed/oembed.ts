import type { Product } from '../../catalog/product.js'
import { json, type BodyReply } from '../reply.js'
import type { Handler } from '../route.js'
import { SHARE_SIZE } from '../share/share-picture.js'
import { sharePicturePath } from '../share/share-picture-path.js'
import type { Visit } from '../visit.js'
import { FOR_ALL_SITES } from './embed-headers.js'
import { toEmbedded } from './embedded-product.js'

/** The frame's size in CSS pixels where the page that asks wants no smaller one. */
const CARD = { width: 480, height: 180, leastWidth: 240, leastHeight: 140 } as const

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

/** The largest that is allowed, no larger than the card wants to be; null when it cannot be so small. */
function fit(asked: string | null, wanted: number, least: number): number | null {
  if (asked === null || !/^\d{1,5}$/.test(asked)) return wanted
  return Number(asked) < least ? null : Math.min(wanted, Number(asked))
}

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
  const width = fit(query.get('maxwidth'), CARD.width, CARD.leastWidth)
  const height = fit(query.get('maxheight'), CARD.height, CARD.leastHeight)
  if (width === null || height === null)
    return refused(404, `The card is at least ${CARD.leastWidth} by ${CARD.leastHeight} pixels.`)
  const { product, isEnglish } = found
  const visit: Visit = isEnglish ? { ...asked, language: 'en', messages: site.messages.en } : asked
  const { language } = visit
  const card = toEmbedded(product, visit)
  const frame = links.absolute(`/embed/cards/${product.slug}`, { lang: language === 'en' ? 'en' : null })
  return json(
    {
      version: '1.0',
      type: 'rich',
      title: card.name,
      ...(card.producer === null ? {} : { author_name: card.producer }),
      provider_name: site.name[language],
      provider_url: links.absolute('/'),
      cache_age: 3600,
      thumbnail_url: links.absolute(sharePicturePath(product, language)),
      thumbnail_width: SHARE_SIZE.width,
      thumbnail_height: SHARE_SIZE.height,
      html: `<iframe src="${escape(frame)}" title="${escape(`${card.name} · ${card.site}`)}" width="${width}" height="${height}" loading="lazy" frameborder="0"></iframe>`,
      width,
      height,
    },
    { headers: FOR_ALL_SITES, cacheControl: 'public, max-age=3600' },
  )
}
