import { formatVnd } from '../../catalog/prices/vnd-words.js'
import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'
import { vietQr } from './vietqr.js'

const LABELS = {
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account number' },
  holder: { vi: 'Chủ tài khoản', en: 'Account holder' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  text: { vi: 'Nội dung', en: 'Text' },
}

/** A transfer into the producer's own account, by a VietQR code that holds account, sum and text. */
export const vietQrTransfer: PaymentProvider = {
  id: 'bankTransfer',
  name: { vi: 'Chuyển khoản (VietQR)', en: 'Bank transfer (VietQR)' },
  hint: {
    vi: 'Mã QR có sẵn số tiền và nội dung sẽ hiện ngay sau khi đặt.',
    en: 'A QR code with the amount and the text shows as soon as you have ordered.',
  },
  takes: ({ terms }) => terms?.bankAccount !== undefined,
  instructions({ account, amount, text }) {
    if (!account) return { facts: [] }
    const { bank, number, holder } = account
    return {
      qr: vietQr({ account, amount, purpose: text }),
      facts: [
        { label: LABELS.bank, value: bank },
        { label: LABELS.account, value: number, copy: number },
        { label: LABELS.holder, value: holder },
        { label: LABELS.amount, value: formatVnd(amount), copy: String(amount) },
        { label: LABELS.text, value: text, copy: text },
      ],
    }
  },
}
