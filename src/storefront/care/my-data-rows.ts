import { totalOf } from '../../catalog/order.js'
import type { Instant } from '../../catalog/day.js'
import type { PersonalRecord } from '../../site/care/personal-data.js'
import { recipientAddress } from '../models/recipient-address.js'
import { statusesOf } from '../shopping/fulfillment-words.js'
import type { Visit } from '../visit.js'

/** One record about a person, as the page and the table show it. */
export interface MyDataRow {
  readonly kind: 'orders' | 'reviews' | 'feedback' | 'requests'
  readonly code: string
  readonly at: Instant
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly text: string
  /** In đồng; null for what has none. */
  readonly amount: number | null
  readonly status: string
}

const NOBODY = { code: '', name: '', phone: '', address: '', text: '', amount: null, status: '' }

/** What a code opens, one row for each record, the newest of each kind first. */
export function toMyDataRows(record: PersonalRecord, visit: Visit): MyDataRow[] {
  const { care } = visit.messages
  const nameOfProduct = (id: string): string => visit.catalog.state.find('products', id)?.name.vi ?? id
  const orders = record.orders.map((order): MyDataRow => {
    const { recipient } = order
    const lines = order.fulfillments.flatMap(({ lines }) => lines).map(({ name, quantity }) => `${quantity} × ${name}`)
    return {
      kind: 'orders',
      code: order.code,
      at: order.placedAt,
      name: recipient.name,
      phone: recipient.phone,
      address: recipientAddress(recipient, visit) ?? '',
      text: [...lines, recipient.note ?? ''].filter(Boolean).join('; '),
      amount: totalOf(order),
      status: statusesOf(order, visit),
    }
  })
  const reviews = record.reviews.map((review): MyDataRow => ({
    ...NOBODY,
    kind: 'reviews',
    at: review.writtenAt,
    name: review.author ?? '',
    text: `${nameOfProduct(review.productId)}: ${review.rating}/5. ${review.text ?? ''}`.trim(),
  }))
  const feedback = record.feedback.map((one): MyDataRow => ({
    ...NOBODY,
    kind: 'feedback',
    code: one.code,
    at: one.receivedAt,
    name: one.contact.name ?? '',
    phone: one.contact.phone ?? '',
    text: [one.text, ...one.rounds.map(({ text }) => text ?? '')].filter(Boolean).join('; '),
    status: care.feedback.status[one.status],
  }))
  const requests = record.requests.map((request): MyDataRow => ({
    ...NOBODY,
    kind: 'requests',
    code: request.code,
    at: request.receivedAt,
    phone: request.phone ?? '',
    text: [care.myData.kinds[request.kind], request.text ?? '', request.answer?.text ?? ''].filter(Boolean).join('; '),
    status: care.myData.status[request.status],
  }))
  return [...orders, ...reviews, ...feedback, ...requests]
}
