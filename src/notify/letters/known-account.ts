import type { LocalizedText } from '../../catalog/text.js'
import { toLetter, type LetterText } from './letter.js'

/**
 * Tells whom an account belongs to that somebody asked for another one with its phone number or mail address. In both
 * languages: which one its owner reads is not known, and the asker's says nothing of it.
 */
export function knownAccountLetter(name: string, shop: LocalizedText, address: string | null): LetterText {
  const link = address === null ? null : { label: 'Đăng nhập / Sign in', href: `${address}/account/sign-in` }
  return toLetter(
    `${shop.vi}: bạn đã có tài khoản`,
    [
      `Chào ${name}. Có người vừa xin lập tài khoản tại ${shop.vi} bằng số điện thoại hoặc e-mail của bạn. Bạn đã có tài khoản, nên không có tài khoản mới nào được lập và không có gì thay đổi.`,
      'Nếu đó là bạn: hãy đăng nhập bằng mật khẩu đã đặt; quên mật khẩu thì bấm “Quên mật khẩu?” ở trang đăng nhập. Nếu không phải bạn: không cần làm gì.',
      `Somebody has asked for an account with ${shop.en ?? shop.vi} using your phone number or e-mail address. You have one already, so none was opened and nothing has changed. If it was you, sign in with your password, or ask for a new one on the sign-in page. If it was not, there is nothing to do.`,
    ],
    link,
  )
}
