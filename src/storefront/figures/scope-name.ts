import { provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'
import type { FiguresQuery } from './figures-query.js'

/** The province that figures are of: as now, the one of today in which the asked one lies. */
export function scopeName({ province, mode }: FiguresQuery, visit: Visit): string {
  if (!province) return visit.messages.figures.country
  return provinceName(mode === 'asNow' ? visit.catalog.reference.places.successor(province) : province, visit)
}
