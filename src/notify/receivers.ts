import type { Delivery } from '../catalog/notify/delivery.js'
import type { CatalogEvent } from '../catalog/notify/event.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { CatalogState } from '../catalog/state.js'
import type { WebhookEndpoint } from '../catalog/notify/webhook-endpoint.js'

type Target = Delivery['target']
/** Where a producer lies today; null when it is not known. */
type FindProvince = (producerId: string) => ProvinceKey | null
type Receivers = Pick<CatalogState, 'all' | 'find' | 'listBy'>

/** What one receiver is told in one message. */
export interface Telling {
  readonly target: Target
  readonly event: CatalogEvent
  readonly also: readonly CatalogEvent[]
}

const producerOf = ({ data }: CatalogEvent): string | null =>
  'producerId' in data && data.producerId !== undefined ? data.producerId : null

/** True when an endpoint is to be told of an event: it asked for its kind, and the event's producer is within its reach. */
function hears({ reach, events, status }: WebhookEndpoint, event: CatalogEvent, provinceOf: FindProvince): boolean {
  if (status !== 'on' || event.type === 'test' || !events.includes(event.type)) return false
  const producer = producerOf(event)
  if (reach.kind === 'producer') return reach.producerId === producer
  if (reach.scope === 'country') return true
  const province = producer === null ? null : provinceOf(producer)
  return province !== null && reach.scope.includes(province)
}

/**
 * Who is to be told of an event: programs that asked for it; of new orders and of certificates that run out the
 * producer's mail address and browsers.
 */
function receiversOf(event: CatalogEvent, state: Receivers, provinceOf: FindProvince): readonly Target[] {
  const programs = state
    .all('webhookEndpoints')
    .filter((endpoint) => hears(endpoint, event, provinceOf))
    .map(({ id }): Target => ({ kind: 'webhook', endpointId: id }))
  if (event.type !== 'order.placed' && event.type !== 'certificate.expiring') return programs
  const { producerId } = event.data
  if (producerId === null) return programs
  const wantsMail = state.find('producerSettings', producerId)?.notices.email !== undefined
  const browsers = state
    .listBy('pushDevices', 'producer', producerId)
    .filter(({ subscription }) => subscription !== null)
    .map(({ id }): Target => ({ kind: 'push', deviceId: id }))
  return [...programs, ...(wantsMail ? [{ kind: 'mail', producerId } as const] : []), ...browsers]
}

const receiverKey = (target: Exclude<Target, { kind: 'webhook' }>): string =>
  target.kind === 'mail' ? target.producerId : target.deviceId

/**
 * What of a commit's events is to be told to whom: each in a message of its own, but a producer's certificates that run
 * out in one letter and one notice to each browser. Programs hear of each certificate.
 */
export function tellingsOf(
  events: readonly CatalogEvent[],
  state: Receivers,
  provinceOf: FindProvince,
): readonly Telling[] {
  const together = new Map<string, CatalogEvent[]>()
  return events.flatMap((event) =>
    receiversOf(event, state, provinceOf).flatMap((target): Telling[] => {
      if (event.type !== 'certificate.expiring' || target.kind === 'webhook') return [{ target, event, also: [] }]
      const key = receiverKey(target)
      const begun = together.get(key)
      if (begun) {
        begun.push(event)
        return []
      }
      const also: CatalogEvent[] = []
      together.set(key, also)
      return [{ target, event, also }]
    }),
  )
}
