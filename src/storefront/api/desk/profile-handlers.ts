import type { profileOperations } from '../../../api/operations/profile.js'
import type { Producer } from '../../../catalog/producer.js'
import type { Visit } from '../../visit.js'
import type { HandlersOf } from '../handlers.js'
import { toProducer } from '../shop/producer-answer.js'

const answer = (producer: Producer, visit: Visit) => ({ body: toProducer(producer, visit), version: producer.version })

/** Profiles of producers, within the reach of the key. */
export const profileHandlers: HandlersOf<typeof profileOperations> = {
  getProfile: ({ actor, producerId, visit }) => answer(visit.catalog.producers.get(actor, producerId), visit),

  setProfile: async ({ actor, producerId, body, visit }) =>
    answer(await visit.catalog.producers.save(actor, producerId, body), visit),

  getProducerProfile: ({ actor, params, visit }) => answer(visit.catalog.producers.get(actor, params.id), visit),

  setProducerProfile: async ({ actor, params, body, visit }) =>
    answer(await visit.catalog.producers.save(actor, params.id, body), visit),
}
