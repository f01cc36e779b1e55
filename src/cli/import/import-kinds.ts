import type { ImportKind } from '../../exchange/import/import-kind.js'
import { listingImport } from '../../exchange/listings/listing-import.js'
import { productImport } from '../../exchange/products/product-import.js'
import { saleImport } from '../../exchange/sales/sale-import.js'

export type ImportName = 'products' | 'listings' | 'sales'

/** What can be imported, by the name that is typed. */
export const IMPORT_KINDS: Readonly<Record<ImportName, ImportKind>> = {
  products: productImport,
  listings: listingImport,
  sales: saleImport,
}

export const IMPORT_NAMES = Object.keys(IMPORT_KINDS) as ImportName[]
