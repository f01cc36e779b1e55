import type { Producer } from '../../catalog/producer.js'
import { formatCount } from '../format.js'
import { say, vietnamese, type Said } from '../language.js'
import type { Visit } from '../visit.js'
import { toContact, type Contact } from './contact.js'
import { toShortPlace } from './place-words.js'
import { toSource, type Source } from './source.js'

export interface ProducerCard {
  readonly href: string
  readonly name: Said
  readonly kind: string | null
  readonly place: string | null
  readonly phone: Contact | null
  readonly website: Source | null
  readonly story: Said | null
  readonly productCount: string
  readonly source: Source | null
}

export const publishedCount = (producer: Producer, visit: Visit): number =>
  visit.catalog.state.productsOf(producer.id).filter(({ status }) => status === 'published').length

export function toProducerCard(producer: Producer, visit: Visit): ProducerCard {
  const { browse, around } = visit.messages
  return {
    href: visit.links.to(`/producers/${producer.slug}`),
    name: vietnamese(producer.name, visit.language),
    kind: producer.kind && around.producerKinds[producer.kind],
    place: producer.place && toShortPlace(producer.place, visit),
    phone: producer.phone ? toContact(producer.phone) : null,
    website: producer.website === undefined ? null : toSource(producer.website),
    story: producer.story ? say(producer.story, visit.language) : null,
    productCount: browse.productCount(formatCount(publishedCount(producer, visit), visit.language)),
    source: producer.source === undefined ? null : toSource(producer.source),
  }
}
