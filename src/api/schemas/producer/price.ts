import * as z from 'zod'
import { BuyMore, SalePrice, VatRate } from '../../../catalog/prices/price-rules.js'
import { Price } from '../../../catalog/vnd.js'
import { named } from '../../components.js'

/** What holds of one pack's price: as it is kept, not as it is today. */
export const PriceRules = named(
  'PriceRules',
  z.strictObject({
    sku: z.string(),
    price: Price.nullable(),
    sale: SalePrice.nullable(),
    buyMore: z.array(BuyMore),
    vatRate: VatRate.nullable(),
    /** In grams. */
    shippingWeight: z.int().nullable(),
  }),
)
