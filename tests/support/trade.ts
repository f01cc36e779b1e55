import type { Person } from '../../src/access/actor.js'
import type { ProducerId } from '../../src/catalog/ids.js'
import { CatalogError, type Catalog } from '../../src/index.js'
import { cart, newKey, recipient } from './shop.js'

/** Who acts in tests: an administrator of the whole country and the owner of Ea Tu in one. */
export const HANH: Person = {
  kind: 'person',
  accountId: 'hanh' as Person['accountId'],
  name: 'Phạm Thị Hạnh',
  memberships: [
    { front: 'office', role: 'administrator', scope: 'country' },
    { front: 'producer', role: 'owner', producerId: 'ea-tu' as ProducerId },
  ],
}

export const ACCOUNT = { bin: '970436', number: '0011001932418', holder: 'HTX EA TU' } as const

/** Shipping that costs more the farther and the heavier: 20,000 đ nearby, 30,000 and 40,000 đ, and 5,000 đ for each further kilogram. */
export const SHIPPING = {
  firstGrams: 1000,
  stepGrams: 1000,
  sameProvince: { first: 20_000, each: 5_000 },
  sameRegion: { first: 30_000, each: 5_000 },
  elsewhere: { first: 40_000, each: 5_000 },
} as const

/** A voucher of ten per cent for the whole shop, in November 2026. */
export const aVoucher = (fields: Partial<Parameters<Catalog['vouchers']['save']>[1]> = {}) => ({
  id: 'hoi-cho',
  code: 'HOICHO2026',
  producerId: null,
  percent: 10,
  from: '2026-11-01',
  until: '2026-11-30',
  minimum: 0,
  limit: null,
  status: 'active' as const,
  ...fields,
})

export const order = (
  catalog: Catalog,
  lines: Readonly<Record<string, number>>,
  more: Partial<Parameters<Catalog['placeOrder']>[0]> = {},
) =>
  catalog
    .placeOrder({
      cart: cart(...Object.entries(lines)),
      recipient: recipient(),
      idempotencyKey: newKey(),
      adult: true,
      ...more,
    })
    .then((placed) => placed.order)

/** A Vietnamese mobile number, another one for each index. */
export const phoneNumber = (index: number): string => `0905${String(100_000 + index)}`

/** The error with which a promise was refused. */
export const refusalOf = async (promise: Promise<unknown>): Promise<CatalogError> => {
  const error: unknown = await promise.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof CatalogError) return error
  throw error
}
