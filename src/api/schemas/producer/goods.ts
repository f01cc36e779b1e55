import * as z from 'zod'
import { PackSize } from '../../../catalog/packs/pack-size.js'
import { BuyMore, SalePrice, VatRate } from '../../../catalog/prices/price-rules.js'
import { Price } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { Next, pathText } from '../paging.js'
import { Named } from '../shop/product.js'
import { Words } from '../words.js'

const Level = z.int().min(0).max(1_000_000)

/** Every pack of a producer as it stands in its list. */
export const GoodsList = named(
  'GoodsList',
  z.strictObject({
    next: Next,
    goods: z.array(
      z.strictObject({
        product: Named,
        status: z.enum(['draft', 'published']),
        sku: z.string(),
        name: Words.nullable(),
        packSize: PackSize,
        price: Price.nullable(),
        /** Null when no stock was ever stated: it is not sold here. */
        stock: z.int().nullable(),
      }),
    ),
  }),
)

/** New prices and stock, all or nothing; what is left out of a row stays as it is. */
export const GoodsBody = named(
  'GoodsBody',
  z.strictObject({
    rows: z
      .array(z.strictObject({ sku: z.string(), price: Price.nullable().optional(), stock: Level.optional() }))
      .min(1)
      .max(500),
  }),
)
export const GoodsChanged = named('GoodsChanged', z.strictObject({ changed: z.int() }))

export const StockBody = named(
  'StockBody',
  z.strictObject({
    /** Units that came in, or went out when it is negative. */
    by: z.int().min(-1_000_000).max(1_000_000),
  }),
)
export const StockLeft = named('StockLeft', z.strictObject({ sku: z.string(), stock: z.int() }))

/** What is to hold of one pack's price from now on; null takes a rule away, what is left out stays. */
export const PriceBody = named(
  'PriceBody',
  z.strictObject({
    price: Price.nullable().optional(),
    sale: SalePrice.nullable().optional(),
    buyMore: z.array(BuyMore).max(5).nullable().optional(),
    vatRate: VatRate.nullable().optional(),
    /** In grams. */
    shippingWeight: z.int().min(1).max(1_000_000).nullable().optional(),
  }),
)
export const BySku = z.strictObject({ sku: pathText(64) })
