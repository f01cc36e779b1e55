import { join } from 'node:path'
import { generateCatalog } from './generator.js'
import { PLENTY, skusOf } from './made-up-offers.js'
import { startProgram, type Program } from './program.js'
import type { NaiveProduct } from './programs/naive.js'

/** The same made-up products as a naive shop would keep them: all in one object. */
const toNaive = (products: number): NaiveProduct[] =>
  generateCatalog(products).map(({ id, name, producer, province, groupName, stars, price }, index) => ({
    id,
    name,
    producer,
    province,
    group: groupName,
    stars,
    price: price ?? 0,
    description: `${name}: sản phẩm không có thật, tên ghép ngẫu nhiên để đo tốc độ.`,
    stock: Object.fromEntries(skusOf(index).map((sku) => [sku, PLENTY])),
  }))

export const startNaive = (folder: string, products: number): Promise<Program> =>
  startProgram('naive', { products: toNaive(products), file: join(folder, 'naive.json') })
