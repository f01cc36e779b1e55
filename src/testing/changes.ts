import type { Sku } from '../catalog/ids.js'
import type { Order } from '../catalog/order.js'
import type { Product } from '../catalog/product.js'
import type { Put, StockMovement } from '../catalog/store.js'

/** The SKU that records of the tests sell. */
export const COFFEE = 'ca-phe-500' as Sku

export const put = (record: Product): Put => ({ collection: 'products', record })

export const placed = (record: Order): Put => ({ collection: 'orders', record })

export const move = (quantity: number, sku = COFFEE): StockMovement => ({ sku, quantity, reason: 'adjustment' })
