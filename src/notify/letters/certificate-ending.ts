import { dayAt, daysBetween, type Day } from '../../catalog/day.js'
import type { WarningStep } from '../../catalog/notify/certificate-warning.js'
import type { EventOf } from '../../catalog/notify/event.js'
import type { Language } from '../../catalog/text.js'
import { toLetter, type LetterText } from './letter.js'
import type { NewOrderContext } from './new-order.js'
import type { DeviceNotice } from './new-order-notice.js'

const words = {
  vi: {
    title: { days90: 'Giấy OCOP còn 90 ngày', days30: 'Giấy OCOP còn 30 ngày', expired: 'Giấy OCOP đã hết hạn' },
    left: (product: string, until: string, days: number) => `${product}: hết hạn ${until}, còn ${days} ngày.`,
    over: (product: string, until: string) => `${product}: hết hạn từ ${until}, không còn được tính là OCOP.`,
    what: {
      days90:
        'Hồ sơ đánh giá lại được nhận từ 180 đến 120 ngày trước ngày hết hạn, nay đã quá hạn nộp. Hãy liên hệ xã, phường ngay.',
      days30: 'Hạn nộp hồ sơ đánh giá lại đã qua. Hãy liên hệ xã, phường ngay hôm nay.',
      expired:
        'Hãy bỏ dấu OCOP và số sao trên bao bì mới, trên các trang bán hàng, và hỏi xã, phường về việc đánh giá lại.',
    },
    open: 'Xem giấy chứng nhận',
    why: (producer: string, shop: string) =>
      `${shop} gửi thư này cho ${producer} vì chủ thể đã bật báo tin qua e-mail. Tắt trong mục Thông báo.`,
  },
  en: {
    title: {
      days90: 'OCOP certificate: 90 days left',
      days30: 'OCOP certificate: 30 days left',
      expired: 'OCOP certificate has run out',
    },
    left: (product: string, until: string, days: number) => `${product}: it ends on ${until}, in ${days} days.`,
    over: (product: string, until: string) => `${product}: it ended on ${until} and no longer counts as OCOP.`,
    what: {
      days90:
        'Renewal dossiers are taken between 180 and 120 days before the end; that time is over. Talk to your commune now.',
      days30: 'The time for renewal dossiers is over. Talk to your commune today.',
      expired:
        'Leave the OCOP mark and the stars off new packs and off the pages where it is sold, and ask your commune about a new evaluation.',
    },
    open: 'See the certificate',
    why: (producer: string, shop: string) =>
      `${shop} sends this to ${producer} because the producer turned on e-mail. Turn it off under Notices.`,
  },
} as const

/** `22/11/2026`, as it stands on the paper, in both languages. */
const written = (day: Day): string => day.split('-').reverse().join('/')

type Ending = EventOf<'certificate.expiring'>

function sentence({ at, data: { step, until } }: Ending, product: string, language: Language): string {
  const { left, over } = words[language]
  const days = daysBetween(dayAt(at), until)
  return step === 'expired' || days <= 0 ? over(product, written(until)) : left(product, written(until), days)
}

const titleOf = (step: WarningStep, language: Language): string => words[language].title[step]

/** Tells a producer that a certificate runs out, or has run out, and what is to be done. */
export function certificateEndingLetter(
  event: Ending,
  product: string,
  { producer, shop, address, language }: NewOrderContext,
): LetterText {
  const { what, open, why } = words[language]
  const { step } = event.data
  const link = address === null ? null : { label: open, href: `${address}/producer/listings` }
  const shopName = language === 'en' ? (shop.en ?? shop.vi) : shop.vi
  return toLetter(
    `${titleOf(step, language)}: ${product}`,
    [sentence(event, product, language), what[step], why(producer, shopName)],
    link,
  )
}

/** The same for a producer's browser. */
export const certificateEndingNotice = (
  event: Ending,
  product: string,
  { language, messageId: tag }: { language: Language; messageId: string },
): DeviceNotice => ({
  title: titleOf(event.data.step, language),
  body: sentence(event, product, language),
  path: '/producer/listings',
  tag,
  language,
})
