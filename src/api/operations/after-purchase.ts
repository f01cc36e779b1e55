import * as z from 'zod'
import type { Operation } from '../operation.js'
import { FeedbackCase, Review } from '../schemas/shop/care.js'
import { DataRequest, DataRequestBody, MyData, MyDataKey } from '../schemas/shop/my-data.js'
import { ByCode, Order, Phone, PhoneBody } from '../schemas/shop/order.js'
import { ReturnGoodsBody } from '../schemas/shop/returning.js'
import { paragraphs } from '../../catalog/text.js'
import { named } from '../components.js'

const ByLine = z.strictObject({ code: z.string().min(1).max(40), sku: z.string().min(1).max(64) })
const ReopenBody = named('ReopenBody', z.strictObject({ phone: Phone, text: paragraphs(3000).min(2) }))

/** What shoppers do once the goods have come, and with the data that is kept about them. */
export const afterPurchaseOperations = {
  returnGoods: {
    id: 'returnGoods',
    method: 'post',
    path: '/orders/{code}/returns',
    front: 'shop',
    summary: { vi: 'Xin trả hàng đã nhận', en: 'Ask to give goods back' },
    params: ByCode,
    body: ReturnGoodsBody,
    answer: Order,
    status: 201,
    selling: true,
    idempotency: 'heeded',
    refusals: ['NOT_ALLOWED_NOW'],
  },
  withdrawReview: {
    id: 'withdrawReview',
    method: 'post',
    path: '/orders/{code}/reviews/{sku}/withdraw',
    front: 'shop',
    summary: { vi: 'Rút đánh giá của mình', en: 'Take the own review back' },
    params: ByLine,
    body: PhoneBody,
    answer: Review,
    selling: true,
    idempotency: 'heeded',
  },
  reopenFeedback: {
    id: 'reopenFeedback',
    method: 'post',
    path: '/feedback/{code}/reopen',
    front: 'shop',
    summary: { vi: 'Hỏi thêm về phản ánh đã trả lời', en: 'Ask once more about feedback that was answered' },
    params: ByCode,
    body: ReopenBody,
    answer: FeedbackCase,
    idempotency: 'heeded',
    refusals: ['WRONG_STEP'],
  },
  openMyData: {
    id: 'openMyData',
    method: 'post',
    path: '/my-data',
    front: 'shop',
    summary: { vi: 'Xem và tải dữ liệu gửi cùng một mã', en: 'What is kept with the code of an order or of feedback' },
    body: MyDataKey,
    answer: MyData,
    refusals: ['NOT_FOUND'],
  },
  requestMyData: {
    id: 'requestMyData',
    method: 'post',
    path: '/my-data/requests',
    front: 'shop',
    summary: {
      vi: 'Yêu cầu sửa hoặc xóa dữ liệu gửi cùng một mã',
      en: 'Ask to have what is kept with a code corrected or erased',
    },
    body: DataRequestBody,
    answer: DataRequest,
    status: 201,
    idempotency: 'heeded',
    refusals: ['NOT_FOUND', 'TOO_MANY_WAITING'],
  },
} as const satisfies Record<string, Operation>
