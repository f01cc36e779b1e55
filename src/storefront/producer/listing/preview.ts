import { nextContent } from '../../../desk/approve.js'
import { Product } from '../../../catalog/product.js'
import type { Submission } from '../../../catalog/submission.js'
import { toProductView } from '../../pages/product/product.js'
import { page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'
import { stepPath, submissionOf } from './steps.js'

/** The draft as the product that it would become; null while there is too little to show. */
function toProduct(submission: Submission, visit: Visit): Product | null {
  const published = visit.catalog.state.find('products', submission.productId)
  const content = nextContent(submission, published)
  const place = visit.catalog.state.find('producers', submission.producerId)?.place
  const parsed = Product.safeParse({
    id: submission.productId,
    version: 1,
    slug: published?.slug ?? 'ban-xem-truoc',
    status: 'published',
    producerId: submission.producerId,
    ...content,
    name: content.name ?? { vi: visit.messages.listing.untitled },
    origin: content.origin ?? place,
    variants: content.variants
      .filter(({ packSize }) => packSize !== undefined)
      .map(({ sku, name, packSize, price, gtin }) => ({ sku, name, packSize, price, gtin })),
    changedAt: submission.changedAt,
  })
  return parsed.success ? parsed.data : null
}

/** What the page will say once the office has compared the claim with the decision; null without one. */
function claimWords({ certificate: claim }: Submission, { messages }: Visit): string | null {
  return claim ? messages.listing.claimedCertificate(claim.stars, claim.decisionNumber ?? null) : null
}

/** The product's page as shoppers would see it, for its producer alone. */
export const preview: Handler = (visit) => {
  const submission = submissionOf(visit)
  const product = toProduct(submission, visit)
  if (!product) return redirect(visit.links.to(stepPath(submission, 'label')))
  const stocks = new Map(submission.content.variants.map(({ sku, stock }) => [sku as string, stock ?? null]))
  const shownStock = (sku: string): number | null => visit.shownStock(sku) ?? stocks.get(sku) ?? null
  const trail = [
    { label: { text: visit.messages.listing.backToCheck, lang: null }, path: stepPath(submission, 'check') },
    { label: { text: visit.messages.listing.previewNotice, lang: null }, path: null },
  ]
  const view = { ...toProductView(product, { ...visit, shownStock }), claim: claimWords(submission, visit) }
  return page('shop/product', { title: product.name.vi, noIndex: true }, view, { trail, personal: true })
}
