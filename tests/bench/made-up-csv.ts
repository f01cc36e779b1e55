import { stringify } from 'csv-stringify/sync'
import type { MadeUpProduct } from './generator.js'

const YEARS = ['2023', '2024', '2025', '2026']

/** Numbers tell namesakes apart: in a list, one name of one producer is one product. */
const numberOf = (id: string): string => /\d+$/.exec(id)?.[0] ?? ''

/** How a product is called in a shop of the bench. */
export const nameInList = ({ id, name }: MadeUpProduct): string => `${name} số ${numberOf(id)}`

const toRow = (product: MadeUpProduct, index: number): string[] => [
  nameInList(product),
  `${product.producer} số ${numberOf(product.producerId)}`,
  product.province,
  `xã ${product.commune}, huyện ${product.district}`,
  `${product.groupName} > ${product.set}`,
  String(product.stars),
  `BENCH-${numberOf(product.id)}`,
  `17/05/${YEARS[index % YEARS.length] ?? ''}`,
  'made up for the bench',
]

const HEADINGS = [
  'Tên sản phẩm',
  'Chủ thể',
  'Tỉnh',
  'Huyện, xã',
  'Phân nhóm',
  'Hạng sao',
  'Số quyết định',
  'Ngày quyết định',
  'Nguồn',
]

/** A list of made-up products as an office would hand it in: one row for each. */
export const toCsv = (products: readonly MadeUpProduct[]): string => stringify([HEADINGS, ...products.map(toRow)])
