import type { AccountChange } from '../../catalog/payments/sale-terms.js'
import type { LocalizedText } from '../../catalog/text.js'
import { toLetter, type LetterText } from './letter.js'

/**
 * Tells a producer's people that the account which shoppers pay into is another one, and who changed it. It names no
 * account: whoever reads a mail box learns nothing, and the page shows it. In both languages, since it goes to several.
 */
export function accountChangeLetter(
  producer: string,
  { by }: AccountChange,
  shop: LocalizedText,
  address: string | null,
): LetterText {
  const link = address === null ? null : { label: 'Cách bán / How I sell', href: `${address}/producer/terms` }
  return toLetter(
    `${shop.vi}: tài khoản nhận tiền của ${producer} đã đổi`,
    [
      `Tài khoản ngân hàng mà người mua trả tiền cho ${producer} tại ${shop.vi} vừa được đổi. Người đổi: ${by}.`,
      'Nếu đúng người của bạn làm: không cần làm gì. Nếu không: hãy sửa lại ngay ở trang Cách bán, đổi mật khẩu, và báo cho cơ quan phụ trách.',
      `The bank account into which shoppers pay ${producer} at ${shop.en ?? shop.vi} has just been changed by ${by}. If that was not one of you, put it right on the page “How I sell” at once, change your password, and tell the office.`,
    ],
    link,
  )
}
