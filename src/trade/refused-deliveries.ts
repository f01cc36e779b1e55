import { dayAt, toInstant } from '../catalog/day.js'
import type { DeliveryRefusals } from '../catalog/delivery-refusals.js'
import type { RefusalsId } from '../catalog/ids.js'
import type { PhoneNumber } from '../catalog/phone.js'
import type { CatalogState } from '../catalog/state.js'

type Digest = (text: string) => string

const idOf = (phone: PhoneNumber, sha256: Digest): RefusalsId => sha256(`deliveries to ${phone}`) as RefusalsId

/** How often deliveries to a phone came back unaccepted, for the producer who decides whether to send; null for never. */
export const findRefusals = (phone: PhoneNumber, state: CatalogState, sha256: Digest): DeliveryRefusals | null =>
  state.find('deliveryRefusals', idOf(phone, sha256))

/** The count with one more delivery that came back. */
export function oneMoreRefusal(phone: PhoneNumber, state: CatalogState, sha256: Digest, now: Date): DeliveryRefusals {
  const before = findRefusals(phone, state, sha256)
  return {
    id: idOf(phone, sha256),
    version: (before?.version ?? 0) + 1,
    count: (before?.count ?? 0) + 1,
    lastOn: dayAt(now),
    changedAt: toInstant(now),
  }
}
