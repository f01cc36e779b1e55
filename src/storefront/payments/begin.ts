import { CatalogError } from '../../catalog/errors.js'
import type { PaymentStart } from '../../catalog/ports/payment-provider.js'
import type { Visit } from '../visit.js'
import { methodName } from './method-name.js'
import type { OpenPayment } from './payment-request.js'

const PATIENCE_MS = 10_000

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/**
 * Begins a payment at its provider; the operator hears of what the provider throws.
 *
 * @throws {CatalogError} `NO_ANSWER` when the provider fails, or leads to what is no web address.
 */
export async function begin({ provider, request }: OpenPayment, visit: Visit): Promise<PaymentStart> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const begun = (await provider.start?.(request, signal)) ?? {
      instructions: provider.instructions?.(request) ?? { facts: [] },
    }
    if ('redirect' in begun && !isWebAddress(begun.redirect))
      throw new TypeError(`${provider.id}: “${begun.redirect}” is no web address`)
    return begun
  } catch (error) {
    visit.site.onError(error, { method: visit.method, path: visit.path })
    const host = methodName(provider.id, visit)
    const why = visit.messages.trade.paying.notPaid
    throw new CatalogError('NO_ANSWER', { details: { host, why }, cause: error })
  }
}
