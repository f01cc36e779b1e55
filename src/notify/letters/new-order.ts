import type { EventOf } from '../../catalog/notify/event.js'
import { formatVnd } from '../../catalog/prices/vnd-words.js'
import type { Language, LocalizedText } from '../../catalog/text.js'
import { toLetter, type LetterText } from './letter.js'

const words = {
  vi: {
    subject: (code: string) => `Đơn mới ${code}`,
    placed: (producer: string, units: number, amount: string) =>
      `${producer} có đơn mới: ${units} món, ${amount}. Hãy mở trang đơn hàng để xem người nhận và nhận đơn.`,
    testSubject: 'Thư thử: báo đơn mới',
    test: (producer: string) => `Thư thử. Khi ${producer} có đơn mới, thư báo sẽ đến địa chỉ này.`,
    open: 'Mở đơn hàng',
    why: (shop: string) => `${shop} gửi thư này vì chủ thể đã bật báo tin qua e-mail. Tắt trong mục Thông báo.`,
  },
  en: {
    subject: (code: string) => `New order ${code}`,
    placed: (producer: string, units: number, amount: string) =>
      `${producer} has a new order: ${units} items, ${amount}. Open the order to see the recipient and to accept it.`,
    testSubject: 'Test: notice of new orders',
    test: (producer: string) => `This is a test. When ${producer} has a new order, a notice comes to this address.`,
    open: 'Open the order',
    why: (shop: string) =>
      `${shop} sends this because the producer turned on notices by e-mail. Turn them off under Notices.`,
  },
} as const

export interface NewOrderContext {
  readonly producer: string
  readonly shop: LocalizedText
  /** The public address of the shop; without it the letter has no link. */
  readonly address: string | null
  readonly language: Language
}

/** Tells a producer of a new order, or tries the way. Nothing about the shopper: who it is stands behind the sign-in. */
export function newOrderLetter(
  event: EventOf<'order.placed' | 'test'>,
  { producer, shop, address, language }: NewOrderContext,
): LetterText {
  const text = words[language]
  const why = text.why(language === 'en' ? (shop.en ?? shop.vi) : shop.vi)
  if (event.type === 'test') return toLetter(text.testSubject, [text.test(producer), why], null)
  const { orderCode, units, amount } = event.data
  const link = address === null ? null : { label: text.open, href: `${address}/producer/orders/${orderCode}` }
  return toLetter(text.subject(orderCode), [text.placed(producer, units, formatVnd(amount)), why], link)
}
