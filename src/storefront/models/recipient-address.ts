import type { Recipient } from '../../catalog/order.js'
import type { Visit } from '../visit.js'

/** Where goods go, in one line; null where the buyer fetches everything and gave no address. */
export function recipientAddress({ street, place }: Pick<Recipient, 'street' | 'place'>, visit: Visit): string | null {
  const described = place && visit.catalog.reference.places.describe(place, visit.catalog.today(), visit.language)
  return street === undefined && described === undefined ? null : [street, described].filter(Boolean).join(', ')
}
