import * as z from 'zod'
import { paragraphs } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Next, Paged } from '../paging.js'
import { DataRequest } from '../shop/my-data.js'
import { Phone } from '../shop/order.js'

/** A request about personal data as the office works on it, without the number of who asks. */
export const OfficeDataRequest = named(
  'OfficeDataRequest',
  DataRequest.extend({
    id: z.string(),
    /** What the code that was given is of; null where the office recorded the request for a whole phone number. */
    about: z.strictObject({ of: z.enum(['order', 'feedback']), id: z.string() }).nullable(),
    version: z.int(),
  }),
)

/** How many records an erasure would take. */
const Erasable = named(
  'Erasable',
  z.strictObject({
    orders: z.int(),
    reviews: z.int(),
    questions: z.int(),
    feedback: z.int(),
    /** Codes of orders under way: nothing is erased before they are done. */
    underWay: z.array(z.string()),
  }),
)

export const DataRequestCase = named(
  'DataRequestCase',
  z.strictObject({
    request: OfficeDataRequest,
    /** What is to be corrected, or what the person wants to say. */
    text: z.string().nullable(),
    /** What the code opened; null without a code, and once the request was answered. */
    byCode: Erasable.nullable(),
    /** All that is kept with the phone number; null once the request was answered. */
    byNumber: Erasable.nullable(),
  }),
)

export const DataRequestPage = named(
  'DataRequestPage',
  z.strictObject({ total: z.int(), next: Next, requests: z.array(OfficeDataRequest) }),
)

export const DataRequestQuery = z.strictObject({
  status: z
    .array(z.enum(['received', 'done', 'refused']))
    .max(3)
    .optional(),
  ...Paged,
})

/** The erasure that somebody without a code asks the office for. */
export const RecordBody = named('RecordBody', z.strictObject({ phone: Phone, text: paragraphs(2000).optional() }))

export const CarryOutBody = named(
  'CarryOutBody',
  z.strictObject({
    /** What the person reads; no personal data. */
    text: paragraphs(2000).min(2),
    /** Erase all that is kept with the number. Only true once the number was rung and its holder asked for that. */
    wholeNumber: z.boolean().optional(),
  }),
)

export const RefuseBody = named('RefuseBody', z.strictObject({ reason: paragraphs(2000).min(2) }))
