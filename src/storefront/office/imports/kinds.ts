import type { ImportRecord } from '../../../catalog/office/import-record.js'
import type { ImportKind } from '../../../exchange/import/import-kind.js'
import { listingImport } from '../../../exchange/listings/listing-import.js'
import { productImport } from '../../../exchange/products/product-import.js'
import { saleImport } from '../../../exchange/sales/sale-import.js'

type Name = ImportRecord['kind']

/** What an office can import, by the name in forms and addresses. */
export const IMPORT_KINDS: Readonly<Record<Name, ImportKind>> = {
  products: productImport,
  listings: listingImport,
  sales: saleImport,
}

export const findImportKind = (name: string | null): Name | null =>
  (Object.keys(IMPORT_KINDS) as Name[]).find((known) => known === name) ?? null
