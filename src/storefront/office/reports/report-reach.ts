import type { Actor } from '../../../access/actor.js'
import { requireRight } from '../../../access/rights.js'
import { producerSubject } from '../../../access/subjects.js'
import type { ProductFilter } from '../../../reports/product-filter.js'
import type { Catalog } from '../../../site/catalog.js'

/**
 * Refuses figures of one producer or commune to offices of other provinces: everybody may see how provinces compare, but
 * not what one producer sells.
 *
 * @throws {CatalogError} `NOT_FOUND`, `FORBIDDEN`
 */
export function requireFilterReach({ producerId, commune }: ProductFilter, actor: Actor, catalog: Catalog): void {
  const { state, reference } = catalog
  const { places } = reference
  const today = catalog.today()
  if (producerId !== undefined) {
    const producer = state.get('producers', producerId)
    const name = { what: 'producer', id: producer.slug }
    requireRight(actor, 'report.view', producerSubject(producer, places, today), name)
  }
  if (commune !== undefined) {
    const place = { list: commune.list, province: commune.provinceCode, commune: commune.code } as const
    const province = places.provinceOf(place, today, 'asNow')?.key ?? null
    requireRight(actor, 'report.view', { kind: 'province', province }, { what: 'commune', id: commune.code })
  }
}
