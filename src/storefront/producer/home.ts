import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { producerOf } from './current-producer.js'

/** Where a producer's day begins. */
export const producerHome: Handler = (visit) => {
  const producer = producerOf(visit)
  const view = { name: producer.name, publicPage: visit.links.to(`/producers/${producer.slug}`) }
  return page('producer/home', { title: visit.messages.selling.sections.home }, view)
}
