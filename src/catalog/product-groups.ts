import * as z from 'zod'

/** The programme's six groups, by the Roman number that Decision 26/2026/QĐ-TTg, Appendix I, gives them. */
export const GroupCode = z.enum(['I', 'II', 'III', 'IV', 'V', 'VI'])
export type GroupCode = z.infer<typeof GroupCode>

/** One of the 26 product sets (bộ sản phẩm) of Decision 26/2026/QĐ-TTg, Appendix II. */
export const SetNumber = z.int().min(1).max(26)
export type SetNumber = z.infer<typeof SetNumber>

/** One of the 26 product sets (bộ sản phẩm) of Decision 26/2026/QĐ-TTg, Appendix II. */
export interface ProductSet {
  readonly number: SetNumber
  readonly vi: string
  readonly en: string
  readonly subgroup: { readonly vi: string; readonly en: string }
  readonly group: GroupCode
}

/** One of the programme's six groups, by Decision 26/2026/QĐ-TTg, Appendix I. */
export interface ProductGroup {
  readonly code: GroupCode
  readonly slug: string
  readonly vi: string
  readonly en: string
  readonly sets: readonly ProductSet[]
}

/** The shape of `data/ocop-groups.json`. */
export const ProductGroupsFile = z.array(
  z.object({
    code: GroupCode,
    slug: z.string(),
    vi: z.string(),
    en: z.string(),
    groups: z.array(
      z.object({
        vi: z.string(),
        en: z.string(),
        sets: z.array(z.object({ no: SetNumber, vi: z.string(), en: z.string() })),
      }),
    ),
  }),
)

/** The programme's 6 groups, 17 sub-groups and 26 sets. Coffee, cocoa and tea are food, not beverages. */
export interface ProductGroups {
  readonly groups: readonly ProductGroup[]
  /** The group of a code. */
  group(code: GroupCode): ProductGroup
  /** The set of a number from 1 to 26. */
  set(number: SetNumber): ProductSet
}

export function createProductGroups(file: z.infer<typeof ProductGroupsFile>): ProductGroups {
  const groups = file.map(({ groups: subgroups, ...group }) => ({
    ...group,
    sets: subgroups.flatMap((subgroup) =>
      subgroup.sets.map((set) => ({
        number: set.no,
        vi: set.vi,
        en: set.en,
        subgroup: { vi: subgroup.vi, en: subgroup.en },
        group: group.code,
      })),
    ),
  }))
  const byCode = new Map(groups.map((group) => [group.code, group]))
  const byNumber = new Map(groups.flatMap((group) => group.sets).map((set) => [set.number, set]))
  const known = <T>(value: T | undefined): T => {
    if (value === undefined)
      throw new TypeError('data/ocop-groups.json lacks a group or set of Decision 26/2026/QĐ-TTg')
    return value
  }
  return { groups, group: (code) => known(byCode.get(code)), set: (number) => known(byNumber.get(number)) }
}
