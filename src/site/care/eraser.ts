import { eraseFeedback, eraseNotice, eraseOrder, eraseQuestion, eraseReview, isErased } from '../../care/erasure.js'
import { toInstant } from '../../catalog/day.js'
import type { Media } from '../../catalog/ports/media.js'
import type { FeedbackId, OrderId, QuestionId } from '../../catalog/ids.js'
import type { Put } from '../../catalog/store.js'
import type { SiteContext } from '../context.js'
import { forgetPhotos } from './forget-photos.js'

/** What is to lose its personal data. */
export interface ToErase {
  readonly orders: readonly OrderId[]
  readonly questions: readonly QuestionId[]
  readonly feedback: readonly FeedbackId[]
}

/** How many records lost their personal data. */
export type Erased = Readonly<Record<'orders' | 'reviews' | 'questions' | 'feedback', number>>

/** So many records in one commit; what was erased before a failure stays erased. */
const BATCH = 100

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}

/** Takes personal data out of records. Goods, amounts, ratings and the ledger stay, so no count changes. */
export class Eraser {
  constructor(
    private readonly site: SiteContext,
    private readonly media: Media,
  ) {}

  async erase({ orders, questions, feedback }: ToErase): Promise<Erased> {
    let [orderCount, reviewCount] = [0, 0]
    for (const batch of batches(orders)) {
      const photos = batch.flatMap((id) => this.site.state.listBy('reviews', 'order', id)).flatMap((one) => one.photos)
      const puts = await this.#change(async () => (await Promise.all(batch.map((id) => this.#orderPuts(id)))).flat())
      orderCount += puts.filter(({ collection }) => collection === 'orders').length
      reviewCount += puts.filter(({ collection }) => collection === 'reviews').length
      await forgetPhotos(photos, [], this.media)
    }
    const { state } = this.site
    for (const batch of batches(questions))
      await this.#change(() => batch.map((id) => this.#put('questions', eraseQuestion(state.get('questions', id)))))
    for (const batch of batches(feedback))
      await this.#change(() => batch.map((id) => this.#put('feedback', eraseFeedback(state.get('feedback', id)))))
    return { orders: orderCount, reviews: reviewCount, questions: questions.length, feedback: feedback.length }
  }

  #put<C extends 'reviews' | 'questions' | 'feedback' | 'bankNotices'>(
    collection: C,
    record: Parameters<typeof this.site.draft<C>>[1],
  ): Put {
    return this.site.put(collection, this.site.draft(collection, record))
  }

  async #orderPuts(id: OrderId): Promise<Put[]> {
    const order = await this.site.store.findOrder(id)
    if (!order || isErased(order)) return []
    const reviews = this.site.state.listBy('reviews', 'order', id)
    const record = { ...eraseOrder(order), version: order.version + 1, changedAt: toInstant(this.site.now()) }
    const notices = this.site.state.all('bankNotices').filter(({ orderId, text }) => orderId === id && text !== '')
    return [
      { collection: 'orders', record },
      ...reviews.map((review) => this.#put('reviews', eraseReview(review))),
      ...notices.map((notice) => this.#put('bankNotices', eraseNotice(notice))),
    ]
  }

  #change(plan: () => readonly Put[] | Promise<readonly Put[]>): Promise<readonly Put[]> {
    return this.site.change(async () => {
      const puts = await plan()
      return { commit: { puts }, result: puts }
    })
  }
}
