import * as z from 'zod'
import type { Operation } from '../operation.js'
import { ProducerOrder } from '../schemas/producer/producer-order.js'
import { ByCode } from '../schemas/shop/order.js'
import { ById, Cursor, Limit } from '../schemas/paging.js'
import { ByReturn, RefundBody, ReturnStepBody } from '../schemas/shop/returning.js'
import { PayOrderBody, SettleBody, Transfer, TransferPage } from '../schemas/desk/transfer.js'

const listTransfers = {
  id: 'listTransfers',
  method: 'get',
  path: '/producer/transfers',
  front: 'producer',
  summary: { vi: 'Tiền chuyển khoản chưa khớp đơn nào', en: 'Transfers that match no order' },
  scope: 'payments:read',
  query: z.strictObject({ limit: Limit.optional(), cursor: Cursor.optional() }),
  answer: TransferPage,
  selling: true,
} as const
const payByTransfer = {
  id: 'payByTransfer',
  method: 'post',
  path: '/producer/transfers/{id}/pay',
  front: 'producer',
  summary: { vi: 'Tiền này trả cho đơn nào', en: 'Say which order a transfer pays' },
  scope: 'payments:write',
  params: ById,
  body: PayOrderBody,
  answer: Transfer,
  selling: true,
  idempotency: 'heeded',
  refusals: ['NOTICE_SETTLED', 'NOT_ALLOWED_NOW'],
} as const
const settleTransfer = {
  id: 'settleTransfer',
  method: 'post',
  path: '/producer/transfers/{id}/settle',
  front: 'producer',
  summary: { vi: 'Ghi đã giải quyết', en: 'Note that a transfer was dealt with' },
  scope: 'payments:write',
  params: ById,
  body: SettleBody,
  answer: Transfer,
  selling: true,
  idempotency: 'heeded',
  refusals: ['NOTICE_SETTLED'],
} as const

/** Money and goods that go back, and money that matches nothing. */
export const settlingOperations = {
  refundPayment: {
    id: 'refundPayment',
    method: 'post',
    path: '/producer/orders/{code}/refund',
    front: 'producer',
    summary: { vi: 'Ghi đã hoàn tiền', en: 'Note that money was given back' },
    scope: 'payments:write',
    params: ByCode,
    body: RefundBody,
    answer: ProducerOrder,
    versioned: true,
    conditional: 'heeded',
    changes: 'orders',
    selling: true,
    idempotency: 'heeded',
    refusals: ['NOT_ALLOWED_NOW', 'REFUND_NOT_SENT'],
  },
  answerReturn: {
    id: 'answerReturn',
    method: 'post',
    path: '/producer/orders/{code}/returns/{index}',
    front: 'producer',
    summary: { vi: 'Nhận hoặc từ chối trả hàng, đã nhận hàng, đã hoàn tiền', en: 'Answer a wish to give goods back' },
    scope: 'orders:write',
    params: ByReturn,
    body: ReturnStepBody,
    answer: ProducerOrder,
    versioned: true,
    conditional: 'heeded',
    changes: 'orders',
    selling: true,
    idempotency: 'heeded',
    refusals: ['NOT_ALLOWED_NOW', 'REFUND_NOT_SENT'],
  },
  listTransfers,
  payByTransfer,
  settleTransfer,
  listOfficeTransfers: { ...listTransfers, id: 'listOfficeTransfers', path: '/office/transfers', front: 'office' },
  officePayByTransfer: {
    ...payByTransfer,
    id: 'officePayByTransfer',
    path: '/office/transfers/{id}/pay',
    front: 'office',
  },
  officeSettleTransfer: {
    ...settleTransfer,
    id: 'officeSettleTransfer',
    path: '/office/transfers/{id}/settle',
    front: 'office',
  },
} as const satisfies Record<string, Operation>
