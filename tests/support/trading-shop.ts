import type { Catalog } from '../../src/index.js'
import { openShop } from './shop.js'
import { ACCOUNT, aVoucher, HANH, SHIPPING } from './trade.js'

/** Secret of bank notices in tests. */
export const SECRET = '3f9c1e7a5b2d8046c1e7a5b2d80463f9c'

/** The small shop with everything that Ea Tu offers: transfers, shipping by weight and place, pick-up, a sale, buy-more, a voucher. */
export async function openTradingShop(options: { now?: () => Date } = {}): Promise<Catalog> {
  const catalog = await openShop(options)
  await catalog.saleTerms.save(HANH, {
    id: 'ea-tu',
    bankAccount: ACCOUNT,
    shipping: { ...SHIPPING, freeFrom: 900_000 },
    pickUp: { address: '12 Lê Duẩn, Buôn Ma Thuột', hours: '7:00–17:00' },
  })
  await catalog.prices.change(HANH, 'CF-500', {
    sale: { price: 99_000, from: '2026-11-20', until: '2026-11-30' },
    vatRate: 8,
  })
  await catalog.prices.change(HANH, 'CF-250', { buyMore: [{ from: 3, percent: 10 }] })
  await catalog.vouchers.save(HANH, aVoucher())
  return catalog
}
