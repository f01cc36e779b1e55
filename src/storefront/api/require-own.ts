import { requireRight } from '../../access/rights.js'
import type { Action } from '../../access/right-table.js'
import { producerSubject } from '../../access/subjects.js'
import type { Call } from './handlers.js'

/**
 * Asks for a right over the producer to which the key belongs, where what is read has no command of its own.
 *
 * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`
 */
export function requireOwn({ actor, producerId, visit: { catalog } }: Call<unknown>, action: Action): void {
  const { places } = catalog.reference
  const subject = producerSubject(catalog.state.get('producers', producerId), places, catalog.today())
  requireRight(actor, action, subject, { what: 'producer', id: producerId })
}
