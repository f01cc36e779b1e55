import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { offerOperations } from '../../../api/operations/offers.js'
import type { SaleTerms as TermsSchema, Voucher as VoucherSchema } from '../../../api/schemas/producer/offers.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Product, Variant } from '../../../catalog/product.js'
import type { SaleTerms } from '../../../catalog/payments/sale-terms.js'
import type { Voucher } from '../../../catalog/prices/voucher.js'
import type { Call, HandlersOf } from '../handlers.js'
import { takePage } from '../cursor.js'
import { requireOwn } from '../require-own.js'

const unknown = (what: string, id: string): CatalogError => new CatalogError('NOT_FOUND', { details: { what, id } })

/** What is kept of one pack's price, with the version of its product. */
export function toPriceRules(product: Product, { sku, price, sale, buyMore, vatRate, shippingWeight }: Variant) {
  const body = {
    sku,
    price,
    sale: sale ?? null,
    buyMore: buyMore ?? [],
    vatRate: vatRate ?? null,
    shippingWeight: shippingWeight ?? null,
  }
  return { body, version: product.version }
}

const toVoucher = (voucher: Voucher, uses: number): z.input<typeof VoucherSchema> => {
  const { id, version, code, note, percent, most, amount, from, until, minimum, limit, status } = voucher
  return {
    id,
    version,
    code,
    note: note ?? null,
    percent: percent ?? null,
    most: most ?? null,
    amount: amount ?? null,
    from,
    until,
    minimum,
    limit,
    status,
    uses,
  }
}

const toTerms = (terms: SaleTerms | null): z.input<typeof TermsSchema> => ({
  bankAccount: terms?.bankAccount ?? null,
  prepaidOnly: terms?.prepaidOnly === true,
  shipping: terms?.shipping ?? null,
  pickUp: terms?.pickUp ?? null,
})

function ownVouchers(call: Call<unknown>) {
  requireOwn(call, 'voucher.manage')
  return call.visit.catalog.vouchers.list(call.producerId)
}

function ownVoucher(call: Call<unknown>, id: string) {
  const found = ownVouchers(call).find(({ voucher }) => voucher.id === id)
  if (!found) throw unknown('voucher', id)
  return found
}

/** The vouchers and terms of the producer to which the key belongs. */
export const offerHandlers: HandlersOf<typeof offerOperations> = {
  getPrice: ({ actor, producerId, params, visit }) => {
    const own = visit.catalog.goods.list(actor, producerId).find(({ variant }) => variant.sku === params.sku)
    if (!own) throw unknown('SKU', params.sku)
    return toPriceRules(own.product, own.variant)
  },

  listVouchers: (call) => {
    const all = ownVouchers(call)
    const { entries, next } = takePage(all, call.query)
    return { body: { total: all.length, next, vouchers: entries.map(({ voucher, uses }) => toVoucher(voucher, uses)) } }
  },

  addVoucher: async ({ actor, producerId, body, visit }) => {
    const voucher = await visit.catalog.vouchers.save(actor, { ...body, id: randomUUID(), producerId })
    return { body: toVoucher(voucher, 0), version: voucher.version }
  },

  getVoucher: (call) => {
    const { voucher, uses } = ownVoucher(call, call.params.id)
    return { body: toVoucher(voucher, uses), version: voucher.version }
  },

  changeVoucher: async (call) => {
    const { actor, producerId, params, body, visit } = call
    const { uses } = ownVoucher(call, params.id)
    const voucher = await visit.catalog.vouchers.save(actor, { ...body, id: params.id, producerId })
    return { body: toVoucher(voucher, uses), version: voucher.version }
  },

  getSaleTerms: (call) => {
    requireOwn(call, 'payment.manage')
    const terms = call.visit.catalog.saleTerms.find(call.producerId)
    return { body: toTerms(terms), version: terms?.version ?? 0 }
  },

  setSaleTerms: async ({ actor, producerId, body, visit }) => {
    const { bankAccount, prepaidOnly, shipping, pickUp } = body
    const terms = await visit.catalog.saleTerms.save(actor, {
      id: producerId,
      ...(bankAccount ? { bankAccount } : {}),
      ...(prepaidOnly === true ? { prepaidOnly } : {}),
      ...(shipping ? { shipping } : {}),
      ...(pickUp ? { pickUp } : {}),
    })
    return { body: toTerms(terms), version: terms.version }
  },
}
