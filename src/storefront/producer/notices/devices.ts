import { CatalogError } from '../../../catalog/errors.js'
import { formatInstant } from '../../format.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { toDeliveryRow } from '../../webhooks/endpoint-page.js'
import { producerOf } from '../../fronts/current-producer.js'
import { NOTICES } from './path.js'

/** What has just been done, or went wrong, as the address says it. */
const SAID = ['on', 'off', 'tested', 'failed', 'tooMany'] as const
type Said = (typeof SAID)[number]

const back = (visit: Visit, device: Said) => redirect(visit.links.to(NOTICES, { device }))

/** The devices of a producer's people that are told of new orders, as the page shows them. */
export async function toDevices(visit: Visit) {
  const { catalog, messages, query } = visit
  const { pushDevices, deliveries } = catalog
  const [actor, words] = [personOf(visit), messages.telling.device]
  const said = SAID.find((name) => name === query.get('device')) ?? null
  const rows = pushDevices.list(actor, producerOf(visit).id).map(({ device, owner, isOwn }) => {
    const [latest] = deliveries.ofDevice(actor, device.id)
    const name = device.name || words.unknown
    return {
      id: device.id,
      name,
      called: isOwn ? name : `${name}, ${words.of(owner)}`,
      about: [isOwn ? null : words.of(owner), words.since(formatInstant(device.createdAt))].filter(Boolean).join(' · '),
      // Only to whom the browser belongs: its script finds itself by it.
      endpoint: isOwn ? device.subscription?.endpoint : undefined,
      latest: latest ? toDeliveryRow(latest, visit) : null,
    }
  })
  return {
    isOffered: pushDevices.isOffered,
    key: pushDevices.isOffered ? (await pushDevices.keys()).publicKey : '',
    rows,
    done: said === 'on' || said === 'off' || said === 'tested' ? words.done[said] : null,
    failed: said === 'failed' || said === 'tooMany' ? words[said] : null,
  }
}

/** What the script of the page got from the browser. */
export const postTurnOn: Handler = async (visit) => {
  const { catalog, form } = visit
  const wish = {
    endpoint: singleField(form, 'endpoint'),
    p256dh: singleField(form, 'p256dh'),
    auth: singleField(form, 'auth'),
    userAgent: visit.header('user-agent') ?? '',
    language: visit.language,
  }
  try {
    await catalog.pushDevices.turnOn(personOf(visit), producerOf(visit).id, wish)
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    return back(visit, error.issues.some(({ code }) => code === 'tooMany') ? 'tooMany' : 'failed')
  }
  return back(visit, 'on')
}

export const postTurnOff: Handler = async (visit) => {
  await visit.catalog.pushDevices.end(personOf(visit), singleField(visit.form, 'id'))
  return back(visit, 'off')
}

export const postTestDevice: Handler = async (visit) => {
  const { id } = visit.catalog.pushDevices.get(personOf(visit), singleField(visit.form, 'id'))
  await visit.catalog.deliveries.test(personOf(visit), { kind: 'push', deviceId: id })
  return back(visit, 'tested')
}
