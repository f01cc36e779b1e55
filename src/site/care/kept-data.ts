import type { DataRequest } from '../../catalog/care/data-request.js'
import type { Feedback } from '../../catalog/care/feedback.js'
import type { Question } from '../../catalog/care/question.js'
import type { Review } from '../../catalog/care/review.js'
import type { OrderId } from '../../catalog/ids.js'
import { isShareOpen, type Order } from '../../catalog/order.js'
import type { PhoneNumber } from '../../catalog/phone.js'
import type { SiteContext } from '../context.js'
import { ordersOf } from '../selling/orders-of.js'
import type { Erased, ToErase } from './eraser.js'

/** The order or the feedback whose code was given. */
export type About = NonNullable<DataRequest['about']>

/** What is kept of a person. */
export interface Kept {
  readonly orders: readonly Order[]
  readonly reviews: readonly Review[]
  readonly questions: readonly Question[]
  readonly feedback: readonly Feedback[]
  /** What was asked of the whole number; what was asked of one of the records goes with it. */
  readonly requests: readonly DataRequest[]
}

/** How much is kept of a person, and what of it cannot be erased yet. */
export interface KeptCount {
  readonly counts: Erased
  /** Codes of orders whose goods are under way. */
  readonly underWay: readonly string[]
}

const NOTHING: Kept = { orders: [], reviews: [], questions: [], feedback: [], requests: [] }

const idsOf = <Id>(records: readonly { readonly id: Id }[]): Id[] => records.map(({ id }) => id)

export const isNothing = ({ orders, questions, feedback }: Kept): boolean =>
  orders.length + questions.length + feedback.length === 0

export const countKept = ({ orders, reviews, questions, feedback }: Kept): KeptCount => ({
  counts: {
    orders: orders.length,
    reviews: reviews.length,
    questions: questions.length,
    feedback: feedback.length,
  },
  underWay: orders.filter(({ fulfillments }) => fulfillments.some(isShareOpen)).map(({ code }) => code),
})

/** Reviews go with their orders. */
export const toErase = ({ orders, questions, feedback, requests }: Kept): ToErase => ({
  orders: idsOf(orders),
  questions: idsOf(questions),
  feedback: idsOf(feedback),
  requests: idsOf(requests),
})

/** Finds what is kept with a phone number: all of it, or what one code opened. */
export class KeptData {
  constructor(private readonly site: SiteContext) {}

  /** An order with what was sent by who had its code and its number. */
  ofOrder(order: Order): Kept {
    const { phone } = order.recipient
    const feedback = this.site.state
      .listBy('feedback', 'phone', phone)
      .filter(({ subject }) => subject.of === 'order' && subject.id === order.id)
    return {
      ...NOTHING,
      orders: [order],
      reviews: this.site.state.listBy('reviews', 'order', order.id),
      feedback,
    }
  }

  ofFeedback(feedback: Feedback): Kept {
    return { ...NOTHING, feedback: [feedback] }
  }

  /** What a code opened when it was given with the number; nothing once that was erased. */
  async ofCode(phone: PhoneNumber, { of, id }: About): Promise<Kept> {
    if (of === 'order') {
      const order = await this.site.store.findOrder(id as OrderId)
      return order?.recipient.phone === phone ? this.ofOrder(order) : NOTHING
    }
    const feedback = this.site.state.find('feedback', id)
    return feedback?.contact.phone === phone ? this.ofFeedback(feedback) : NOTHING
  }

  async ofNumber(phone: PhoneNumber): Promise<Kept> {
    const { state, store } = this.site
    const orders: Order[] = []
    for await (const order of ordersOf(store, { phone })) orders.push(order)
    return {
      orders,
      reviews: orders.flatMap(({ id }) => state.listBy('reviews', 'order', id)),
      questions: state.listBy('questions', 'phone', phone),
      feedback: state.listBy('feedback', 'phone', phone),
      requests: state.listBy('dataRequests', 'phone', phone).filter(({ about }) => about === undefined),
    }
  }
}
