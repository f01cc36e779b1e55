import * as z from 'zod'
import { Producer } from './producer.js'

const { name, kind, place, address, phone, website, story } = Producer.shape

/**
 * What a producer or its office states of the producer, all of it at once: what is left out of address, phone, website
 * and story is no longer stated. Name, kind and place stay as they are when they are left out.
 */
export const ProducerProfile = z.strictObject({
  name: name.optional(),
  kind: kind.optional(),
  place: place.unwrap().optional(),
  address,
  phone,
  website,
  story,
  /** True gives the name though another producer of the province bears it: without it that is refused as `knownProducer`. */
  isAnother: z.boolean().optional(),
})
export type ProducerProfile = z.infer<typeof ProducerProfile>
