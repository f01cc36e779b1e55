import {
  eraseFeedback,
  eraseNotice,
  eraseOrder,
  eraseQuestion,
  eraseRequest,
  eraseReview,
  isErased,
} from '../../care/erasure.js'
import type { AuditEntry } from '../../catalog/audit.js'
import type { Review } from '../../catalog/care/review.js'
import { toInstant } from '../../catalog/day.js'
import type { Media } from '../../catalog/ports/media.js'
import type { DataRequestId, FeedbackId, OrderId, QuestionId } from '../../catalog/ids.js'
import type { Commit, Put } from '../../catalog/store.js'
import type { SiteContext } from '../context.js'
import { forgetPhotos } from './forget-photos.js'

/** What is to lose its personal data. */
export interface ToErase {
  readonly orders: readonly OrderId[]
  readonly questions: readonly QuestionId[]
  readonly feedback: readonly FeedbackId[]
  /** Requests that are about no record; those about an order or feedback go with it. */
  readonly requests?: readonly DataRequestId[]
}

/** How many records lost their personal data. */
export type Erased = Readonly<Record<'orders' | 'reviews' | 'questions' | 'feedback', number>>

/** So many records in one commit; what was erased before a failure stays erased. */
const BATCH = 100

/** What becomes of one record. */
interface Erasing {
  readonly puts: (site: SiteContext) => Promise<Put[]> | Put[]
  readonly photos?: (site: SiteContext) => Review['photos']
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}

function put<C extends 'reviews' | 'questions' | 'feedback' | 'bankNotices' | 'dataRequests'>(
  site: SiteContext,
  collection: C,
  record: Parameters<typeof site.draft<C>>[1],
): Put {
  return site.put(collection, site.draft(collection, record))
}

/** What was asked of a record goes with it. */
const requestPuts = (site: SiteContext, id: string): Put[] =>
  site.state
    .listBy('dataRequests', 'about', id)
    .filter(({ phone }) => phone !== undefined)
    .map((request) => put(site, 'dataRequests', eraseRequest(request)))

async function orderPuts(site: SiteContext, id: OrderId): Promise<Put[]> {
  const order = await site.store.findOrder(id)
  if (!order || isErased(order)) return []
  const reviews = site.state.listBy('reviews', 'order', id)
  const record = { ...eraseOrder(order), version: order.version + 1, changedAt: toInstant(site.now()) }
  const notices = site.state.all('bankNotices').filter(({ orderId, text }) => orderId === id && text !== '')
  return [
    { collection: 'orders', record },
    ...reviews.map((review) => put(site, 'reviews', eraseReview(review))),
    ...notices.map((notice) => put(site, 'bankNotices', eraseNotice(notice))),
    ...requestPuts(site, id),
  ]
}

/** Each record, one after the other. */
const erasings = ({ orders, questions, feedback, requests = [] }: ToErase): Erasing[] => [
  ...orders.map((id): Erasing => ({
    puts: (site) => orderPuts(site, id),
    photos: ({ state }) => state.listBy('reviews', 'order', id).flatMap(({ photos }) => photos),
  })),
  ...questions.map((id): Erasing => ({
    puts: (site) => [put(site, 'questions', eraseQuestion(site.state.get('questions', id)))],
  })),
  ...feedback.map((id): Erasing => ({
    puts: (site) => [put(site, 'feedback', eraseFeedback(site.state.get('feedback', id))), ...requestPuts(site, id)],
  })),
  ...requests.map((id): Erasing => ({
    puts: (site) => [put(site, 'dataRequests', eraseRequest(site.state.get('dataRequests', id)))],
  })),
]

const countOf = (puts: readonly Put[]): Erased => {
  const count = (name: keyof Erased): number => puts.filter(({ collection }) => collection === name).length
  return {
    orders: count('orders'),
    reviews: count('reviews'),
    questions: count('questions'),
    feedback: count('feedback'),
  }
}

const sumOf = (a: Erased, b: Erased): Erased => ({
  orders: a.orders + b.orders,
  reviews: a.reviews + b.reviews,
  questions: a.questions + b.questions,
  feedback: a.feedback + b.feedback,
})

/** Takes personal data out of records. Goods, amounts, ratings and the ledger stay, so no count changes. */
export class Eraser {
  constructor(
    private readonly site: SiteContext,
    private readonly media: Media,
  ) {}

  /**
   * @param closing - What the last commit does besides; when it refuses, what that commit was to erase stays.
   * @param note - What the trail keeps of each commit, given how many records that one erases; nothing of a commit of none.
   */
  async erase(
    wanted: ToErase,
    closing: () => Commit = () => ({}),
    note: (erased: Erased) => AuditEntry[] = () => [],
  ): Promise<Erased> {
    const found = [...batches(erasings(wanted))]
    const parts = found.length === 0 ? [[]] : found
    let erased = countOf([])
    for (const [index, part] of parts.entries())
      erased = sumOf(erased, await this.#erasePart(part, index === parts.length - 1 ? closing : () => ({}), note))
    return erased
  }

  async #erasePart(
    part: readonly Erasing[],
    closing: () => Commit,
    note: (erased: Erased) => AuditEntry[],
  ): Promise<Erased> {
    const { site } = this
    const photos = part.flatMap((one) => one.photos?.(site) ?? [])
    const erased = await site.change(async () => {
      const last = closing()
      const puts = (await Promise.all(part.map(async (one) => one.puts(site)))).flat()
      const closed = new Set(last.puts?.map(({ record }) => record.id))
      const others = puts.filter(({ record }) => !closed.has(record.id))
      const result = countOf(puts)
      const audit = [...(last.audit ?? []), ...(puts.length > 0 ? note(result) : [])]
      return { commit: { ...last, puts: [...others, ...(last.puts ?? [])], audit }, result }
    })
    await forgetPhotos(photos, [], this.media)
    return erased
  }
}
