import * as z from 'zod'
import { Day, Instant } from '../../../catalog/day.js'
import { paragraphs } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Phone } from './order.js'

const code = z.string().min(1).max(40)

/** A phone number, and the code of an order or of feedback that was given with it: together they open what is kept. */
export const MyDataKey = named('MyDataKey', z.strictObject({ phone: Phone, code }))

export const DataRequest = named(
  'DataRequest',
  z.strictObject({
    code: z.string(),
    kind: z.enum(['correction', 'erasure']),
    status: z.enum(['received', 'done', 'refused']),
    receivedAt: Instant,
    /** The last day for the first answer. */
    dueOn: Day,
    answer: z.string().nullable(),
  }),
)

/** What the code opens, record by record as it is kept (Law 91/2025/QH15); nothing else of the number. */
export const MyData = named(
  'MyData',
  z.strictObject({
    phone: z.string(),
    orders: z.array(z.record(z.string(), z.unknown())),
    reviews: z.array(z.record(z.string(), z.unknown())),
    feedback: z.array(z.record(z.string(), z.unknown())),
    requests: z.array(z.record(z.string(), z.unknown())),
  }),
)

export const DataRequestBody = named(
  'DataRequestBody',
  z.strictObject({
    phone: Phone,
    code,
    kind: z.enum(['correction', 'erasure']),
    /** What is to be corrected. */
    text: paragraphs(2000).optional(),
  }),
)
