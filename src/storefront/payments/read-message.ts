import type { BankNotice } from '../../catalog/payments/bank-notice.js'
import type { PaymentMessage, PaymentProvider } from '../../catalog/ports/payment-provider.js'
import type { Catalog } from '../../site/catalog.js'

/** Lets a provider read a message and takes what it says; null when it tells of no money. @throws as `readNotice` does. */
export async function readMessage(
  catalog: Catalog,
  provider: PaymentProvider,
  message: Omit<PaymentMessage, 'now'>,
): Promise<BankNotice | null> {
  const notice = await provider.readNotice?.({ ...message, now: catalog.now() })
  return notice ? catalog.payments.receive(provider, notice) : null
}
