import { issueText, type CatalogError, type FieldIssue } from '../../catalog/errors.js'
import type { Quote } from '../../trade/quote.js'
import { formatCount } from '../format.js'
import type { Visit } from '../visit.js'
import { nameOfSku } from './basket.js'
import { RECIPIENT_FIELDS, type OrderForm, type RecipientField } from './order-form.js'

/** Something that keeps an order from being placed, said so that the shopper knows what to do. */
export interface Problem {
  readonly text: string
  /** The field that it is about; null when it is about the order as a whole. */
  readonly field: RecipientField | 'adult' | 'goods' | 'voucher' | 'payment' | null
}

function fieldProblem(issue: FieldIssue, visit: Visit): Problem {
  const words = visit.messages.trade.checkout
  const field = RECIPIENT_FIELDS.find((name) => name === issue.path)
  if (issue.path === 'voucher' || issue.path === 'payment')
    return { text: issueText(issue, visit.language), field: issue.path }
  if (!field) return { text: words.stale, field: null }
  if (issue.code === 'required') return { text: words.missing[field], field }
  if (issue.code === 'notPhone') return { text: words.badPhone, field }
  return { text: `${words[field]}: ${issueText(issue, visit.language)}`, field }
}

const shortage = (sku: string, available: number, visit: Visit): Problem => {
  const { outOfStock, soldOut } = visit.messages.trade.checkout
  const name = nameOfSku(sku, visit).text
  return {
    text: available === 0 ? soldOut(name) : outOfStock(name, formatCount(available, visit.language)),
    field: 'goods',
  }
}

/** The lines of a quote that cannot be ordered as they stand. */
export function goodsProblems(quote: Quote, visit: Visit): Problem[] {
  const gone = quote.unavailable.map((sku): Problem => ({
    text: visit.messages.trade.checkout.notSold(nameOfSku(sku, visit).text),
    field: 'goods',
  }))
  const short = quote.shares
    .flatMap(({ lines }) => lines)
    .filter(({ problem }) => problem !== null)
    .map(({ variant, available }) => shortage(variant.sku, available, visit))
  return [...gone, ...short]
}

/** A code that takes nothing off, for whatever reason. */
export const voucherProblems = (form: OrderForm, quote: Quote, visit: Visit): Problem[] =>
  form.voucher === '' || quote.voucher
    ? []
    : [
        {
          text: issueText({ path: 'voucher', code: 'voucherNotUsable', params: {} }, visit.language),
          field: 'voucher',
        },
      ]

const adultProblem = (visit: Visit): Problem => ({ text: visit.messages.trade.checkout.adultMissing, field: 'adult' })

/**
 * What a refused order says, field by field and all at once; null for an error that no change of the form mends.
 * `quote` is the order as it stands after the refusal.
 */
export function refusalProblems(
  error: CatalogError,
  form: OrderForm,
  quote: Quote,
  visit: Visit,
): readonly Problem[] | null {
  const words = visit.messages.trade.checkout
  const adult = quote.forAdults && !form.adult ? [adultProblem(visit)] : []
  switch (error.code) {
    case 'INVALID_INPUT':
      return [...error.issues.map((issue) => fieldProblem(issue, visit)), ...adult]
    case 'AGE_CONFIRMATION_REQUIRED':
      return adult
    case 'OUT_OF_STOCK': {
      const { sku, available } = error.details
      const problems = goodsProblems(quote, visit)
      return problems.length > 0 ? problems : [shortage(String(sku), Number(available), visit)]
    }
    case 'TOO_MANY_ORDERS':
      return [{ text: error.text(visit.language), field: null }]
    case 'NOT_FOR_SALE':
      return goodsProblems(quote, visit)
    case 'IDEMPOTENCY_MISMATCH':
      return [{ text: words.mismatch, field: null }]
    case 'STORE_UNAVAILABLE':
      return [{ text: words.unavailable, field: null }]
    default:
      return null
  }
}
