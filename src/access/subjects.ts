import type { Day } from '../catalog/day.js'
import type { Places } from '../catalog/places/places.js'
import type { Producer } from '../catalog/producer.js'
import type { Subject } from './rights.js'

/** A producer and all that is its own, in the province of today in which it lies. */
export const producerSubject = (
  { id, place }: Pick<Producer, 'id' | 'place'>,
  places: Places,
  today: Day,
): Subject => ({
  kind: 'producer',
  producerId: id,
  province: (place && places.provinceOf(place, today, 'asNow')?.key) ?? null,
})
