import type { EventOf } from '../../catalog/notify/event.js'
import { formatVnd } from '../../catalog/prices/vnd-words.js'
import type { Language } from '../../catalog/text.js'

const words = {
  vi: {
    title: (code: string) => `Đơn mới ${code}`,
    body: (producer: string, units: number, amount: string) => `${producer}: ${units} món, ${amount}`,
    testTitle: 'Thông báo thử',
    test: (producer: string) => `Khi ${producer} có đơn mới, máy này sẽ báo như thế này.`,
  },
  en: {
    title: (code: string) => `New order ${code}`,
    body: (producer: string, units: number, amount: string) => `${producer}: ${units} items, ${amount}`,
    testTitle: 'Test notice',
    test: (producer: string) => `When ${producer} has a new order, this device tells you like this.`,
  },
} as const

/** What the service worker of the shop shows. */
export interface DeviceNotice {
  readonly title: string
  readonly body: string
  /** What a tap opens, within the shop. */
  readonly path: string
  /** The same for a notice that comes twice: the second one takes the place of the first. */
  readonly tag: string
  readonly language: Language
}

/** Tells a producer's browser of a new order, or tries the way. Nothing about the shopper, as in letters. */
export function newOrderNotice(
  event: EventOf<'order.placed' | 'test'>,
  { producer, language, messageId: tag }: { producer: string; language: Language; messageId: string },
): DeviceNotice {
  const text = words[language]
  if (event.type === 'test')
    return { title: text.testTitle, body: text.test(producer), path: '/producer/notices', tag, language }
  const { orderCode, units, amount } = event.data
  return {
    title: text.title(orderCode),
    body: text.body(producer, units, formatVnd(amount)),
    path: `/producer/orders/${orderCode}`,
    tag,
    language,
  }
}
