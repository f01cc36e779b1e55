import * as z from 'zod'

const RegionCode = z.enum(['north', 'central', 'south'])
export type RegionCode = z.infer<typeof RegionCode>

/** The shape of `data/regions.json`. */
export const RegionsFile = z.array(
  z.strictObject({ code: RegionCode, vi: z.string(), en: z.string(), provinces: z.array(z.string()) }),
)

/** The three parts of the country by which carriers price parcels. */
export interface Regions {
  /** The region of a province of today, by its code. */
  of(provinceCode: string): RegionCode | null
}

export function createRegions(file: z.infer<typeof RegionsFile>): Regions {
  const byProvince = new Map(file.flatMap(({ code, provinces }) => provinces.map((province) => [province, code])))
  return { of: (provinceCode) => byProvince.get(provinceCode) ?? null }
}
