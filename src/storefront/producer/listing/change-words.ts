import type { PackSize } from '../../../catalog/packs/pack-size.js'
import { formatPack } from '../../../catalog/packs/pack-words.js'
import type { PlaceRef } from '../../../catalog/places/place.js'
import type { Classification } from '../../../catalog/product.js'
import type { FieldChange } from '../../../desk/changes.js'
import { formatDay, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import type { Visit } from '../../visit.js'
import { fieldLabel } from './steps.js'

/** A value of a field in words; null where there is none. */
function toWords(path: string, value: unknown, visit: Visit): string | null {
  const { listing } = visit.messages
  if (value === null || value === undefined) return null
  if (path === 'photos') return listing.photos.count((value as unknown[]).length, 9)
  if (path === 'classification') {
    const { set } = value as Classification
    return set === null ? null : say(visit.catalog.reference.groups.set(set), visit.language).text
  }
  if (path === 'origin')
    return visit.catalog.reference.places.describe(value as PlaceRef, visit.catalog.today(), visit.language)
  if (path.endsWith('.packSize')) return formatPack(value as PackSize, visit.language)
  if (path.endsWith('.price')) return formatVnd(value as number)
  if (path.endsWith('On')) return formatDay(value as never)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What would change of a product, field by field, in words. Variants are called by their SKU. */
export const toChangeRows = (changes: readonly FieldChange[], visit: Visit) =>
  changes.map(({ path, before, after }) => ({
    label: fieldLabel(
      path.replace(/\.(vi|en)$/, (end) => (path.startsWith('name') ? end : '')),
      visit,
    ),
    of: path.startsWith('variants.') ? (path.split('.')[1] ?? null) : null,
    before: toWords(path, before, visit),
    after: toWords(path, after, visit),
  }))
