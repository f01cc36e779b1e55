import { validityOf } from '../../../catalog/certificate.js'
import type { producerOperations } from '../../../api/operations/producer.js'
import { parsePeriod } from '../../../catalog/period.js'
import type { Product } from '../../../catalog/product.js'
import { shownCertificate } from '../../../catalog/standing.js'
import type { Visit } from '../../visit.js'
import { toQuestionPage, toReviewPage } from '../desk/moderation-answer.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { requireOwn } from '../require-own.js'
import { toCertificate, toElsewhere } from '../shop/product-answer.js'

type Part = Pick<typeof producerOperations, 'listOwnListings' | 'listOwnQuestions' | 'listOwnReviews'>

/** Before this day there was no OCOP programme, and no transaction. */
const BEGINNING = '2018-01-01'

function toStanding(product: Product, visit: Visit) {
  const { catalog } = visit
  const today = catalog.today()
  const shown = shownCertificate(catalog.state.certificatesOf(product.id), today)?.certificate
  const period = parsePeriod(`${BEGINNING}..${today}`)
  const counts = catalog.transactions({ period, province: null, mode: 'asNow', productId: product.id }).byPlatform
  return {
    product: { id: product.id, slug: product.slug, name: product.name.vi },
    certificate: toCertificate(product, visit),
    expiresOn: (shown && validityOf(shown)?.until.earliest) ?? null,
    elsewhere: toElsewhere(product, visit),
    transactions: counts.map(({ platformId, transactions }) => ({ platformId, transactions })),
    findings: catalog.links.findingsOf(product).map(({ finding, platform }) => ({ platformId: platform.id, finding })),
  }
}

/** Where the key's producer stands, and what shoppers say to it. */
export const standingHandlers: HandlersOf<Part> = {
  listOwnListings: (call) => {
    requireOwn(call, 'catalog.view')
    const products = call.visit.catalog.state
      .productsOf(call.producerId as never)
      .filter(({ status }) => status === 'published')
    const { entries, next } = takePage(products, call.query)
    return { body: { next, products: entries.map((product) => toStanding(product, call.visit)) } }
  },

  listOwnQuestions: ({ actor, producerId, query, visit }) =>
    toQuestionPage(
      visit.catalog.questions
        .list(actor)
        .filter((one) => one.producerId === producerId && (one.status === 'waiting' || one.status === 'answered')),
      query,
    ),

  listOwnReviews: ({ actor, producerId, query, visit }) =>
    toReviewPage(
      visit.catalog.reviews.list(actor).filter((one) => one.producerId === producerId && one.status === 'shown'),
      query,
      visit,
    ),
}
