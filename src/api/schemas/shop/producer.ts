import * as z from 'zod'
import { PlaceRef } from '../../../catalog/places/place.js'
import { ProducerProfile } from '../../../catalog/producer-profile.js'
import { ProducerKind } from '../../../catalog/producer.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Product } from './product.js'
import { Words } from '../words.js'

/** A certified legal entity. A phone number stands here only where the producer published it. */
export const Producer = named(
  'Producer',
  z.strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    kind: ProducerKind.nullable(),
    place: PlaceRef.nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    story: Words.nullable(),
    productCount: z.int(),
    page: z.string(),
  }),
)

/** All of what a producer states of itself. */
export const ProducerProfileBody = named('ProducerProfileBody', ProducerProfile)

export const ProducerDetail = named('ProducerDetail', Producer.extend({ products: z.array(Product) }))

export const ProducerPage = named(
  'ProducerPage',
  z.strictObject({ total: z.int(), next: Next, producers: z.array(Producer) }),
)
