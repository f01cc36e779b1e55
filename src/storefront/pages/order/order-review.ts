import { CatalogError, fieldError } from '../../../catalog/errors.js'
import type { Order, OrderLine } from '../../../catalog/order.js'
import type { Photo } from '../../../catalog/product.js'
import { MAX_REVIEW_PHOTOS, type Review } from '../../../catalog/care/review.js'
import { keepPhotos } from '../../care/keep-photos.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { toReviewRow } from '../../models/review-rows.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { lineName, lineTitle } from '../../shopping/line-name.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'
import { lookupPage } from './order-lookup.js'

/** The order of the address with the line that is reviewed. */
interface Reviewed {
  readonly order: Order
  readonly line: OrderLine
  readonly isDelivered: boolean
  readonly review: Review | null
  readonly proof: { readonly code: string; readonly phone: string; readonly sku: string }
}

async function openLine(visit: Visit): Promise<Reviewed | null> {
  const known = await openKnownOrder(visit)
  if (!known) return null
  const { order, phone } = known
  const sku = visit.params.sku ?? ''
  const share = order.fulfillments.find(({ lines }) => lines.some((line) => line.sku === sku))
  const line = share?.lines.find((one) => one.sku === sku)
  if (!share || !line) throw notFound()
  return {
    order,
    line,
    isDelivered: share.status === 'delivered',
    review: visit.catalog.reviews.find(order.id, sku),
    proof: { code: order.code, phone, sku },
  }
}

interface Typed {
  readonly rating: string
  readonly text: string
  readonly keepPhotos: boolean
}

function formPage(reviewed: Reviewed, typed: Typed, visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.care.reviews
  const { order, line, review, isDelivered } = reviewed
  const product = visit.catalog.state.find('products', line.productId)
  const isShown = review !== null && review.status !== 'withdrawn'
  const path = `/orders/${order.code}/reviews/${line.sku}`
  const view = {
    ...problems,
    ...lineName(line, visit),
    typed,
    choices: words.words.map((word, index) => ({ value: String(index + 1), word })).toReversed(),
    action: visit.links.to(path),
    withdrawHref: visit.links.to(`${path}/withdraw`),
    productHref: product?.status === 'published' ? visit.links.to(`/products/${product.slug}`, {}) : null,
    isDelivered,
    isShown,
    photos: isShown ? toReviewRow(review, visit).photos : [],
    hidden: review?.status === 'hidden' ? words.form.hidden(review.hiding?.reason ?? '') : null,
    isSent: visit.query.has('sent'),
    isWithdrawn: visit.query.has('withdrawn'),
  }
  const title = words.form.title(lineTitle(line, visit))
  return page(
    'care/review',
    { title: problems.status >= 400 ? visit.messages.trade.checkout.errorTitle(title) : title },
    view,
    {
      personal: true,
      status: problems.status,
      trail: [
        { label: { text: visit.messages.trade.orders.lookup, lang: null }, path: '/orders' },
        { label: { text: order.code, lang: null }, path: `/orders/${order.code}` },
        { label: { text: words.form.write, lang: null }, path: null },
      ],
    },
  )
}

const typedOf = (review: Review | null): Typed =>
  review && review.status !== 'withdrawn'
    ? { rating: String(review.rating), text: review.text ?? '', keepPhotos: true }
    : { rating: '', text: '', keepPhotos: false }

/** The form to review one line of an order, with the review there is. */
export const orderReview: Handler = async (visit) => {
  const reviewed = await openLine(visit)
  return reviewed ? formPage(reviewed, typedOf(reviewed.review), visit) : lookupPage(visit)
}

/** Photos sent now, otherwise those sent before when they are to stay. @throws {CatalogError} `INVALID_INPUT` at `photos`. */
async function readPhotos({ review, line }: Reviewed, typed: Typed, visit: Visit): Promise<Photo[]> {
  const sent = visit.files.filter(({ field }) => field === 'photos')
  if (sent.length === 0) return typed.keepPhotos ? [...(review?.photos ?? [])] : []
  if (sent.length > MAX_REVIEW_PHOTOS) throw fieldError('photos', 'tooMany', { maximum: MAX_REVIEW_PHOTOS })
  const alt = { vi: visit.messages.care.reviews.photo(line.name) }
  return (await keepPhotos(sent, visit.catalog.media)).map((kept) => ({ ...kept, alt }))
}

export const postOrderReview: Handler = async (visit) => {
  const reviewed = await openLine(visit)
  if (!reviewed) return lookupPage(visit)
  const { form } = visit
  const typed: Typed = {
    rating: singleField(form, 'rating'),
    text: singleField(form, 'text'),
    keepPhotos: singleField(form, 'keepPhotos') !== '',
  }
  try {
    if (!reviewed.isDelivered) throw new CatalogError('NOT_DELIVERED')
    if (typed.rating === '') throw fieldError('rating', 'notChosen')
    const photos = await readPhotos(reviewed, typed, visit)
    const rating = /^[1-5]$/.test(typed.rating) ? Number(typed.rating) : NaN
    await visit.catalog.reviews.write(reviewed.proof, { rating, text: typed.text, photos })
    return redirect(visit.links.to(`/orders/${reviewed.order.code}/reviews/${reviewed.line.sku}`, { sent: 1 }))
  } catch (error) {
    const { rating, text, photos } = visit.messages.care.reviews.form
    return formPage(reviewed, typed, visit, toFormProblems(error, { rating, text, photos }, visit))
  }
}

export const postWithdrawReview: Handler = async (visit) => {
  const reviewed = await openLine(visit)
  if (!reviewed) return lookupPage(visit)
  await visit.catalog.reviews.withdraw(reviewed.proof)
  return redirect(visit.links.to(`/orders/${reviewed.order.code}/reviews/${reviewed.line.sku}`, { withdrawn: 1 }))
}
