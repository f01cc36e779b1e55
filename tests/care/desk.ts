import type { Person } from '../../src/access/actor.js'
import type { Membership } from '../../src/catalog/account.js'
import type { Catalog } from '../../src/index.js'
import { cart, newKey, openShop, recipient } from '../support/shop.js'

const person = (id: string, name: string, ...memberships: unknown[]): Person => ({
  kind: 'person',
  accountId: id as Person['accountId'],
  name,
  memberships: memberships as Membership[],
})

/** Somebody of the office for the whole country, of one for Đắk Lắk, and the people of two producers. */
export const ADMINISTRATOR = person('lan', 'Nguyễn Thị Lan', {
  front: 'office',
  role: 'administrator',
  scope: 'country',
})
export const DAK_LAK_REVIEWER = person('y-bhin', 'Y Bhin Niê', {
  front: 'office',
  role: 'reviewer',
  scope: ['2025-07:66'],
})
export const TAY_NINH_REVIEWER = person('tam', 'Lê Thị Tâm', {
  front: 'office',
  role: 'reviewer',
  scope: ['2025-07:80'],
})
export const EA_TU = person('hoa', 'Trần Văn Hòa', { front: 'producer', role: 'owner', producerId: 'ea-tu' })
export const GO_DEN = person('sau', 'Nguyễn Văn Sáu', { front: 'producer', role: 'owner', producerId: 'go-den' })

export const PHONE = '0905 123 456'

/** A shop whose clock the test moves. */
export async function openMovedShop(start: string): Promise<{ catalog: Catalog; moveTo: (instant: string) => void }> {
  let now = new Date(start)
  const catalog = await openShop({ now: () => now })
  return { catalog, moveTo: (instant) => (now = new Date(instant)) }
}

/** An order of one SKU, brought to a step; its code. */
export async function orderOf(
  catalog: Catalog,
  sku: string,
  steps: readonly ('accepted' | 'packed' | 'shipped' | 'delivered')[] = ['accepted', 'packed', 'shipped', 'delivered'],
  fields: Record<string, unknown> = {},
): Promise<string> {
  const { order } = await catalog.placeOrder({
    cart: cart([sku, 1]),
    recipient: recipient(fields),
    idempotencyKey: newKey(),
    adult: true,
  })
  for (const step of steps) await catalog.advanceOrder(order.code, order.fulfillments[0]?.producerId ?? '', step)
  return order.code
}
