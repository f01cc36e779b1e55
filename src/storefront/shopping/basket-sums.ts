import type { Reduction } from '../../catalog/order.js'
import { vatWithin, type VatPart } from '../../trade/vat.js'
import type { Quote } from '../../trade/quote.js'
import { formatVnd } from '../format.js'
import type { Visit } from '../visit.js'

/** What is taken off, in words: by buying more of something, or by a voucher. */
export interface ReductionLine {
  readonly text: string
  readonly amount: string
}

/** @param nameOf - What a SKU is called in this order. */
export const toReductions = (
  reductions: readonly Reduction[],
  nameOf: (sku: string) => string,
  visit: Visit,
): ReductionLine[] => {
  const words = visit.messages.trade.paying
  return reductions.map((reduction) => ({
    text: reduction.kind === 'voucher' ? words.voucherLine(reduction.code) : words.buyMore(nameOf(reduction.sku)),
    amount: `−${formatVnd(reduction.amount)}`,
  }))
}

/** The VAT within prices, in words; null when no rate is known. */
export function toVat(part: VatPart | null, visit: Visit): { readonly label: string; readonly amount: string } | null {
  const words = visit.messages.trade.paying
  return part && { label: part.isWhole ? words.vatPart : words.vatSome, amount: formatVnd(part.amount) }
}

/** The VAT within a cart as it would be ordered now. */
export const vatOfQuote = ({ shares }: Quote): VatPart | null =>
  vatWithin(
    shares.map(({ lines, reductions }) => ({
      reductions: [...reductions],
      lines: lines.map(({ product, variant, quantity, unitPrice }) => ({
        productId: product.id,
        sku: variant.sku,
        name: product.name.vi,
        quantity,
        unitPrice,
        ...(variant.vatRate === undefined ? {} : { vatRate: variant.vatRate }),
      })),
    })),
  )
