import * as z from 'zod'

/** The OCOP grade, 1 to 5 stars. Only 3 to 5 are recognised; 1 and 2 stay an internal grade without certificate. */
export const Stars = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Stars = z.infer<typeof Stars>

/** Where each grade begins, in points of 100 (Decision 26/2026/QĐ-TTg, Art. 3). */
const THRESHOLDS: readonly (readonly [number, Stars])[] = [
  [90, 5],
  [70, 4],
  [50, 3],
  [30, 2],
  [0, 1],
]

/**
 * The result of an evaluation council. Points alone are not enough: each criterion line marked for a star is a floor,
 * and the grade is the lower of what the points and what the floors allow.
 */
export const CouncilResult = z.strictObject({
  /** Mean of the members' points, 0 to 100. */
  points: z.number().min(0).max(100),
  /** The highest grade that every marked criterion line reaches. */
  floor: Stars,
})
export type CouncilResult = z.infer<typeof CouncilResult>

/** The grade that a council result comes to (Decision 26/2026/QĐ-TTg, Art. 3 and App. II). */
export function gradeOf(result: CouncilResult): Stars {
  const byPoints = THRESHOLDS.find(([least]) => result.points >= least)?.[1] ?? 1
  return Math.min(byPoints, result.floor) as Stars
}

/** 1 and 2 stars get no certificate. */
export const isRecognizable = (stars: Stars): stars is 3 | 4 | 5 => stars >= 3
