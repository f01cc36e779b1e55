import type { Actor } from '../../access/actor.js'
import { ratingOf, isShown, type Rating } from '../../care/rating.js'
import { shortName } from '../../care/short-name.js'
import { dayAt, toInstant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import type { Media } from '../../catalog/ports/media.js'
import { parse } from '../../catalog/parse.js'
import type { Photo } from '../../catalog/product.js'
import { Rating as RatingSchema, type Review } from '../../catalog/care/review.js'
import { without } from '../../catalog/without.js'
import type { SiteContext } from '../context.js'
import { forgetPhotos } from './forget-photos.js'
import { Reaches, toDoer } from '../reaches.js'
import { trail } from '../trail.js'

/** What a buyer says of one line of an order. */
export interface ReviewInput {
  readonly rating: number
  readonly text?: string | undefined
  readonly photos?: readonly Photo[]
}

/** The line of an order that a review is about, opened by the order's code and the phone number. */
export interface ReviewProof {
  readonly code: string
  readonly phone: string
  readonly sku: string
}

type FindOrder = (code: string, phone: string) => Promise<Order | null>

/** What those who received a product say of it. */
export class Reviews {
  readonly #reaches: Reaches

  constructor(
    private readonly site: SiteContext,
    private readonly findOrder: FindOrder,
    private readonly media: Media,
  ) {
    this.#reaches = new Reaches(site)
  }

  /** What the public sees of a product's reviews, the newest first. */
  shownOf(productId: string): readonly Review[] {
    return this.site.state.listBy('reviews', 'product', productId).filter(isShown).toReversed()
  }

  /** The mean and count for a product; null when nobody reviewed it. */
  ratingOf(productId: string): Rating | null {
    return ratingOf(this.site.state.listBy('reviews', 'product', productId))
  }

  /** The review of a line of an order, withdrawn ones too. */
  find(orderId: string, sku: string): Review | null {
    return this.site.state.findHolder('reviews', 'line', `${orderId} ${sku}`)
  }

  /** The reviews within an actor's reach, the newest first. */
  list(actor: Actor): readonly Review[] {
    const isReached = this.#reaches.withinReach(actor, 'catalog.view')
    return this.site.state
      .all('reviews')
      .filter(({ producerId }) => isReached(producerId))
      .toReversed()
  }

  /**
   * Writes the review of a line that was delivered, or changes the one there is. What the office hid stays hidden; photos
   * that the new one leaves out are deleted, and so are new ones of a review that is refused.
   *
   * @throws {CatalogError} `NOT_FOUND` for another's order or a line that it lacks; `NOT_DELIVERED`; `INVALID_INPUT`.
   */
  async write(proof: ReviewProof, { rating, text = '', photos = [] }: ReviewInput): Promise<Review> {
    let known: readonly Photo[] | null = null
    const plan = async () => {
      const { order, share, line } = await this.#line(proof)
      known = this.find(order.id, line.sku)?.photos ?? []
      const arrival = share.history.findLast(({ status }) => status === 'delivered')
      if (share.status !== 'delivered' || !arrival) throw new CatalogError('NOT_DELIVERED')
      const before = this.find(order.id, line.sku)
      const now = toInstant(this.site.now())
      const review = this.site.draft('reviews', {
        ...(before ? without(before, 'text') : {}),
        id: before?.id ?? this.site.newId(),
        orderId: order.id,
        sku: line.sku,
        productId: line.productId,
        producerId: share.producerId,
        rating: parse(RatingSchema, rating),
        ...(text.trim() === '' ? {} : { text }),
        photos: [...photos],
        author: shortName(order.recipient.name),
        receivedOn: dayAt(arrival.at),
        writtenAt: before?.writtenAt ?? now,
        ...(before ? { editedAt: now } : {}),
        status: before?.status === 'hidden' ? 'hidden' : 'shown',
      })
      return { commit: { puts: [this.site.put('reviews', review)] }, result: { before, review } }
    }
    const { before, review } = await this.site.change(plan).catch(async (error: unknown) => {
      // What may have been kept all the same keeps its photos.
      const isRefused = error instanceof CatalogError && error.status < 500
      if (known && isRefused) await forgetPhotos(photos, known, this.media)
      throw error
    })
    await forgetPhotos(before?.photos ?? [], review.photos, this.media)
    return review
  }

  /** Takes the own review back, and its photos for good. @throws {CatalogError} `NOT_FOUND` */
  async withdraw(proof: ReviewProof): Promise<Review> {
    const { before, review } = await this.site.change(async () => {
      const { order, line } = await this.#line(proof)
      const before = this.find(order.id, line.sku)
      if (!before) throw notFound('review', line.sku)
      const review = this.site.draft('reviews', { ...before, photos: [], status: 'withdrawn' })
      return { commit: { puts: [this.site.put('reviews', review)] }, result: { before, review } }
    })
    await forgetPhotos(before.photos, review.photos, this.media)
    return review
  }

  async #line({ code, phone, sku }: ReviewProof) {
    const order = await this.findOrder(code, phone)
    for (const share of order?.fulfillments ?? [])
      for (const line of share.lines) if (order && line.sku === sku) return { order, share, line }
    throw notFound('order line', sku)
  }

  /** Says something to a review in public, for the producer whom it concerns; no words take the answer back. */
  answer(actor: Actor, id: string, text: string): Promise<Review> {
    return this.#decide(actor, 'review.answer', 'reviews.answer', id, (review, at) => ({
      ...without(review, 'answer'),
      ...(text.trim() === '' ? {} : { answer: { text, by: 'producer' as const, author: toDoer(actor).name, at } }),
    }))
  }

  /** Takes a review out of sight and out of the mean. @throws {CatalogError} `INVALID_INPUT` at `reason`. */
  hide(actor: Actor, id: string, reason: string): Promise<Review> {
    const plan = (review: Review, at: Review['changedAt']): Review => {
      if (review.status === 'withdrawn') throw new CatalogError('WRONG_STEP')
      return { ...review, status: 'hidden', hiding: { at, reason } }
    }
    return this.#decide(actor, 'review.moderate', 'reviews.hide', id, plan, reason)
  }

  /** Shows again what was hidden. */
  show(actor: Actor, id: string): Promise<Review> {
    return this.#decide(actor, 'review.moderate', 'reviews.show', id, (review) => {
      if (review.status !== 'hidden') throw new CatalogError('WRONG_STEP')
      return { ...without(review, 'hiding'), status: 'shown' }
    })
  }

  #decide(
    actor: Actor,
    right: 'review.answer' | 'review.moderate',
    action: string,
    id: string,
    plan: (review: Review, at: Review['changedAt']) => Review,
    reason?: string,
  ): Promise<Review> {
    return this.site.change(() => {
      const before = this.site.state.get('reviews', id)
      this.#reaches.require(actor, right, before.producerId, { what: 'review', id })
      const review = this.site.draft('reviews', plan(before, toInstant(this.site.now())))
      const audit = trail(this.site, actor, {
        action,
        subject: { collection: 'reviews', id },
        before: { status: before.status },
        after: { status: review.status },
        ...(reason === undefined ? {} : { reason }),
      })
      return { commit: { puts: [this.site.put('reviews', review)], audit }, result: review }
    })
  }
}

const notFound = (what: string, id: string): CatalogError => new CatalogError('NOT_FOUND', { details: { what, id } })
