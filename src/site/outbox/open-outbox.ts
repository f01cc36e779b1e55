import type { Outbound } from '../../catalog/ports/outbound.js'
import type { Committed } from '../../catalog/store.js'
import { newId } from '../codes.js'
import type { SiteContext } from '../context.js'
import { Carrier } from './carrier.js'
import { Deliverer } from './deliverer.js'
import { Deliveries } from './deliveries.js'
import { Notices } from './notices.js'
import { Outbox } from './outbox.js'
import { PushDevices } from './push-devices.js'
import { SpareDeliveries } from './spare-deliveries.js'
import { Webhooks } from './webhooks.js'

export interface OutboxOptions {
  readonly outbound: Outbound
  /** The public address of the shop, for links in letters; null when nobody has said it. */
  readonly address: string | null
  /** True when no other process works on the same data. */
  readonly isAlone: boolean
}

/** Everything that goes out because something has happened. From then on each commit of the site carries its deliveries. */
export function openOutbox(site: SiteContext, { outbound, address, isAlone }: OutboxOptions) {
  const processId = newId()
  const spare = new SpareDeliveries(site, processId)
  const outbox = new Outbox(site, spare)
  const pushDevices = new PushDevices(site, outbound)
  const carrier = new Carrier(site, outbound, pushDevices, address)
  const deliverer = new Deliverer(site, carrier, spare, processId, isAlone)
  const webhooks = new Webhooks(site, outbound)
  site.withDeliveries = outbox.add
  return {
    webhooks,
    pushDevices,
    deliveries: new Deliveries(site, outbox, deliverer, { webhooks, pushDevices }),
    notices: new Notices(site, outbound.mailer, address),
    /** To be told of each commit. */
    follow: ({ puts }: Committed): void => {
      if (puts.some(({ collection, record }) => collection === 'deliveries' && record.status === 'waiting'))
        deliverer.wake()
    },
    close: () => deliverer.stop(),
  }
}
