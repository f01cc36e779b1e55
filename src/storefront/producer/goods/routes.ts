import { inFront, type Route } from '../../route.js'
import { goodsPage, postStock } from './products.js'
import { goodsCsv, goodsTable, goodsXlsx, postGoodsFile, postGoodsTable, tableUpload } from './table.js'

const { get, post } = inFront('producer')
const SELLING = { may: 'stock.change' } as const

/** Stock and prices. */
export const goodsRoutes: readonly Route[] = [
  get('/producer/products', goodsPage, SELLING),
  post('/producer/stock', postStock, SELLING),
  get('/producer/prices', goodsTable, SELLING),
  post('/producer/prices', postGoodsTable, SELLING),
  get('/producer/prices.csv', goodsCsv, SELLING),
  get('/producer/prices.xlsx', goodsXlsx, SELLING),
  post('/producer/prices/file', postGoodsFile, { ...SELLING, upload: tableUpload }),
]
