import { fieldError } from '../../../catalog/errors.js'
import type { PlaceRef } from '../../../catalog/places/place.js'
import type { Producer } from '../../../catalog/producer.js'
import { toDialled } from '../../../catalog/phone.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

/** The fields of the form in their order; those of the place are called as the finder of places calls them. */
const FIELDS = ['name', 'kind', 'phone', 'website', 'province', 'commune', 'street', 'story.vi', 'story.en'] as const
type Field = (typeof FIELDS)[number]
export type ProfileTexts = Readonly<Record<Field, string>>

/** The fields by the paths that the command names. */
export const FIELD_OF: Readonly<Record<string, Field>> = {
  address: 'street',
  'place.province': 'province',
  'place.commune': 'commune',
}

/** What is kept, as the form shows it; the place in the units of today. */
export function keptTexts(producer: Producer, { catalog }: Visit): ProfileTexts {
  const place = producer.place && catalog.reference.places.today(producer.place)
  return {
    name: producer.name,
    kind: producer.kind ?? '',
    phone: producer.phone ? toDialled(producer.phone) : '',
    website: producer.website ?? '',
    province: place?.province ?? '',
    commune: place?.commune ?? '',
    street: producer.address ?? '',
    'story.vi': producer.story?.vi ?? '',
    'story.en': producer.story?.en ?? '',
  }
}

/** What was typed, or what is kept where nothing was sent; a commune that was picked brings its province along. */
export function typedTexts(kept: ProfileTexts, { form, catalog }: Visit): ProfileTexts {
  const picked = catalog.reference.places.findCommune('2025-07', form.get('pick') ?? '')
  const typed = Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? kept[field]])) as ProfileTexts
  return picked ? { ...typed, province: picked.provinceCode, commune: picked.code } : typed
}

/** A place that was not touched stays as its source named it, which may be in units of before July 2025. */
function readPlace(typed: ProfileTexts, kept: ProfileTexts): PlaceRef | undefined {
  if (typed.province === kept.province && typed.commune === kept.commune) return undefined
  if (typed.province === '')
    throw fieldError('place.province', 'inconsistent', {
      why: 'Nơi đã ghi thì sửa được chứ không bỏ trống được: hãy chọn tỉnh, thành phố.',
      whyEn: 'A place that is stated can be corrected but not left empty: choose a province.',
    })
  return {
    list: '2025-07',
    province: typed.province,
    ...(typed.commune === '' ? {} : { commune: typed.commune }),
  }
}

/** People type `htxeatu.vn`. */
const withScheme = (website: string): string => (/^[a-z]+:/i.test(website) ? website : `https://${website}`)

/**
 * Reads the form into what the command takes.
 *
 * @throws {CatalogError} `INVALID_INPUT` when a field was sent several times.
 */
export function readProfile(producer: Producer, visit: Visit): object {
  const kept = keptTexts(producer, visit)
  const text = (field: Field): string | undefined => singleField(visit.form, field).trim() || undefined
  const place = readPlace(typedTexts(kept, visit), kept)
  const website = text('website')
  const [vi, en] = [text('story.vi'), text('story.en')]
  return {
    ...(visit.form.has('name') ? { name: text('name') ?? '' } : {}),
    ...(visit.form.has('kind') ? { kind: text('kind') ?? null } : {}),
    ...(visit.form.has('isAnother') ? { isAnother: true } : {}),
    ...(place ? { place } : {}),
    address: text('street'),
    phone: text('phone'),
    website: website && withScheme(website),
    ...(vi === undefined && en === undefined ? {} : { story: { vi, en } }),
  }
}
