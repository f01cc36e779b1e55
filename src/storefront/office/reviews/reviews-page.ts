import type { Review } from '../../../catalog/care/review.js'
import { CatalogError } from '../../../catalog/errors.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatInstant } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const PAGE_SIZE = 50
const PATH = '/office/reviews'

const idOf = (visit: Visit): string => visit.params['id'] ?? ''

function toRow(review: Review, visit: Visit) {
  const words = visit.messages.office.reviews
  const { id, status, hiding } = review
  const product = visit.catalog.state.get('products', review.productId)
  return {
    field: `reason-${id}`,
    product: product.name.vi,
    href: visit.links.to(`/products/${product.slug}`),
    rating: words.rating(review.rating),
    text: review.text ?? '',
    author: review.author ?? visit.messages.care.reviews.anonymous,
    at: formatInstant(review.editedAt ?? review.writtenAt),
    status,
    hidden: status === 'hidden' && hiding ? words.hidden(formatInstant(hiding.at), hiding.reason) : null,
    hide: visit.links.to(`${PATH}/${id}/hide`),
    show: visit.links.to(`${PATH}/${id}/show`),
    typed: idOf(visit) === id ? (visit.form.get('reason') ?? '') : '',
  }
}

function reviewsPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const all = visit.catalog.reviews.list(personOf(visit))
  const pageCount = Math.max(1, Math.ceil(all.length / PAGE_SIZE))
  const at = all.findIndex(({ id }) => id === idOf(visit))
  const current = at < 0 ? readPage(visit.query, pageCount) : Math.floor(at / PAGE_SIZE) + 1
  const view = {
    ...problems,
    rows: all.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((review) => toRow(review, visit)),
    paging: toPaging(current, pageCount, (number) => visit.links.to(PATH, { page: number })),
  }
  return page('office/reviews/list', { title: visit.messages.office.reviews.title }, view, { status: problems.status })
}

/** What buyers said of products within reach, the newest first. */
export const reviews: Handler = (visit) => reviewsPage(visit)

/** Issues stand at the field of the review that they are about. */
function byField(error: unknown, id: string): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => ({ ...issue, path: `reason-${id}` }))
  return new CatalogError(error.code, { issues, details: error.details })
}

export const postHide: Handler = async (visit) => {
  const id = idOf(visit)
  try {
    await visit.catalog.reviews.hide(personOf(visit), id, singleField(visit.form, 'reason').trim())
    return redirect(visit.links.to(PATH))
  } catch (error) {
    const labels = { [`reason-${id}`]: visit.messages.office.reviews.reason }
    return reviewsPage(visit, toFormProblems(byField(error, id), labels, visit))
  }
}

export const postShow: Handler = async (visit) => {
  try {
    await visit.catalog.reviews.show(personOf(visit), idOf(visit))
    return redirect(visit.links.to(PATH))
  } catch (error) {
    return reviewsPage(visit, toFormProblems(error, {}, visit))
  }
}
