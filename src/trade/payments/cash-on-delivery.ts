import type { PaymentProvider } from '../../catalog/ports/payment-provider.js'

/** Paid to whoever brings the goods; not where a producer with an account wants to be paid before. */
export const cashOnDelivery: PaymentProvider = {
  id: 'cashOnDelivery',
  name: { vi: 'Trả tiền khi nhận hàng', en: 'Cash on delivery' },
  takes: ({ terms }) => terms?.bankAccount === undefined || terms.prepaidOnly !== true,
}
