import type { PackSize } from '../../../catalog/packs/pack-size.js'
import { formatPack } from '../../../catalog/packs/pack-words.js'
import type { PlaceRef } from '../../../catalog/places/place.js'
import type { Classification, Photo } from '../../../catalog/product.js'
import type { FieldChange } from '../../../desk/changes.js'
import { formatDay, formatVnd } from '../../format.js'
import { say } from '../../language.js'
import type { Visit } from '../../visit.js'
import { toPhotoChange } from './photo-rows.js'
import { fieldLabel } from './steps.js'

/** A value of a field in words; null where there is none. */
function toWords(path: string, value: unknown, visit: Visit): string | null {
  if (value === null || value === undefined) return null
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

type Packs = readonly { readonly sku: string; readonly packSize?: PackSize | undefined }[]

/** A pack by what is in it, as people call it: "250 g"; by its SKU where that is not known, or said of two. */
function packName(sku: string, packs: Packs, { language }: Visit): string {
  const nameOf = ({ packSize }: Packs[number]): string | null => (packSize ? formatPack(packSize, language) : null)
  const own = packs.find((pack) => pack.sku === sku)
  const name = own ? nameOf(own) : null
  return name !== null && packs.filter((pack) => nameOf(pack) === name).length === 1 ? name : sku
}

const toPhotos = (value: unknown): readonly Photo[] => (value ?? []) as Photo[]

/**
 * What would change of a product, field by field, in words; photos as pictures too.
 *
 * @param packs - Those of the draft, by which changes of one of several packs are told apart.
 */
export const toChangeRows = (changes: readonly FieldChange[], packs: Packs, visit: Visit) =>
  changes.map(({ path, before, after }) => ({
    label: fieldLabel(
      path.replace(/\.(vi|en)$/, (end) => (path.startsWith('name') ? end : '')),
      visit,
    ),
    of: path.startsWith('variants.') ? packName(path.split('.')[1] ?? '', packs, visit) : null,
    ...(path === 'photos'
      ? { before: null, after: null, photos: toPhotoChange(toPhotos(before), toPhotos(after), visit) }
      : { before: toWords(path, before, visit), after: toWords(path, after, visit), photos: null }),
  }))
