import * as z from 'zod'
import { named } from '../../components.js'

export const Provinces = named(
  'Provinces',
  z.strictObject({
    provinces: z.array(
      z.strictObject({ code: z.string(), slug: z.string(), name: z.string(), nameEn: z.string(), label: z.string() }),
    ),
  }),
)

export const ProvinceCommunes = named(
  'ProvinceCommunes',
  z.strictObject({
    province: z.strictObject({ code: z.string(), name: z.string() }),
    communes: z.array(z.strictObject({ code: z.string(), name: z.string(), label: z.string() })),
  }),
)

/** Communes of today that were found by a name, maybe by that of what they were before July 2025. */
export const FoundCommunes = named(
  'FoundCommunes',
  z.strictObject({
    communes: z.array(
      z.strictObject({
        code: z.string(),
        provinceCode: z.string(),
        label: z.string(),
        formerly: z.string().nullable(),
      }),
    ),
  }),
)

/** The programme's groups, with their product sets. */
export const Groups = named(
  'Groups',
  z.strictObject({
    groups: z.array(
      z.strictObject({
        code: z.string(),
        slug: z.string(),
        vi: z.string(),
        en: z.string(),
        sets: z.array(z.strictObject({ number: z.int(), vi: z.string(), en: z.string() })),
      }),
    ),
  }),
)
