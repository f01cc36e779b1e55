import { toReviewRow, toReviews } from '../../models/review-rows.js'
import { say } from '../../language.js'
import { formatCount } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { page } from '../../reply.js'
import { notFound } from '../../refusal.js'
import type { Handler } from '../../route.js'

const PAGE_SIZE = 20

/** All reviews of one product, by page. */
export const productReviews: Handler = (visit) => {
  const found = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  const reviews = found?.status === 'published' ? toReviews(found, visit, 0) : null
  if (!found || !reviews) throw notFound()
  const words = visit.messages.care.reviews
  const path = `/products/${found.slug}`
  const name = say(found.name, visit.language)
  const shown = visit.catalog.reviews.shownOf(found.id)
  const pageCount = Math.max(1, Math.ceil(shown.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const hrefOf = (number: number) => visit.links.to(`${path}/reviews`, { page: number > 1 ? number : null })
  const view = {
    name,
    backHref: visit.links.to(path),
    reviews: {
      rating: reviews.rating,
      more: null,
      rows: shown.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((review) => toReviewRow(review, visit)),
    },
    paging: toPaging(current, pageCount, hrefOf),
  }
  const title = words.listTitle(name.text)
  const head = { title: current > 1 ? `${title} (${formatCount(current, visit.language)})` : title }
  return page('care/reviews', { ...head, description: words.rule }, view, {
    trail: [
      { label: { text: visit.messages.browse.products, lang: null }, path: '/products' },
      { label: name, path },
      { label: { text: words.title, lang: null }, path: null },
    ],
  })
}
