import { showsIllustration, toProductCard } from '../models/product-card.js'
import { page, redirect } from '../reply.js'
import type { Handler } from '../route.js'
import type { SetCookie } from '../cookies/cookies.js'
import { insidePath } from '../inside.js'
import type { Visit } from '../visit.js'
import { COMPARED } from './product/compare.js'

const YEAR = 365 * 24 * 3600
/** As many as a cookie holds with room to spare. */
const MOST = 40

/** The slugs that a device keeps, the newest first. What is no published product any more is left out. */
const wished = (visit: Visit): string[] =>
  (visit.cookies.get('wishes') ?? '')
    .split('.')
    .filter((slug) => visit.catalog.state.findBySlug('products', slug)?.status === 'published')
    .slice(0, MOST)

/** Readable: a page's script marks the products that are on the list. */
const keep = (slugs: readonly string[]): SetCookie => ({
  name: 'wishes',
  value: slugs.length > 0 ? slugs.slice(0, MOST).join('.') : null,
  maxAge: YEAR,
  readable: true,
})

/** The way to see two saved products side by side, as many as the comparison holds; null for fewer. */
function toComparison(slugs: readonly string[], { links, messages: { find } }: Visit) {
  const newest = slugs.slice(0, COMPARED)
  if (newest.length < COMPARED) return null
  const text = slugs.length > COMPARED ? find.compareNewest : find.compareSaved
  return { text, href: links.to('/compare', { p: newest }) }
}

/** What the shopper has put aside on this device. */
export const wishList: Handler = (visit) => {
  const { find } = visit.messages
  const slugs = wished(visit)
  const cards = slugs.flatMap((slug) => {
    const product = visit.catalog.state.findBySlug('products', slug)
    return product ? [{ slug, ...toProductCard(product, visit) }] : []
  })
  return page(
    'shop/wish-list',
    { title: find.wishList },
    { cards, comparison: toComparison(slugs, visit) },
    {
      personal: true,
      illustrative: showsIllustration(cards),
    },
  )
}

/** Puts a product on the list, or takes it off. */
export const postWish: Handler = (visit) => {
  const { form } = visit
  const slug = form.get('slug') ?? ''
  const others = wished(visit).filter((kept) => kept !== slug)
  const isKnown = visit.catalog.state.findBySlug('products', slug)?.status === 'published'
  const next = form.get('action') === 'remove' || !isKnown ? others : [slug, ...others]
  return redirect(visit.links.to(insidePath(form.get('back'), '/wishlist')), { cookies: [keep(next)] })
}
