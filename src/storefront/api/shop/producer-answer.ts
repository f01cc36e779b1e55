import type * as z from 'zod'
import type { Producer as ProducerSchema } from '../../../api/schemas/shop/producer.js'
import type { Producer } from '../../../catalog/producer.js'
import { publishedCount } from '../../models/producer-card.js'
import type { Visit } from '../../visit.js'

/** A producer as its public page shows it. */
export const toProducer = (producer: Producer, visit: Visit): z.input<typeof ProducerSchema> => ({
  id: producer.id,
  slug: producer.slug,
  name: producer.name,
  kind: producer.kind,
  place: producer.place,
  address: producer.address ?? null,
  phone: producer.phone ?? null,
  website: producer.website ?? null,
  story: producer.story ?? null,
  productCount: publishedCount(producer, visit),
  page: visit.links.absolute(`/producers/${producer.slug}`),
})
