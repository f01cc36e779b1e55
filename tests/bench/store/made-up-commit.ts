import { randomUUID } from 'node:crypto'
import type { Commit } from '../../../src/catalog/store.js'

const AT = '2026-11-22T05:00:00.000Z'
export const SKU = 'bench-0-250'
let made = 0

/** A commit as a small order makes it: the order, its transaction, the unit of stock. Every one is another. */
export function madeUpCommit(): Commit {
  made += 1
  const [id, number] = [randomUUID(), String(made).padStart(8, '0')]
  const line = { productId: 'bench-0', sku: SKU, quantity: 1 }
  return {
    puts: [
      {
        collection: 'orders',
        record: {
          id,
          version: 1,
          code: `${process.pid}-${number}`,
          recipient: {
            name: 'Nguyễn Thị Hoa',
            phone: `+849${number}`,
            place: { list: '2025-07', province: '66', commune: '24133' },
            street: '12 Lê Duẩn',
          },
          fulfillments: [
            {
              producerId: `bench-producer-${made % 500}`,
              lines: [{ ...line, name: 'Cà phê bột Ea Tu', unitPrice: 65_000 }],
              shipping: 30_000,
              status: 'placed',
              history: [{ status: 'placed', at: AT }],
            },
          ],
          payment: 'cashOnDelivery',
          idempotencyKey: id,
          requestHash: '0'.repeat(64),
          placedAt: AT,
          changedAt: AT,
        },
      },
    ],
    transactions: [
      {
        id: randomUUID(),
        kind: 'sale',
        platformId: 'storefront',
        producerId: `bench-producer-${made % 500}`,
        province: '2025-07:66',
        from: '2026-11-22',
        until: '2026-11-22',
        count: 1,
        lines: [{ ...line, amount: 65_000 }],
        amount: 65_000,
        orderId: id,
        recordedAt: AT,
      },
    ],
    stock: [{ sku: SKU, quantity: -1, reason: 'order', orderId: id }],
  } as unknown as Commit
}
