import * as z from 'zod'
import { BankAccount } from '../../../catalog/payments/bank-account.js'
import { Instant } from '../../../catalog/day.js'
import { ProducerId, Sku } from '../../../catalog/ids.js'
import { FulfillmentStatus, MAX_LINES, Parcel, Quantity, Reduction, StepCause } from '../../../catalog/order.js'
import { PaymentMethod, PaymentStatus } from '../../../catalog/payments/payment.js'
import { PickUp } from '../../../catalog/payments/sale-terms.js'
import { line, paragraphs } from '../../../catalog/text.js'
import { Vnd } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { pathText } from '../paging.js'

const WantedLine = named('WantedLine', z.strictObject({ sku: Sku, quantity: Quantity }))
const wantedLines = z.array(WantedLine).min(1).max(MAX_LINES)
/** Ids of producers at whose door the goods are fetched. */
const pickUp = z.array(ProducerId).max(MAX_LINES).optional()
const voucher = z.string().max(40).optional()
/** In any spelling. */
export const Phone = z.string().min(1).max(40)

/** Who receives the goods; province and commune are codes of today. Who fetches them may leave the address out. */
const RecipientBody = named(
  'Recipient',
  z.strictObject({
    name: line(100, 2),
    phone: Phone,
    province: z.string().min(1).max(10).optional(),
    commune: z.string().min(1).max(10).optional(),
    street: line(200, 3).optional(),
    note: paragraphs(500).optional(),
  }),
)

/** Asked together with all the rest, so that who sends an order hears of every fault at once. */
const needsAddress = (field: 'province' | 'commune' | 'street') =>
  z.refine<unknown>(
    (body) => {
      const { recipient, pickUp: fetched } = Object(body) as { recipient?: unknown; pickUp?: unknown }
      const isRead = typeof recipient === 'object' && recipient !== null && !Array.isArray(recipient)
      return (
        !isRead ||
        (Array.isArray(fetched) && fetched.length > 0) ||
        Boolean((recipient as Readonly<Record<string, unknown>>)[field])
      )
    },
    { path: ['recipient', field], params: { code: 'required' }, when: () => true },
  )

/** An order as programs send it. Prices are never taken from it. */
export const OrderBody = named(
  'OrderBody',
  z
    .strictObject({
      lines: wantedLines,
      recipient: RecipientBody,
      /** The buyer says to be 18 or older; needed for goods that are for adults. */
      adult: z.boolean().optional(),
      payment: PaymentMethod.optional(),
      pickUp,
      voucher,
    })
    .check(needsAddress('province'), needsAddress('commune'), needsAddress('street')),
)

export const QuoteBody = named(
  'QuoteBody',
  z.strictObject({
    lines: wantedLines,
    /** Code of the province of today where the goods go; shipping is the least that it may be without. */
    province: z.string().min(1).max(10).optional(),
    pickUp,
    voucher,
    phone: Phone.optional(),
  }),
)

const QuoteLine = z.strictObject({
  sku: z.string(),
  name: z.string(),
  quantity: Quantity,
  unitPrice: Vnd,
  formerPrice: Vnd.nullable(),
  amount: Vnd,
  available: z.int(),
  /** The code of what stands in the way, such as OUT_OF_STOCK; null when nothing does. */
  problem: z.string().nullable(),
})

/** What a cart would cost now: one share for each producer, each reduction by itself, amounts that add up. */
export const Quote = named(
  'Quote',
  z.strictObject({
    shares: z.array(
      z.strictObject({
        producerId: z.string(),
        producer: z.string(),
        lines: z.array(QuoteLine),
        reductions: z.array(Reduction),
        shipping: Vnd,
        pickUp: PickUp.nullable(),
        /** Where the goods can be fetched; null when they are delivered only. */
        offersPickUp: PickUp.nullable(),
        takesTransfer: z.boolean(),
      }),
    ),
    /** What is not for sale any more. */
    unavailable: z.array(z.string()),
    goods: Vnd,
    reduction: Vnd,
    shipping: Vnd,
    /** True while it is not said where the goods go. */
    isShippingLeast: z.boolean(),
    total: Vnd,
    forAdults: z.boolean(),
    orderable: z.boolean(),
    /** Hours within which what is not paid in cash is to be paid, or else is cancelled; null for any time. */
    payWithinHours: z.int().nullable(),
  }),
)

const OrderLine = z.strictObject({
  sku: z.string(),
  name: z.string(),
  quantity: Quantity,
  unitPrice: Vnd,
  formerPrice: Vnd.nullable(),
})

/** One producer's share of an order, with what is to be paid for it and how. */
export const Share = named(
  'Share',
  z.strictObject({
    producerId: z.string(),
    producer: z.string(),
    status: FulfillmentStatus,
    lines: z.array(OrderLine),
    reductions: z.array(Reduction),
    shipping: Vnd,
    pickUp: PickUp.nullable(),
    amount: Vnd,
    parcel: Parcel.nullable(),
    payment: z.strictObject({
      method: PaymentMethod,
      status: PaymentStatus,
      account: BankAccount.nullable(),
      /** What the transfer has to say. */
      text: z.string().nullable(),
      /** The text of a VietQR code, for whoever draws it. */
      vietQr: z.string().nullable(),
      /** Until when it is to be paid: what nobody has paid or accepted by then is cancelled. Null without a term. */
      payBy: Instant.nullable(),
    }),
    history: z.array(
      z.strictObject({
        status: FulfillmentStatus,
        at: Instant,
        reason: z.string().nullable(),
        /** Why the shop itself took the step: the money had not come by its term. */
        cause: StepCause.nullable(),
      }),
    ),
  }),
)

/** An order as its recipient follows it, without name, number and address: who asks has just given them. */
export const Order = named(
  'Order',
  z.strictObject({
    code: z.string(),
    placedAt: Instant,
    total: Vnd,
    shares: z.array(Share),
    page: z.string(),
  }),
)

export const ByCode = z.strictObject({ code: pathText(40) })
export const PhoneBody = named('PhoneBody', z.strictObject({ phone: Phone }))
export const CancelBody = named(
  'CancelBody',
  z.strictObject({
    phone: Phone,
    reason: line(300).optional(),
    /** Whose shares are cancelled; all that no producer has accepted when left out. */
    producerIds: z.array(ProducerId).min(1).max(MAX_LINES).optional(),
  }),
)
/** The payment of one share as it is begun: an address to send the buyer to, or how to pay. */
export const BegunPayment = named(
  'BegunPayment',
  z.strictObject({
    redirect: z.string().nullable(),
    /** The text of a QR code that pays the share. */
    qr: z.string().nullable(),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string(), copy: z.string().nullable() })),
  }),
)
export const PaidBody = named('PaidBody', z.strictObject({ phone: Phone, producerId: ProducerId }))

/** What can be ordered once more of an order, as units in stock allow. */
export const Again = named('Again', z.strictObject({ lines: z.array(WantedLine), unavailable: z.array(z.string()) }))
