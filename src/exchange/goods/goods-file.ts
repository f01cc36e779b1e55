import type { Language } from '../../catalog/text.js'
import type { Cell } from '../csv/to-csv.js'
import { goodsColumns } from './goods-columns.js'

/** One variant of a producer's table. */
export interface GoodsLine {
  readonly name: string
  readonly pack: string
  readonly sku: string
  readonly price: number | null
  readonly stock: number | null
}

/** A producer's goods as a table with headings in the person's language. */
export const goodsFile = (
  lines: readonly GoodsLine[],
  language: Language,
): { readonly headings: readonly string[]; readonly rows: readonly (readonly Cell[])[] } => ({
  headings: Object.values(goodsColumns).map((column) => column[language]),
  rows: lines.map(({ name, pack, sku, price, stock }) => [name, pack, sku, price, stock]),
})
