import * as z from 'zod'
import { Day } from '../day.js'
import { COMMUNE_KINDS, DISTRICT_KINDS, splitTitle, type UnitKind } from './unit-kinds.js'

const code = (digits: number) =>
  z.string().refine((value) => value.length === digits && /^\d+$/.test(value), {
    params: { code: 'badFormat', example: '0'.repeat(digits) },
  })
const name = z.string().min(1)
const ProvinceType = z.enum(['province', 'municipality'])

/** One of the 63 units until 1 July 2025; `was` is what it was before it changed kind or name. */
const OldProvince = z.strictObject({
  code: code(2),
  name,
  type: ProvinceType,
  was: z.strictObject({ name, type: ProvinceType, until: Day }).optional(),
})

/** The shape of `data/provinces.json`: a unit of today and the former units that went into it. */
export const ProvincesFile = z.array(
  z.strictObject({
    code: code(2),
    name,
    nameEn: name,
    type: ProvinceType,
    was: z.strictObject({ type: ProvinceType, until: Day }).optional(),
    mergedFrom: z.array(OldProvince).min(1),
  }),
)

const CommuneType = z.enum(['commune', 'ward', 'special-zone'])

/** The shape of `data/communes.json`: communes of today, `name` without its kind. */
export const CommunesFile = z.array(
  z.strictObject({
    code: code(5),
    name,
    type: CommuneType,
    was: z.strictObject({ type: CommuneType, until: Day }).optional(),
    provinceCode: code(2),
  }),
)

/** A name with its kind before it: "Thị trấn Phước An". */
const title = (kinds: readonly UnitKind[], example: string) =>
  z.string().refine((value) => splitTitle(value, kinds) !== null, { params: { code: 'badFormat', example } })

/**
 * The rows of `data/legacy-communes.csv`: one for each commune until July 2025 and each commune of today that it went to.
 * Island districts had no communes: their rows leave the old commune empty.
 */
export const LegacyCommunesFile = z.array(
  z.strictObject({
    oldProvinceCode: code(2),
    oldDistrictCode: code(3),
    oldDistrict: title(DISTRICT_KINDS, 'Huyện Krông Pắc'),
    oldCommuneCode: z.union([z.literal(''), code(5)]),
    oldCommune: z.union([z.literal(''), title(COMMUNE_KINDS, 'Xã Hòa Đông')]),
    newCommuneCode: code(5),
  }),
)

/** Everything that places are made from. */
export interface PlacesData {
  readonly provinces: z.infer<typeof ProvincesFile>
  readonly communes: z.infer<typeof CommunesFile>
  readonly legacyCommunes: z.infer<typeof LegacyCommunesFile>
}
