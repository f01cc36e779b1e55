import type { Store } from '../../src/catalog/store.js'
import { COFFEE, move, placed, put } from '../../src/testing/changes.js'
import { anOrder, aProduct, aSale } from '../support/records.js'

/** Places one order of two packs, with its transaction and its stock, in one commit. */
export const placeOrder = (store: Store, id: string): Promise<unknown> => {
  const order = anOrder({ id })
  return store.commit({
    puts: [placed(order)],
    transactions: [aSale({ id: `sale-of-${id}`, orderId: id, externalNumber: id })],
    stock: [{ sku: COFFEE, quantity: -2, reason: 'order', orderId: order.id }],
  })
}

/** The first delivery. */
export const stockUp = (store: Store, units: number): Promise<unknown> =>
  store.commit({ puts: [put(aProduct())], stock: [move(units)] })
