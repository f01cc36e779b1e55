import { dayAt, daysBetween, type Day } from '../../catalog/day.js'
import type { WarningStep } from '../../catalog/notify/certificate-warning.js'
import type { EventOf } from '../../catalog/notify/event.js'
import type { Language } from '../../catalog/text.js'
import { toLetter, type LetterText, type Paragraph } from './letter.js'
import type { NewOrderContext } from './new-order.js'
import type { DeviceNotice } from './new-order-notice.js'

/** A certificate's end as it is told. */
export type Ending = Pick<EventOf<'certificate.expiring'>, 'at'> &
  Pick<EventOf<'certificate.expiring'>['data'], 'step' | 'until'> & { readonly product: string }

/** What has to be done first, first. */
const STEPS = ['days30', 'days90', 'expired'] as const satisfies readonly WarningStep[]
/** Products that a notice names; a phone shows a few lines. */
const NAMED = 3

const words = {
  vi: {
    papers: (count: number) => (count === 1 ? 'Giấy OCOP' : `${count} giấy OCOP`),
    inDays: (days: number) => ` còn ${days} ngày`,
    soon: ' sắp hết hạn',
    expired: ' đã hết hạn',
    mixed: ' sắp hết hạn hoặc đã hết hạn',
    more: (names: string, count: number) => `${names} và ${count} sản phẩm khác`,
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
    papers: (count: number) => (count === 1 ? 'OCOP certificate' : `${count} OCOP certificates`),
    inDays: (days: number) => `: ${days} ${days === 1 ? 'day' : 'days'} left`,
    soon: ': running out',
    expired: ': run out',
    mixed: ': running out or run out',
    more: (names: string, count: number) => `${names} and ${count} more`,
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

/** Days that are left; none once it has run out. A step is told late after a pause, so it does not say how many. */
const daysLeft = ({ at, step, until }: Ending): number =>
  step === 'expired' ? 0 : Math.max(0, daysBetween(dayAt(at), until))

function sentence(ending: Ending, language: Language): string {
  const { left, over } = words[language]
  const [days, until] = [daysLeft(ending), written(ending.until)]
  return days === 0 ? over(ending.product, until) : left(ending.product, until, days)
}

function stateOf(endings: readonly Ending[], language: Language): string {
  const { inDays, soon, expired, mixed } = words[language]
  const [days = 0, ...others] = new Set(endings.map(daysLeft))
  if (others.length === 0) return days === 0 ? expired : inDays(days)
  return [days, ...others].includes(0) ? mixed : soon
}

const titleOf = (endings: readonly Ending[], language: Language): string =>
  `${words[language].papers(endings.length)}${stateOf(endings, language)}`

function namesOf(endings: readonly Ending[], language: Language): string {
  const named = endings.slice(0, NAMED).map(({ product }) => product)
  const more = endings.length - named.length
  return more === 0 ? named.join(', ') : words[language].more(named.join(', '), more)
}

/** The ends of one step, and what is to be done about them; one end is a sentence, several are a list. */
function toParagraphs(endings: readonly Ending[], step: WarningStep, language: Language): Paragraph[] {
  const sentences = endings.filter((ending) => ending.step === step).map((ending) => sentence(ending, language))
  const [first] = sentences
  if (first === undefined) return []
  return [sentences.length === 1 ? first : sentences, words[language].what[step]]
}

/** Tells a producer which certificates run out, or have run out, and what is to be done: all of a day in one letter. */
export function certificateEndingLetter(
  endings: readonly Ending[],
  { producer, shop, address, language }: NewOrderContext,
): LetterText {
  const { open, why } = words[language]
  const link = address === null ? null : { label: open, href: `${address}/producer/listings` }
  const shopName = language === 'en' ? (shop.en ?? shop.vi) : shop.vi
  return toLetter(
    `${titleOf(endings, language)}: ${namesOf(endings, language)}`,
    [...STEPS.flatMap((step) => toParagraphs(endings, step, language)), why(producer, shopName)],
    link,
  )
}

/** The same for a producer's browser. */
export function certificateEndingNotice(
  endings: readonly Ending[],
  { language, messageId: tag }: { language: Language; messageId: string },
): DeviceNotice {
  const [first] = endings
  return {
    title: titleOf(endings, language),
    body: first && endings.length === 1 ? sentence(first, language) : namesOf(endings, language),
    path: '/producer/listings',
    tag,
    language,
  }
}
