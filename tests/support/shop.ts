import { createCatalog, type Catalog, type Sku } from '../../src/index.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'

/** Noon in Vietnam on the day of the tests. */
export const NOON = new Date('2026-11-22T05:00:00Z')

const DAK_LAK = { list: 'pre-2025-07', province: '66' } as const
const LONG_AN = { list: 'pre-2025-07', province: '80' } as const

const product = (id: string, name: string, producerId: string, group: 'I' | 'II', set: number) => ({
  id,
  slug: id,
  status: 'published' as const,
  name: { vi: name },
  producerId,
  classification: { group, set, basis: 'proposal' as const },
  origin: producerId === 'go-den' ? LONG_AN : DAK_LAK,
  photos: [],
  labelFacts: {},
})

/** Puts a small shop into a catalog: two producers, coffee in two packs, honey, and a spirit for adults. */
export async function stockShop(catalog: Catalog): Promise<void> {
  await catalog.save({
    producers: [
      {
        id: 'ea-tu',
        slug: 'ea-tu',
        name: 'Hợp tác xã Ea Tu',
        kind: 'cooperative',
        place: DAK_LAK,
        phone: '0262 3852 852',
      },
      { id: 'go-den', slug: 'go-den', name: 'Hộ kinh doanh Gò Đen', kind: 'household', place: LONG_AN },
    ],
    products: [
      {
        ...product('ca-phe-bot', 'Cà phê bột', 'ea-tu', 'I', 13),
        variants: [
          { sku: 'CF-250', packSize: { quantity: 250, unit: 'g' as const }, price: 65_000 },
          { sku: 'CF-500', packSize: { quantity: 500, unit: 'g' as const }, price: 120_000 },
        ],
      },
      {
        ...product('mat-ong', 'Mật ong hoa cà phê', 'ea-tu', 'I', 4),
        variants: [{ sku: 'HONEY', packSize: { quantity: 500, unit: 'ml' as const }, price: 150_000 }],
      },
      {
        ...product('ruou-de', 'Rượu đế Gò Đen', 'go-den', 'II', 14),
        variants: [{ sku: 'SPIRIT', packSize: { quantity: 1, unit: 'l' as const }, price: 90_000 }],
      },
    ],
    stock: [
      { sku: 'CF-250', quantity: 40 },
      { sku: 'CF-500', quantity: 10 },
      { sku: 'HONEY', quantity: 2 },
      { sku: 'SPIRIT', quantity: 5 },
    ],
  })
}

/** That shop in memory. `options.now` moves its clock. */
export async function openShop(options: { now?: () => Date } = {}): Promise<Catalog> {
  const catalog = await createCatalog({
    store: openMemoryStore(),
    clock: options.now ?? (() => NOON),
    ordersPerPhone: null,
  })
  await stockShop(catalog)
  return catalog
}

export const cart = (...lines: readonly (readonly [sku: string, quantity: number])[]): ReadonlyMap<Sku, number> =>
  new Map(lines.map(([sku, quantity]) => [sku as Sku, quantity]))

/** A recipient in a commune of today's Đắk Lắk. */
export const recipient = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Nguyễn Thị Hoa',
  phone: '0905 123 456',
  province: '66',
  commune: '24133',
  street: '12 Lê Duẩn',
  ...fields,
})

let keys = 0
/** A fresh idempotency key. */
export const newKey = (): string => `test-key-${(keys += 1)}`
