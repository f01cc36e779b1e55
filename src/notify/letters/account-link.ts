import type { Language, LocalizedText } from '../../catalog/text.js'
import { toLetter, type LetterText } from './letter.js'

const words = {
  vi: {
    subject: (shop: string) => `${shop}: đặt mật khẩu`,
    text: (name: string, shop: string, hours: number) =>
      `Chào ${name}. Mở đường dẫn dưới đây để đặt mật khẩu cho tài khoản của bạn tại ${shop}. Đường dẫn dùng được một lần, trong ${hours} giờ.`,
    care: 'Nếu bạn không chờ thư này, hãy bỏ qua; không ai vào được tài khoản khi chưa có đường dẫn.',
    open: 'Đặt mật khẩu',
  },
  en: {
    subject: (shop: string) => `${shop}: choose your password`,
    text: (name: string, shop: string, hours: number) =>
      `Dear ${name}, open the link below to choose the password of your account with ${shop}. It works once, within ${hours} hours.`,
    care: 'If you do not expect this letter, leave it; nobody gets into the account without the link.',
    open: 'Choose the password',
  },
} as const

/** Brings a one-time link to whom an account belongs. */
export function accountLinkLetter(
  name: string,
  { shop, link, hours, language }: { shop: LocalizedText; link: string; hours: number; language: Language },
): LetterText {
  const text = words[language]
  const shopName = language === 'en' ? (shop.en ?? shop.vi) : shop.vi
  return toLetter(text.subject(shopName), [text.text(name, shopName, hours), text.care], {
    label: text.open,
    href: link,
  })
}
